import SESCore

/// The help over the panes: every action with its keys, those that fit the search text.
struct HelpPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let help = state.help else { return }
        let body = layout.body
        let label = body.columns >= 36 ? "Help, type to search> " : "Help> "
        let field = PromptField(label, help.editor, columns: body.columns)
        grid.draw(field.line(), row: 0, in: body, theme: theme)
        grid.cursor = Point(row: body.row, column: field.cursorColumn)
        grid.showsCursor = true
        let rows = body.dropping(rows: 1)
        let (lines, chosen) = help.lines
        if lines.isEmpty {
            grid.draw(ScreenLine(" nothing is called so"), row: 0, in: rows, theme: theme)
        }
        for row in 0..<rows.rows where help.top + row < lines.count {
            let isChosen = help.top + row == chosen
            var line = line(lines[help.top + row], rows.columns, isChosen: isChosen)
            line.cut(to: rows.columns)
            grid.draw(line, row: row, in: rows, theme: theme, bar: isChosen ? 14 : 0)
        }
    }
}

extension HelpPane {
    /// Where the names stand, behind the keys.
    static let keysEnd = 18
    /// Where the explanations stand, behind the names.
    static let namesEnd = 36
    /// Where the questions stand, behind their queries.
    static let queriesEnd = 47

    private func line(_ line: HelpState.Line, _ columns: Int, isChosen: Bool) -> ScreenLine {
        switch line {
        case .heading(let title): return ScreenLine(title, .heading)
        case .note(let text): return ScreenLine(text)
        case .item(.note(let text, _)):
            return ScreenLine((isChosen ? ">" : " ") + text.dropFirst())
        case .item(.question(let question)):
            var line = ScreenLine(isChosen ? "> " : "  ")
            line.append(question.query, .keyName)
            line.append(" ")
            line.pad(to: columns >= 72 ? Self.queriesEnd : line.columns + 1)
            line.append(question.question)
            return line
        case .item(.action(let entry)):
            var line = ScreenLine(isChosen ? "> " : "  ")
            line.append(entry.keys.map(\.name).joined(separator: " "), .keyName)
            line.append(" ")
            line.pad(to: columns >= 60 ? Self.keysEnd : 13)
            if columns >= 72 {
                line.append(":" + entry.name, .label)
                line.append(" ")
                line.pad(to: Self.namesEnd)
            }
            line.append(entry.help)
            return line
        }
    }
}
