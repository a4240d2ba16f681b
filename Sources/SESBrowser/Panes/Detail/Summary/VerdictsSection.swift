import SESCore

extension SummarySection {
    /// The five verdicts, one a line: sign, check, status, sentence.
    static let verdicts = SummarySection { facts in
        let explanations = VerdictExplanation.all(in: facts.event)
        let widest = explanations.map { width($0.statusWord) }.max() ?? 0
        return explanations.map { line($0, statusWidth: min(widest, longestStatus)) }
    }

    /// Enough for every sentence; a spelling of the event's own must not push the others away.
    private static let mostBytes = 100

    private static let longestStatus = VerdictStatus.processingFailed.name.utf8.count

    private static func line(_ explanation: VerdictExplanation, statusWidth: Int) -> DetailLine {
        let check = explanation.check
        let word = explanation.statusWord
        let sign = VerdictStrip.glyph(for: explanation.verdict.status, check: check)
        let name = check.name + blanks(5 - check.name.utf8.count)
        let padding = blanks(statusWidth - width(word))
        return DetailLine(
            pieces: [
                DetailLine.Piece(text: RawText("\(sign.scalar) \(name)  "), role: sign.role),
                DetailLine.Piece(text: word, role: sign.role, limit: mostBytes),
                .plain(RawText(padding + "  ")),
                DetailLine.Piece(text: explanation.sentence, role: .plain, limit: mostBytes),
            ],
            hanging: 2 + 5 + 2 + statusWidth + 2)
    }

    private static func width(_ text: RawText) -> Int {
        Gate.glyphs(of: text.bytes.prefix(4 * longestStatus)).reduce(0) { $0 + Int($1.width) }
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
