import SESCore

extension State {
    /// Searches for a text from the cursor on.
    mutating func search(for text: String) -> [Effect] {
        if let needle = SearchTerm(text) {
            search.last = needle
            if search.history.last != text { search.history.append(text) }
        }
        search.detailRow = nil
        return find(step: 1)
    }

    /// Goes to the next match in the pane that has the keys, or to the one before.
    mutating func find(step: Int) -> [Effect] {
        guard let needle = search.last else { return message.show("nothing to search for; / asks") }
        search.needle = needle
        return focus == .detail ? findInDetail(needle, step) : findInList(needle, step)
    }

    private mutating func findInList(_ needle: SearchTerm, _ step: Int) -> [Effect] {
        let count = rows.count
        for distance in stride(from: 1, through: count, by: 1) {
            let place = list.position + step * distance
            let position = (place % count + count) % count
            guard table.holds(needle.folded, row: rows[position]) else { continue }
            list.wanted = nil
            list.position = position
            return place == position ? [] : wrapped(step)
        }
        return noMatch(needle)
    }

    private mutating func findInDetail(_ needle: SearchTerm, _ step: Int) -> [Effect] {
        guard let document = detail.document, let pane = layout.detail else {
            return noMatch(needle)
        }
        let start = search.detailRow.map { $0 + step } ?? detail.top
        let edge = step > 0 ? 0 : document.rowCount - 1
        var effects: [Effect] = []
        var found: Int?
        if (0..<document.rowCount).contains(start) {
            found = document.row(containing: needle.raw, from: start, step: step)
        }
        if found == nil, document.rowCount > 0 {
            found = document.row(containing: needle.raw, from: edge, step: step)
            if found != nil { effects = wrapped(step) }
        }
        guard let found else { return noMatch(needle) }
        search.detailRow = found
        if !(detail.top..<detail.top + pane.rows).contains(found) {
            detail.top = max(0, found - pane.rows / 3)
        }
        return effects
    }

    private mutating func wrapped(_ step: Int) -> [Effect] {
        message.show(step > 0 ? "search went on at the top" : "search went on at the bottom")
    }

    private mutating func noMatch(_ needle: SearchTerm) -> [Effect] {
        message.show("no match for \(needle.text)", isError: true)
    }
}
