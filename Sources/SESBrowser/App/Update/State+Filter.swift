import SESCore

extension State {
    /// Steps the condition on a check.
    mutating func step(_ check: Check) -> [Effect] {
        let anchor = filter.isStepping(check) ? list.stepAnchor : list.anchor
        filter.step(check)
        filterChanged(rewritesText: true, home: anchor)
        list.stepAnchor = anchor
        return []
    }

    /// Clears the filter or swaps it with the previous one.
    mutating func changeFilter(_ action: Action) -> [Effect] {
        if action == .clearFilter {
            filter.change(to: VerdictFilter(), text: "")
        } else if !filter.swap() {
            return message.show("there is no other filter to go back to")
        }
        filterChanged(rewritesText: true)
        return []
    }

    /// Sets the filter from a text; one that cannot be read changes nothing.
    mutating func setFilter(_ text: String) -> [Effect] {
        do throws(QueryError) {
            filter.change(to: try VerdictFilter(parsing: text), text: text)
        } catch {
            return message.show(error.text, isError: true)
        }
        filterChanged(rewritesText: true)
        return []
    }

    /// Looks at every row anew; the cursor stays on its mail or goes to the nearest.
    ///
    /// - Parameters:
    ///   - rewritesText: True where the open bar is to show the text of the filter.
    ///   - home: The row to be near to where the one under the cursor does not survive.
    mutating func filterChanged(rewritesText: Bool, home: Int? = nil) {
        selectRows()
        if let anchor = list.anchor {
            let target = rows.position(of: anchor, in: table) == nil ? home ?? anchor : anchor
            list.position = rows.nearestPosition(to: target, in: table)
        }
        list.stepAnchor = nil
        if rewritesText {
            bar?.editor.replace(with: filter.text)
            bar?.error = nil
        }
        countFacets()
    }

    /// Applies the text of the bar after it has changed; a text that cannot be read leaves the
    /// last good filter in force.
    mutating func applyBarText() {
        guard let text = bar?.editor.text else { return }
        bar?.candidates = []
        do throws(QueryError) {
            let parsed = try VerdictFilter(parsing: text)
            bar?.error = nil
            let isOther = parsed != filter.filter
            filter.show(FilterState.Version(filter: parsed, text: text))
            if isOther { filterChanged(rewritesText: false) }
        } catch {
            bar?.error = error
        }
    }

    /// Moves in the grid or ticks a cell.
    mutating func useGrid(_ action: Action) -> [Effect] {
        guard var bar else { return [] }
        switch action {
        case .enterGrid: bar.isInGrid = true
        case .leaveGrid: bar.isInGrid = false
        case .gridUp where bar.row == 0: bar.isInGrid = false
        case .gridUp: bar.row -= 1
        case .gridDown: bar.row = min(bar.row + 1, Check.allCases.count - 1)
        case .gridLeft: bar.column = max(0, bar.column - 1)
        case .gridRight: bar.column = min(bar.column + 1, FilterBar.statuses.count - 1)
        case .toggleCell:
            var changed = filter.filter
            changed[bar.check].formSymmetricDifference(StatusSet(bar.status))
            filter.show(FilterState.Version(filter: changed, text: changed.text))
            filterChanged(rewritesText: true)
            return []
        default: break
        }
        self.bar = bar
        return []
    }

    /// Closes the bar and keeps its filter, if its text can be read.
    mutating func keepFilter() -> [Effect] {
        guard let bar else { return [] }
        if let error = bar.error {
            return message.show(error.text, isError: true)
        }
        self.bar = nil
        filter.keep(bar.before)
        return []
    }

    /// Closes the bar and brings back the filter from before.
    mutating func restoreFilter() -> [Effect] {
        guard let before = bar?.before else { return [] }
        bar = nil
        guard before.filter != filter.filter || before.text != filter.text else { return [] }
        filter.show(before)
        filterChanged(rewritesText: false)
        return []
    }
}

extension QueryError {
    /// Where reading stopped and what was expected, for a person.
    var text: String { "stopped at \(offset + 1): \(message)" }
}
