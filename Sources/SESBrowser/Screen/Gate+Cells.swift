import SESCore

/// The way of outside text to the screen: bytes become glyphs here and nowhere else.
enum Gate {
    /// Where text that is too long loses its middle part or its end.
    enum Cut {
        case end
        case middle
        /// Keeps the domain of an address whole as long as there is room for it.
        case address
    }

    /// The glyphs that show a text safely.
    static func glyphs(of bytes: some Collection<UInt8>) -> [Glyph] {
        bytes.map { byte in
            (0x20..<0x7F).contains(byte)
                ? Glyph(scalar: UInt32(byte), width: 1)
                : Glyph(scalar: 0x3F, width: 1, isNotation: true)
        }
    }

    /// The glyphs in at most so many columns; `~` stands where something was cut out.
    static func cut(_ glyphs: [Glyph], to columns: Int, at place: Cut = .end) -> [Glyph] {
        guard width(glyphs) > columns else { return glyphs }
        guard columns > 0 else { return [] }
        let tail = min(tailColumns(glyphs, place), columns - 1)
        return head(glyphs, columns - 1 - tail) + [mark] + end(glyphs, tail)
    }

    /// How many columns the glyphs take.
    static func width(_ glyphs: some Collection<Glyph>) -> Int {
        glyphs.reduce(0) { $0 + Int($1.width) }
    }

    private static let mark = Glyph(scalar: 0x7E, width: 1)

    private static func tailColumns(_ glyphs: [Glyph], _ place: Cut) -> Int {
        switch place {
        case .end: 0
        case .middle: width(glyphs) / 2
        case .address:
            glyphs.lastIndex { $0.scalar == 0x40 }.map { width(glyphs[$0...]) } ?? 0
        }
    }

    private static func head(_ glyphs: [Glyph], _ columns: Int) -> [Glyph] {
        var left = columns
        return Array(
            glyphs.prefix { glyph in
                left -= Int(glyph.width)
                return left >= 0
            })
    }

    private static func end(_ glyphs: [Glyph], _ columns: Int) -> [Glyph] {
        head(glyphs.reversed(), columns).reversed()
    }
}
