import SESCore

/// The text of a part below a heading.
struct ContentSection: Sendable {
    private let text: BodyText?
    private let heading: RawText
    private let footing: DetailLine?
    /// How many lines of the text are shown.
    private let textCount: Int

    init(_ part: PartText, of body: MailBody) {
        let type = body.parts[part.part].type
        let isReduced = part.isReduced ? ", reduced to its text" : ""
        heading = RawText("Part \(part.part + 1): ") + type + RawText(isReduced)
        text = part.text
        let isBlank = part.text?.isBlank ?? true
        textCount = isBlank ? 0 : part.text?.lineCount ?? 0
        let more = ByteAmount(part.hidden)
        if text == nil {
            footing = DetailLine(RawText("... \(more): there is too much text above"), .notation)
        } else if part.hidden > 0 {
            footing = DetailLine(RawText("... \(more) more"), .notation)
        } else if isBlank {
            footing = DetailLine("there is no text in it", .label)
        } else {
            footing = nil
        }
    }

    /// An empty line, the heading, the text, and what is to be said at its end.
    var lineCount: Int { 2 + textCount + (footing == nil ? 0 : 1) }

    func line(_ index: Int) -> DetailLine {
        if index == 0 { return .blank }
        if index == 1 { return DetailLine(heading, .heading) }
        guard index - 2 < textCount, let text else { return footing ?? .blank }
        let pieces = text.line(index - 2)
        return DetailLine(
            pieces: pieces.map { DetailLine.Piece(text: $0.text, role: Role($0.kind)) },
            hanging: Self.inset(pieces.first?.text))
    }

    /// How far a line is set in or quoted: the rows after its first are set in as far.
    private static func inset(_ text: RawText?) -> Int {
        let start = text?.bytes.prefix(mostInset) ?? []
        return start.prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }.count
    }

    private static let mostInset = 20
}

extension Role {
    /// How a stretch of a text looks; what the sender wrote is always plain, so that it can be told
    /// from our words.
    init(_ kind: BodyText.Kind) {
        self =
            switch kind {
            case .text: .plain
            case .note: .notation
            case .target: .heading
            case .warning: .warning
            }
    }
}
