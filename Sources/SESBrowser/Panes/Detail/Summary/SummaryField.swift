import SESCore

extension DetailLine {
    /// The columns that a label takes, the space after it included.
    static let labelWidth = 11

    /// A line with a label on its left; the rows after the first are set in below the value.
    static func field(_ label: String, _ value: [Piece]) -> DetailLine {
        let padding = String(repeating: " ", count: max(1, labelWidth - label.utf8.count))
        return DetailLine(
            pieces: [Piece(text: RawText(label + padding), role: .label)] + value,
            hanging: labelWidth)
    }

    /// A line with a label and a plain value.
    static func field(_ label: String, _ value: RawText) -> DetailLine {
        field(label, [Piece(text: value, role: .plain)])
    }

    /// The line with a remark behind it that deserves a look.
    func remarking(_ words: RawText?) -> DetailLine {
        guard let words else { return self }
        var line = self
        line.pieces.append(Piece(text: "  (!) " + words, role: .warning, limit: 120))
        return line
    }

    /// The line with a note of our own behind it.
    func noting(_ words: String?) -> DetailLine {
        guard let words else { return self }
        var line = self
        line.pieces.append(Piece(text: RawText("  (\(words))"), role: .label))
        return line
    }
}

extension DetailLine.Piece {
    static func label(_ text: RawText) -> Self { Self(text: text, role: .label) }

    static func plain(_ text: RawText) -> Self { Self(text: text, role: .plain) }
}
