import SESCore

/// The line with the names of the views, and the mail below it.
struct DetailPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let title = layout.title, let pane = layout.detail else { return }
        let isRuled = layout.rule == nil
        grid.draw(titleLine(title.columns, isRuled: isRuled), row: 0, in: title, theme: theme)
        if state.focus == .detail, state.context == .main {
            grid.cursor = Point(row: title.row, column: title.column + (isRuled ? 1 : 0))
        }
        if let failure = state.detail.failure {
            let text = RawText("this mail cannot be read again: \(failure)")
            for (row, line) in ScreenLine.wrapped(text, .warning, columns: pane.columns)
                .enumerated()
            {
                grid.draw(line, row: row, in: pane, theme: theme)
            }
            return
        }
        guard let document = state.detail.document else { return }
        for row in 0..<pane.rows where state.detail.top + row < document.rowCount {
            var line = ScreenLine()
            let glyphs = document.row(state.detail.top + row)
            line.append(state.search.needle.map { $0.marked(glyphs) } ?? glyphs)
            grid.draw(line, row: row, in: pane, theme: theme)
        }
    }
}

extension DetailPane {
    /// `--[Summary]--Headers--JSON--Raw-----3 of 312--(v next)`; parts that do not fit are left out.
    private func titleLine(_ columns: Int, isRuled: Bool) -> ScreenLine {
        let filler: Unicode.Scalar = isRuled ? "-" : " "
        let gap = String(repeating: Character(filler), count: 2)
        var names = ScreenLine()
        if isRuled { names.append("-", .paneBorder) }
        for (index, view) in DetailView.allCases.enumerated() {
            let isShown = view == state.detail.view
            if isShown, state.focus == .detail {
                names.append(">", .paneActive)
            } else if index > 0 || isRuled {
                names.append(String(gap.prefix(index > 0 && !isShown ? 2 : 1)), .paneBorder)
            }
            names.append(isShown ? "[\(view.name)]" : view.name, isShown ? .paneActive : .label)
        }
        var right = ScreenLine()
        for part in [place, scrolled, "(v next)"].compactMap(\.self) {
            if names.columns + right.columns + part.utf8.count + 3 < columns {
                right.append(part)
                right.append(gap, .paneBorder)
            }
        }
        names.cut(to: columns)
        names.pad(to: columns - right.columns, with: filler, .paneBorder)
        names.append(right.glyphs)
        return names
    }

    /// Which mail of those in the list is shown.
    private var place: String? {
        guard let row = state.detail.row,
            let position = state.rows.position(of: row)
        else {
            return nil
        }
        return "\(Count(position + 1).grouped) of \(Count(state.rows.count).grouped)"
    }

    /// How far the view is scrolled, in hundredths; nil at its top.
    private var scrolled: String? {
        guard let document = state.detail.document, state.detail.top > 0,
            let pane = state.layout.detail
        else { return nil }
        let most = max(1, document.rowCount - pane.rows)
        return "\(min(100, state.detail.top * 100 / most))%"
    }
}
