extension VisibleText {
    /// What stands where text was left out.
    public enum CutMark: Hashable, Sendable {
        /// `~`, which every terminal has.
        case tilde
        /// `…`.
        case ellipsis

        var glyph: Glyph {
            Glyph(scalar: self == .tilde ? 0x7E : 0x2026, width: 1)
        }
    }

    /// The start of the text that fits; a text that is wider fills the columns exactly, with `>` for
    /// a wide glyph of which only half fits.
    public func prefix(columns room: Int) -> VisibleText {
        columns <= room ? self : part(Self.head(glyphs[...], room))
    }

    /// The end of the text that fits; a text that is wider fills the columns exactly, with `>` for a
    /// wide glyph of which only half fits.
    public func suffix(columns room: Int) -> VisibleText {
        columns <= room ? self : part(Self.tail(glyphs[...], room))
    }

    /// The text, with a mark at its end where it is wider than the columns.
    public func endCut(columns room: Int, with mark: CutMark = .tilde) -> VisibleText {
        guard columns > room, room > 0 else { return prefix(columns: room) }
        return part(Self.head(glyphs[...], room - 1) + [mark.glyph])
    }

    /// The text, with a mark in its middle where it is wider than the columns.
    public func middleCut(columns room: Int, with mark: CutMark = .tilde) -> VisibleText {
        guard columns > room else { return self }
        return part(Self.middle(glyphs[...], room, mark))
    }

    /// The text as an address that keeps its domain: it is cut in the middle of the local part, and
    /// only where the domain alone does not fit, at its start.
    ///
    /// A text without `@` is cut at its end.
    public func addressCut(columns room: Int, with mark: CutMark = .tilde) -> VisibleText {
        guard columns > room, room > 0 else { return prefix(columns: room) }
        guard let at = glyphs.lastIndex(where: { $0.scalar == 0x40 && !$0.isNotation }) else {
            return endCut(columns: room, with: mark)
        }
        let domain = glyphs[at...]
        let rest = room - Self.width(of: domain)
        guard rest > 0 else { return part([mark.glyph] + Self.tail(glyphs[...], room - 1)) }
        return part(Self.middle(glyphs[..<at], rest, mark) + domain)
    }
}

extension VisibleText {
    private func part(_ glyphs: [Glyph]) -> VisibleText {
        VisibleText(glyphs: glyphs, columns: Self.width(of: glyphs[...]), anomalies: anomalies)
    }

    private static func width(of glyphs: ArraySlice<Glyph>) -> Int {
        glyphs.reduce(0) { $0 + Int($1.width) }
    }

    /// The first glyphs, in exactly `room` columns of a text that has at least as many.
    private static func head(_ glyphs: ArraySlice<Glyph>, _ room: Int) -> [Glyph] {
        var taken: [Glyph] = []
        var rest = room
        for glyph in glyphs where rest > 0 {
            taken.append(glyph.width > rest ? .halfWide : glyph)
            rest -= Int(glyph.width)
        }
        return taken
    }

    /// The last glyphs, in exactly `room` columns of a text that has at least as many.
    private static func tail(_ glyphs: ArraySlice<Glyph>, _ room: Int) -> [Glyph] {
        var taken: [Glyph] = []
        var rest = room
        var index = glyphs.endIndex
        while rest > 0, index > glyphs.startIndex {
            index -= 1
            taken.append(glyphs[index].width > rest ? .halfWide : glyphs[index])
            rest -= Int(glyphs[index].width)
        }
        return taken.reversed()
    }

    /// Both ends of a text that is wider than `room`, with a mark between them.
    private static func middle(
        _ glyphs: ArraySlice<Glyph>, _ room: Int, _ mark: CutMark
    ) -> [Glyph] {
        guard room > 0 else { return [] }
        let start = room / 2
        return head(glyphs, start) + [mark.glyph] + tail(glyphs, room - 1 - start)
    }
}
