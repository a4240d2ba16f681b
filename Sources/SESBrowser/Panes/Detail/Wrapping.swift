import SESCore

/// How a line of glyphs is broken into rows of a width.
struct Wrapping: Hashable, Sendable {
    /// The width of every row, at least 1.
    let columns: Int
    /// How far the rows after the first are set in: at most half of the width.
    let hanging: Int
    /// True where rows end between words that fit.
    let breaksAtWords: Bool

    init(columns: Int, hanging: Int = 0, breaksAtWords: Bool = true) {
        self.columns = columns
        self.hanging = min(hanging, columns / 2)
        self.breaksAtWords = breaksAtWords
    }
}

extension Wrapping {
    /// The ranges of the glyphs in each row; a line without glyphs has one empty row.
    ///
    /// Every glyph is in a range, but for spaces that a row has no room left for: of one or two
    /// between words none begins the next row.
    func rows(of glyphs: [StyledGlyph]) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        while true {
            let end = rowEnd(glyphs, from: start, isFirst: rows.isEmpty)
            rows.append(start..<end)
            if end == glyphs.count { return rows }
            start = breaksAtWords ? wordStart(glyphs, after: end) : end
            if start == glyphs.count { return rows }
        }
    }

    /// The glyphs of a row, set in where it is not the first.
    func row(_ range: Range<Int>, of glyphs: [StyledGlyph]) -> [StyledGlyph] {
        let indent = inset(range)
        let blank = StyledGlyph(glyph: Glyph(scalar: 0x20, width: 1), role: .plain)
        return Array(repeating: blank, count: indent)
            + glyphs[range].map { Int($0.glyph.width) > columns - indent ? .cut : $0 }
    }

    /// How far a row is set in.
    func inset(_ range: Range<Int>) -> Int { range.lowerBound == 0 ? 0 : hanging }

    private func wordStart(_ glyphs: [StyledGlyph], after end: Int) -> Int {
        let before = glyphs[..<end].suffix(2).reversed().prefix(while: \.isSpace).count
        return end + glyphs[end...].prefix(2 - before).prefix(while: \.isSpace).count
    }

    private func rowEnd(_ glyphs: [StyledGlyph], from start: Int, isFirst: Bool) -> Int {
        let room = columns - (isFirst ? 0 : hanging)
        var width = 0
        var wordStart = start
        for index in start..<glyphs.count {
            // A glyph wider than a whole row is drawn as one column of notation.
            width += min(Int(glyphs[index].glyph.width), room)
            if width > room {
                return breaksAtWords
                    ? wordEnd(glyphs, start: start, wordStart: wordStart, full: index) : index
            }
            // A label is not torn from the first word of its value.
            if glyphs[index].isSpace, !isFirst || width > hanging { wordStart = index + 1 }
        }
        return glyphs.count
    }

    /// The end of a row that is full at `full`: before the last word, unless that word would not
    /// fit in a row of its own or there is none before it.
    private func wordEnd(
        _ glyphs: [StyledGlyph], start: Int, wordStart: Int, full: Int
    ) -> Int {
        guard wordStart > start, !glyphs[full].isSpace else { return full }
        let room = columns - hanging
        let reach = glyphs[wordStart...].prefix(room + 1)
        return reach.count <= room || reach.contains(where: \.isSpace) ? wordStart : full
    }
}

extension StyledGlyph {
    /// Stands for a glyph that is wider than its row.
    fileprivate static let cut = StyledGlyph(
        glyph: Glyph(scalar: 0x3E, width: 1, isNotation: true), role: .notation)

    fileprivate var isSpace: Bool { glyph.scalar == 0x20 && !glyph.isNotation }
}
