import SESCore

/// The statistics over the panes.
struct StatisticsPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let statistics = state.statistics else { return }
        let body = layout.body
        grid.draw(title(statistics, body.columns), row: 0, in: body, theme: theme)
        grid.cursor = Point(row: body.row, column: 0)
        guard let result = statistics.result else { return }
        var region = body.dropping(rows: 1)
        let columns = statistics.page.columns
        // A rule stands between two columns.
        region.columns = (body.columns - columns.count + 1) / columns.count
        for column in columns.indices {
            draw(column, of: statistics, result, into: &grid, region, theme)
            region.column += region.columns
            guard column + 1 < columns.count else { break }
            let rule = Region(row: region.row, column: region.column, rows: region.rows, columns: 1)
            for row in 0..<rule.rows {
                grid.draw(ScreenLine("|", .paneBorder), row: row, in: rule, theme: theme)
            }
            region.column += 1
        }
    }
}

extension StatisticsPane {
    private func draw(
        _ column: Int, of statistics: StatisticsState, _ result: Statistics, into grid: inout Grid,
        _ region: Region, _ theme: Theme
    ) {
        let lines = statistics.page.columns[column]
        let drawing = StatisticsLines(result, columns: region.columns, charset: Gate.charset)
        let top = statistics.tops[column]
        for row in 0..<region.rows where top + row < lines.count {
            let isChosen = column == statistics.cursor.column && top + row == statistics.cursor.line
            let isChoice = isChosen && lines[top + row].isChoice
            let status = isChoice ? statistics.status : nil
            var line = drawing.line(lines[top + row], status: status)
            line.cut(to: region.columns)
            // In a line of a check the chosen cell alone is reversed.
            var bar = isChoice ? ListColumns.longestBar : 0
            var mark = region.column
            if isChoice, case .check = lines[top + row] {
                bar = 0
                mark += drawing.cell(statistics.status).lowerBound
            }
            grid.draw(line, row: row, in: region, theme: theme, bar: bar)
            if isChosen { grid.cursor = Point(row: region.row + row, column: mark) }
        }
    }

    private func title(_ statistics: StatisticsState, _ columns: Int) -> ScreenLine {
        let noun = state.countedNoun
        guard let result = statistics.result else {
            var line = ScreenLine("counting \(Count(state.rows.count).grouped) \(noun)", .heading)
            line.cut(to: columns)
            return line
        }
        let more = statistics.isCounting || state.load.isRunning ? ", counting on" : ""
        let title = StatisticsTitle(result, noun: noun)
        return title.line(columns, suffix: more)
    }
}

extension State {
    /// What the rows of the list are.
    fileprivate var countedNoun: String {
        if isUnfolded, deliveries.foldedCount > 0 { return "deliveries" }
        return rows.count == 1 ? "mail" : "mails"
    }
}
