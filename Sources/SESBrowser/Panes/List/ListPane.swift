import SESCore

/// The list of mails, and in its stead the reason where there is none to show.
struct ListPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let list = layout.list, let rows = layout.listRows else { return }
        let columns = state.listColumns(in: list.columns)
        if layout.hasHeading {
            grid.draw(heading(columns, list.columns), row: 0, in: list, theme: theme)
        }
        if let rule = layout.rule {
            for row in 0..<rule.rows {
                grid.draw(ScreenLine("|", .paneBorder), row: row, in: rule, theme: theme)
            }
        }
        guard state.rows.count > 0 else {
            drawReason(into: &grid, rows, theme)
            return
        }
        for row in 0..<rows.rows where state.list.top + row < state.rows.count {
            let position = state.list.top + row
            let isCursor = position == state.list.position
            let line = ListRow(state.rows[position], state).line(columns, isCursor: isCursor)
            let bar = isCursor && state.focus == .list ? columns.bar : 0
            grid.draw(line, row: row, in: rows, theme: theme, bar: bar)
            if isCursor, state.focus == .list, !state.context.isDisjoint(with: [.main]) {
                grid.cursor = Point(row: rows.row + row, column: rows.column)
            }
        }
        guard let summary = layout.summary, let row = state.cursorRow else { return }
        var line = SummaryLine(state.table[row]).line
        line.cut(to: summary.columns)
        grid.draw(line, row: 0, in: summary, theme: theme)
    }
}

extension ListPane {
    /// The names of the columns and, at its right end, the order, in as many words as there is room for.
    ///
    /// The last names give way to the order, each as a whole, since a part of one could pass for another.
    private func heading(_ columns: ListColumns, _ width: Int) -> ScreenLine {
        guard state.order != .reading else { return Self.names(columns.placed[...], state) }
        let order = " (\(state.order.words))"
        var named = columns.placed[...]
        var line = Self.names(named, state)
        while line.columns + order.utf8.count > width {
            guard named.count > 1 else { return Self.names(columns.placed[...], state) }
            named = named.dropLast()
            line = Self.names(named, state)
        }
        line.fit(to: width - order.utf8.count, .columnHeading)
        line.append(order, .columnHeading)
        return line
    }

    /// The names of columns, each above its column.
    static func names(_ placed: ArraySlice<ListColumns.Placed>, _ state: State) -> ScreenLine {
        var line = ScreenLine(" *D ", .columnHeading)
        for (index, place) in placed.enumerated() {
            let end = line.columns + place.width
            var name = ScreenLine(place.column.heading(state, place.width), .columnHeading)
            name.cut(to: place.width)
            line.append(name.glyphs)
            if index + 1 < placed.count { line.pad(to: end + 1, .columnHeading) }
        }
        return line
    }

    private func drawReason(into grid: inout Grid, _ rows: Region, _ theme: Theme) {
        let indent = rows.columns >= 40 ? 4 : 1
        let lines = ScreenLine.wrapped(reason, .plain, columns: rows.columns - 2 * indent)
        for (index, text) in lines.enumerated() {
            var line = ScreenLine(String(repeating: " ", count: indent))
            line.append(text.glyphs)
            grid.draw(line, row: (rows.rows > lines.count ? 1 : 0) + index, in: rows, theme: theme)
        }
    }

    private var reason: RawText {
        if state.table.count > 0 {
            guard state.selection.pending == nil || state.selection.fraction != nil else {
                return "looking"
            }
            let isWhole = state.load.isDone && state.selection.fraction == nil
            let far = isWhole ? "" : " so far"
            let back = state.filter.hasPrevious ? ", - goes back" : ""
            return RawText("no mail matches \(state.filter.text)\(far); 0 shows all\(back)")
        }
        guard state.load.isDone else {
            return state.load.isStopped ? "reading was stopped; R reads again" : "reading"
        }
        var found: [String] = []
        let others = state.table.otherCount
        if others > 0 {
            found.append("\(Count(others).grouped) other \(others == 1 ? "document" : "documents")")
        }
        let broken = state.table.brokenCount
        if broken > 0 {
            found.append(
                "\(Count(broken).grouped) broken \(broken == 1 ? "part" : "parts") (:regions)")
        }
        let files = state.table.files.count == 1 ? "this file" : "these files"
        let rest = found.isEmpty ? "" : ", but " + found.joined(separator: " and ")
        return RawText("no inbound mail in \(files)\(rest)")
    }
}
