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
        let isShown = detail.row == detail.awaited
        let isFolded = isShown && detail.row.map { found.mailCount(of: $0) > 1 } == true
        return select(keepsHeight: true) + (isFolded ? detail.again() : [])
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
        return select(keepsHeight: true)
            + message.show(
                isUnfolded
                    ? "each delivery has a row; D folds them" : "one row a mail; D unfolds them")
    }
}
