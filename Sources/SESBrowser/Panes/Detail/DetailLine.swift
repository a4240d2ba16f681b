import SESCore

/// One line of a detail view before it is broken into rows.
struct DetailLine: Hashable, Sendable {
    var pieces: [Piece]
    /// How far the rows after the first are set in, in columns.
    var hanging = 0
    /// True where rows end between words; false where they end when they are full.
    var breaksAtWords = true

    /// A stretch of text of one role.
    struct Piece: Hashable, Sendable {
        var text: RawText
        var role: Role
        /// True where line ends and blanks are to be seen one by one.
        var isRaw = false
        /// How many bytes are drawn; the amount of the rest is told.
        var limit = Self.mostBytes
    }
}

extension DetailLine {
    /// A line without any text.
    static let blank = DetailLine(pieces: [])

    /// A line of one piece.
    init(_ text: RawText, _ role: Role = .plain, hanging: Int = 0) {
        self.init(pieces: [Piece(text: text, role: role)], hanging: hanging)
    }

    /// The line as glyphs, every piece cut at its limit.
    var glyphs: [StyledGlyph] { pieces.flatMap(\.glyphs) }
}

extension DetailLine.Piece {
    /// How many bytes of a piece are drawn at most; view Raw shows all.
    static let mostBytes = 64 * 1024

    fileprivate var glyphs: [StyledGlyph] {
        guard text.count > limit else { return styled(text) }
        let end = text.scalarBoundary(notAfter: limit)
        return styled(RawText(text.bytes[..<end])) + Self.more(text.count - end)
    }

    private func styled(_ text: RawText) -> [StyledGlyph] {
        Gate.glyphs(of: text.bytes, isRaw: isRaw).map {
            StyledGlyph(glyph: $0, role: $0.isNotation ? .notation : role)
        }
    }

    private static func more(_ count: Int) -> [StyledGlyph] {
        "... \(ByteAmount(count)) more".unicodeScalars.map {
            StyledGlyph(
                glyph: Glyph(scalar: $0.value, width: 1, isNotation: true), role: .notation)
        }
    }
}
