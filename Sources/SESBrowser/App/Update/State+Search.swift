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

    /// Rows near the cursor are looked at here; the rest is for the thread beside the screen.
    private mutating func findInList(_ needle: SearchTerm, _ step: Int) -> [Effect] {
        let count = rows.count
        guard count > 0 else { return noMatch(needle) }
        for distance in 1...min(count, Self.nearbyRows) {
            let position = wrapping(list.position + step * distance)
            if table.holds(needle.folded, row: rows[position]) { return goToMatch(position, step) }
        }
        guard count > Self.nearbyRows else { return noMatch(needle) }
        search.isUnderWay = true
        search.step = step
        let start = wrapping(list.position + step * (Self.nearbyRows + 1))
        return [.find(needle, from: start, step: step, questions.begin(.search))]
    }

    /// How many rows are searched before the screen is drawn again.
    private static let nearbyRows = 5000

    private func wrapping(_ position: Int) -> Int {
        let rest = position % rows.count
        return rest < 0 ? rest + rows.count : rest
    }

    /// Takes where a text was found that stands in no row near the cursor.
    mutating func takeMatch(_ position: Int?, number: Int) -> [Effect] {
        guard questions.isLatest(number, .search), let needle = search.needle else { return [] }
        questions.drop(.search)
        search.isUnderWay = false
        guard let position, position < rows.count else { return noMatch(needle) }
        return goToMatch(position, search.step)
    }

    private mutating func goToMatch(_ position: Int, _ step: Int) -> [Effect] {
        let isBehind = step > 0 ? position <= list.position : position >= list.position
        list.wanted = nil
        list.position = position
        return isBehind ? wrapped(step) : []
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
