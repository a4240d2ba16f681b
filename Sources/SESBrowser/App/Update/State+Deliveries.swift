import SESCore

extension State {
    /// Which rows stand for others in the list.
    var folds: Deliveries { isUnfolded ? Deliveries() : deliveries }

    /// How many rows the list has without a filter: mails, or deliveries where it is unfolded.
    var total: Int { table.count - folds.foldedCount }

    /// Takes which rows tell of the same mail, and folds them.
    mutating func take(_ found: Deliveries) -> [Effect] {
        guard found.rowCount == table.count, !load.isReloading else { return [] }
        deliveries = found
        guard !found.isEmpty else { return [] }
        foldingChanged()
        let isShown = detail.row == detail.awaited
        return isShown && detail.row.map({ found.mailCount(of: $0) > 1 }) == true
            ? detail.again() : []
    }

    /// Gives each delivery a row of its own, or folds those of a mail again.
    mutating func toggleDeliveries() -> [Effect] {
        guard deliveries.foldedCount > 0 else {
            let isKnown = deliveries.rowCount == table.count
            return message.show(
                isKnown
                    ? "no mail has a second delivery with the same verdicts"
                    : "deliveries are put together when all is read")
        }
        isUnfolded.toggle()
        foldingChanged()
        return message.show(
            isUnfolded ? "each delivery has a row; D folds them" : "one row a mail; D unfolds them")
    }

    /// Counts what the cells of the open filter bar would show.
    mutating func countFacets() {
        let folds = folds
        bar?.count(table, filter.filter, folds: folds)
    }

    /// Looks at every row anew; the cursor stays on its mail and at its height on the screen.
    private mutating func foldingChanged() {
        let offset = list.position - list.top
        let anchor = list.anchor
        bar?.forgetCounts()
        filterChanged(rewritesText: false)
        if anchor != nil, list.position > 0 { list.top = list.position - offset }
    }
}
