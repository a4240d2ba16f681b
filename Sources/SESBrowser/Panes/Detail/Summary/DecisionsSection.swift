import SESCore

extension SummarySection {
    /// What was decided about the mail, by whom and when, and about others of its sender.
    static let decisions = SummarySection { facts in
        guard let triage = facts.triage else { return [] }
        var lines = [
            DetailLine.field("Triage", triage.history.last.map { words($0) } ?? "none yet")
        ]
        if !triage.note.isEmpty {
            lines.append(
                .field("Note", [DetailLine.Piece(text: triage.note, role: .plain, limit: mostNote)])
            )
        }
        for (label, tally) in [("Sender", triage.sender), ("Domain", triage.domain)] {
            if let tally, tally.seen > 1 { lines.append(.field(label, RawText(tally.words))) }
        }
        return lines + earlier(triage.history.dropLast())
    }

    private static func earlier(_ history: ArraySlice<StoredDecision>) -> [DetailLine] {
        let told = history.suffix(mostEarlier).reversed().enumerated().map { index, decision in
            DetailLine.field(index == 0 ? "Before" : "", words(decision))
        }
        let more = history.count - told.count
        return told + (more > 0 ? [.field("", RawText("and \(Count(more).grouped) before"))] : [])
    }

    private static let mostEarlier = 20
    private static let mostNote = 4096

    /// `spam by ann@host, 2026-11-22 09:41:07 UTC`.
    private static func words(_ decision: StoredDecision) -> RawText {
        let what = decision.decision == .clear ? "cleared" : decision.decision.word
        let time = TimeForm.full.text(decision.time)
        return RawText(what) + " by " + decision.author.name + "@" + decision.author.host
            + RawText(", \(time) UTC")
    }
}

extension MailTriage.Tally {
    /// `41 seen: 38 spam, 1 ham, 2 open`.
    var words: String {
        let parts = [(spam, "spam"), (ham, "ham"), (maybe, "maybe"), (open, "open")]
        let told = parts.filter { $0.0 > 0 }.map { "\(Count($0.0).grouped) \($0.1)" }
        return "\(Count(seen).grouped) seen: " + told.joined(separator: ", ")
    }
}
