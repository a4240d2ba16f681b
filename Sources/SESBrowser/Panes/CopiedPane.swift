import SESCore

/// A copied text alone on the last rows, from edge to edge, so that a mouse can select it where the
/// terminal has no clipboard for programs.
struct CopiedPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let text = state.copy.shown else { return }
        let body = layout.body
        let wrapping = Wrapping(columns: max(1, body.columns), breaksAtWords: false)
        // A scalar with its marks may take many bytes a cell; more than the screen holds is cut.
        let most = body.rows * body.columns * 4
        let glyphs = Gate.glyphs(of: text.bytes.prefix(most)).map {
            StyledGlyph(glyph: $0, role: .plain)
        }
        let rows = wrapping.rows(of: glyphs).prefix(body.rows)
        let blank = rows.count < body.rows ? 1 : 0
        let region = body.dropping(rows: body.rows - rows.count - blank)
        if blank > 0 { grid.draw(ScreenLine(), row: 0, in: region, theme: theme) }
        for (index, range) in rows.enumerated() {
            var line = ScreenLine()
            line.append(wrapping.row(range, of: glyphs))
            grid.draw(line, row: blank + index, in: region, theme: theme)
        }
        grid.cursor = Point(row: region.row + blank, column: 0)
        grid.showsCursor = false
    }
}
