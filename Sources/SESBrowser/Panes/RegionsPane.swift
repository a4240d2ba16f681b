import SESCore

/// What is no mail: its kinds, the places of a kind, or the bytes around a place.
struct RegionsPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let regions = state.regions else { return }
        if let bytes = regions.bytes {
            RegionBytesPane(bytes, state).draw(into: &grid, layout, theme)
        } else if let places = regions.places {
            let list = RegionPlacesList(places, state)
            draw(list, places.cursor, into: &grid, layout, theme)
        } else {
            let list = RegionTopicsList(regions.topics, state)
            draw(list, regions.overview, into: &grid, layout, theme)
        }
    }
}

/// A list that is shown line by line, with a foot that tells all about the chosen one.
protocol RegionsList {
    var count: Int { get }
    var heading: String { get }

    /// A line, which begins in the column behind the sign of the cursor.
    func line(_ index: Int) -> ScreenLine

    func foot(_ index: Int) -> RawText
}

extension RegionsPane {
    private func draw(
        _ list: some RegionsList, _ cursor: ListCursor, into grid: inout Grid, _ layout: Layout,
        _ theme: Theme
    ) {
        let body = layout.body
        var heading = ScreenLine(list.heading, .columnHeading)
        heading.cut(to: body.columns)
        grid.draw(heading, row: 0, in: body, theme: theme)
        let rows = body.dropping(rows: 1)
        let listed = rows.rows - layout.footRows
        for row in 0..<listed where cursor.top + row < list.count {
            let index = cursor.top + row
            let isChosen = index == cursor.position
            var line = ScreenLine(isChosen ? ">" : " ")
            line.append(list.line(index).glyphs)
            line.cut(to: body.columns)
            grid.draw(
                line, row: row, in: rows, theme: theme, bar: isChosen ? ListColumns.longestBar : 0)
            if isChosen { grid.cursor = Point(row: rows.row + row, column: 0) }
        }
        guard cursor.position < list.count else { return }
        let foot = ScreenLine.wrapped(list.foot(cursor.position), .label, columns: body.columns)
        let below = rows.dropping(rows: listed)
        for (row, line) in foot.enumerated() { grid.draw(line, row: row, in: below, theme: theme) }
    }
}

extension ScreenLine {
    /// Adds a number that ends after so many columns.
    mutating func append(number: String, columns wide: Int) {
        pad(to: columns + wide - number.utf8.count)
        append(number)
    }
}
