import SESCore

extension State {
    /// Picks the rows anew after filter, order or folding have changed; the cursor stays on its mail or goes to
    /// the nearest.
    /// Near to `home` where there is one; with `keepsHeight` at its height on the screen.
    mutating func select(home: Int? = nil, keepsHeight: Bool = false) -> [Effect] {
        select(.other(home: home, keepsHeight: keepsHeight))
    }

    /// Picks the rows anew. Where all are shown as they were read that is done at once, else beside the
    /// screen.
    mutating func select(_ change: SelectionState.Change) -> [Effect] {
        guard query == .all, order == .reading, folds.foldedCount == 0, bar == nil else {
            return [.select(selection.begin(change))]
        }
        selection.end()
        take(ShownRows(all: table.count), change)
        return []
    }

    /// What the thread beside the screen is asked now.
    func selectionRequest(now: Timestamp) -> SelectionRequest {
        SelectionRequest(
            query: query, order: order, table: table, reading: reading, deliveries: deliveries,
            isUnfolded: isUnfolded, now: now, countsFacets: bar != nil,
            marks: triage.marks)
    }

    /// Takes the rows that were picked.
    mutating func take(_ found: Selection, number: Int) -> [Effect] {
        guard let change = selection.take(number, isWhole: found.isWhole) else { return [] }
        selection.fraction = found.isWhole ? nil : found.fraction
        late = found.late
        if let facets = found.facets { bar?.facets = facets }
        take(found.rows, change)
        return found.remark.map { message.show($0) } ?? []
    }

    /// The query of the filter.
    var query: Query { filter.query }

    /// Stops picking rows, or searching them; what was found stays.
    mutating func stopSelecting() -> [Effect] {
        if selection.isRunning { selection.stop() }
        questions.drop(.search)
        search.isUnderWay = false
        return [.stopSelecting] + message.show("stopped; what was found so far is shown")
    }

    private mutating func take(_ found: ShownRows, _ change: SelectionState.Change) {
        let offset = list.position - list.top
        rows = found
        switch change {
        case .growth:
            guard order != .reading, list.position > 0, let anchor = list.anchor else { break }
            list.position = rows.nearestPosition(to: anchor)
            list.top = list.position - offset
        case .other(let home, let keepsHeight):
            guard let anchor = list.anchor else { break }
            list.position =
                rows.position(of: anchor)
                ?? rows.nearestPosition(to: home ?? anchor)
            if keepsHeight, list.position > 0 { list.top = list.position - offset }
        }
        restoreWanted()
    }

    /// Puts the cursor back on the mail on which it stood before the files were read again.
    private mutating func restoreWanted() {
        guard let wanted = list.wanted else { return }
        if let row = wanted.row, row < table.count {
            list.restore(wanted, at: rows.nearestPosition(to: row))
        } else if load.isDone {
            list.restore(wanted, at: wanted.position)
        }
    }
}
