import SESCore

/// The menu of commands for AWS over the panes.
struct HandOverPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let menu = state.handOver else { return }
        let body = layout.body
        let heads = [
            "Commands that take a decision to AWS: shown and copied, never run",
            "Commands: copied, never run",
        ]
        var heading = ScreenLine(
            heads.first { $0.utf8.count <= body.columns } ?? heads[1], .heading)
        heading.cut(to: body.columns)
        grid.draw(heading, row: 0, in: body, theme: theme)
        grid.cursor = Point(row: body.row, column: 0)
        let region = body.dropping(rows: 1)
        let rows = menu.lines.rows
        for row in 0..<region.rows where menu.top + row < rows.count {
            let laid = rows[menu.top + row]
            let isChosen = laid.isFirst && laid.item == menu.position
            var line = ScreenLine(isChosen ? ">" : " ")
            line.append(laid.line.dropping(columns: 1).glyphs)
            line.cut(to: region.columns)
            grid.draw(
                line, row: row, in: region, theme: theme,
                bar: isChosen ? ListColumns.longestBar : 0)
            if isChosen { grid.cursor = Point(row: region.row + row, column: 0) }
        }
    }
}
