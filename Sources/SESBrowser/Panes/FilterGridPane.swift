import SESCore

/// The grid of the open filter bar: check x status with its counts, and below it decisions and the time.
struct FilterGridPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let bar = state.bar, let region = layout.grid else { return }
        let columns = GridColumns(region.columns)
        let hasHeading = region.rows >= 3
        if hasHeading { grid.draw(heading(columns), row: 0, in: region, theme: theme) }
        let rows = region.dropping(rows: hasHeading ? 1 : 0)
        let count = FilterGrid.lines.count
        let first = max(0, min(bar.row - rows.rows + 1, count - rows.rows))
        for row in 0..<rows.rows where first + row < count {
            let index = first + row
            let (line, starts) = parts(of: index, bar, columns, region.columns)
            grid.draw(line, row: row, in: rows, theme: theme)
            if bar.isInGrid, index == bar.row, state.context == .filterGrid {
                let column = columns.label + starts[bar.column]
                grid.cursor = Point(row: rows.row + row, column: min(column, region.columns - 1))
            }
        }
    }
}

extension FilterGridPane {
    /// A line of the grid, and where each of its cells begins behind the label.
    private func parts(
        of index: Int, _ bar: FilterBar, _ columns: GridColumns, _ width: Int
    ) -> (line: ScreenLine, starts: [Int]) {
        if index < Check.allCases.count {
            return (line(Check.allCases[index], bar, columns), columns.starts)
        }
        if index == Check.allCases.count {
            return FilterTriageLine(state, bar, columns: width, label: columns.label).parts
        }
        return FilterTimeLine(state, bar, columns: width, label: columns.label).parts
    }

    private func heading(_ columns: GridColumns) -> ScreenLine {
        var line = ScreenLine(columns.label >= 8 ? " check" : "", .columnHeading)
        line.fit(to: columns.label, .columnHeading)
        for (index, status) in FilterBar.statuses.enumerated() {
            let head = columns.head(status)
            line.pad(
                to: columns.label + columns.ends[index] - head.utf8.count, .columnHeading)
            line.append(head, .columnHeading)
        }
        return line
    }

    private func line(_ check: Check, _ bar: FilterBar, _ columns: GridColumns) -> ScreenLine {
        var line = ScreenLine(columns.name(of: check), .label)
        line.fit(to: columns.label)
        let allowed = state.query.verdictFilter[check]
        for (index, status) in FilterBar.statuses.enumerated() {
            let isTicked = allowed.contains(status)
            let isChosen = bar.isInGrid && bar.cell == .status(check, status)
            let role: Role = isChosen ? .cursorBar : isTicked ? .ticked : .plain
            line.pad(to: columns.label + columns.starts[index])
            line.append(
                columns.cell(
                    bar.facets?[check, status], index, isTicked: isTicked, isChosen: isChosen),
                role)
        }
        return line
    }
}
