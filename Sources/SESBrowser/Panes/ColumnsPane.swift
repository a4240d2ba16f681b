import SESCore

/// The list in which columns are chosen; above it, where there is room, what the choice looks like.
struct ColumnsPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let editor = state.columns.editor else { return }
        let body = layout.body
        // Beside the detail the list is narrower than the screen, and fewer columns fit.
        let columns = state.listColumns(in: layout.list?.columns ?? body.columns)
        grid.draw(ListPane.names(columns.placed[...], state), row: 0, in: body, theme: theme)
        let shown = layout.columnsSample
        for (index, row) in state.rowsOnScreen.prefix(shown).enumerated() {
            let line = ListRow(row, state).line(columns, isCursor: false)
            grid.draw(line, row: 1 + index, in: body, theme: theme)
        }
        let rows = body.dropping(rows: 1 + shown)
        for row in 0..<rows.rows where editor.cursor.top + row < editor.entries.count {
            let index = editor.cursor.top + row
            let isChosen = index == editor.cursor.position
            var line = line(editor.entries[index], isChosen: isChosen, columns)
            line.cut(to: rows.columns)
            grid.draw(
                line, row: row, in: rows, theme: theme, bar: isChosen ? ListColumns.longestBar : 0)
            if isChosen { grid.cursor = Point(row: rows.row + row, column: 0) }
        }
    }
}

extension ColumnsPane {
    private static let nameColumns = 10

    private func line(
        _ entry: ColumnsEditor.Entry, isChosen: Bool, _ columns: ListColumns
    ) -> ScreenLine {
        var line = ScreenLine(isChosen ? "> " : "  ")
        line.append(entry.isShown ? "[x] " : "[ ] ", entry.isShown ? .ticked : .plain)
        let end = line.columns + Self.nameColumns
        line.append(entry.column.name, .label)
        line.pad(to: end)
        line.append(entry.column.help)
        if entry.isShown, columns.width(of: entry.column) == 0 {
            line.append("; no room on this screen", .warning)
        }
        return line
    }
}

extension Layout {
    /// How many mails are shown above the list of columns.
    var columnsSample: Int { body.rows >= 20 ? 3 : body.rows >= 16 ? 2 : 0 }
}
