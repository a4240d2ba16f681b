import SESCore

/// The report over the panes.
struct ReportPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let report = state.report else { return }
        let body = layout.body
        grid.draw(title(report, body.columns), row: 0, in: body, theme: theme)
        grid.cursor = Point(row: body.row, column: 0)
        guard let result = report.result else { return }
        let region = body.dropping(rows: 1)
        let drawing = ReportLines(result, columns: region.columns)
        let lines = report.page.lines
        for row in 0..<region.rows where report.cursor.top + row < lines.count {
            let place = report.cursor.top + row
            let isChosen = place == report.cursor.position && lines[place].choices > 0
            var line = drawing.line(lines[place], cell: isChosen ? report.cell : nil)
            line.cut(to: region.columns)
            // In a line of several cells the chosen one alone is reversed.
            let bar = isChosen && lines[place].choices == 1 ? ListColumns.longestBar : 0
            grid.draw(line, row: row, in: region, theme: theme, bar: bar)
            if isChosen { grid.cursor = Point(row: region.row + row, column: region.column) }
        }
    }

    private func title(_ report: ReportState, _ columns: Int) -> ScreenLine {
        var forms = ["counting \(Count(state.rows.count).grouped) mails"]
        if let result = report.result {
            let more = report.isCounting || state.load.isRunning ? ", counting on" : ""
            let counts = ReportPage.decisions.map {
                "\(Count(result.total($0)).grouped) \($0.word)"
            }
            let decided = Count(result.decided).grouped
            let long = "\(decided) of \(Count(result.mails).grouped) mails decided"
            let all = "\(long): \(counts.joined(separator: ", "))"
            forms = [all + more, all, long, "\(decided) decided"]
        }
        var line = ScreenLine(forms.first { $0.utf8.count <= columns } ?? forms[0], .heading)
        line.cut(to: columns)
        return line
    }
}
