import SESCore

extension Grid {
    /// Draws a line into a row of a region, cut at its right edge, blanks of the role `fill` behind
    /// its end, the first `bar` columns reversed; a row outside of the region draws nothing.
    mutating func draw(
        _ line: ScreenLine, row: Int, in region: Region, theme: Theme, bar: Int = 0,
        fill: Role = .plain
    ) {
        let y = region.row + row
        let end = min(region.column + region.columns, size.columns)
        guard (0..<region.rows).contains(row), (0..<size.rows).contains(y) else { return }
        var x = region.column
        for styled in line.glyphs where x < end {
            var glyph = styled.glyph
            if glyph.width == 2, x + 2 > end {
                glyph = Glyph(scalar: 0x3E, width: 1, isNotation: true)
            }
            let style = style(of: glyph, styled.role, theme, isInBar: x - region.column < bar)
            self[y, x] = Cell(scalar: glyph.scalar, marks: glyph.marks, style: style)
            if glyph.width == 2 { self[y, x + 1] = Cell(scalar: 0, style: style) }
            x += Int(glyph.width)
        }
        while x < end {
            let isInBar = x - region.column < bar
            let blank = Glyph(scalar: 0x20, width: 1)
            self[y, x] = Cell(
                scalar: 0x20, style: style(of: blank, fill, theme, isInBar: isInBar))
            x += 1
        }
    }

    private func style(
        of glyph: Glyph, _ role: Role, _ theme: Theme, isInBar: Bool
    ) -> Style {
        var style = theme.style(role)
        if isInBar { style.attributes.formUnion(theme.style(.cursorBar).attributes) }
        // An attribute that no text has, so that notation cannot be mistaken for it anywhere.
        if glyph.isNotation { style.attributes.formUnion(theme.style(.notation).attributes) }
        return style
    }
}
