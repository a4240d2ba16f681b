import SESCore

/// The rows of the table that the filter lets through, in the order that was asked for; of the
/// deliveries of a mail only the one that stands for them, where the list is folded.
///
/// Where every row is let through in reading order no array is kept. Of a later snapshot of the same table
/// only the new rows are looked at; they are merged into a sorted list.
struct FilteredRows: Sendable {
    /// The rows that match; nil where all do, in reading order.
    private var matches: SortedRows?
    private let answers: FilterTable?
    private let order: RowOrder
    /// Which rows stand for others.
    private let folds: Deliveries
    /// How many rows of the table were looked at.
    private(set) var scanned = 0

    /// No rows yet, of those that a filter lets through.
    init(
        _ filter: VerdictFilter, order: RowOrder = .reading, folds: Deliveries = Deliveries()
    ) {
        answers = filter.isEmpty ? nil : FilterTable(filter)
        let showsAll = filter.isEmpty && folds.foldedCount == 0
        matches =
            showsAll && order == .reading ? nil : SortedRows([], by: order, EventTable())
        self.order = order
        self.folds = folds
    }
}

extension FilteredRows {
    /// How many rows are let through.
    var count: Int { matches?.count ?? scanned }

    /// The row of the table at a position in the list, from 0 up to ``count``.
    subscript(position: Int) -> Int { matches?[position] ?? position }

    /// Looks at the rows that the table has got since the last time.
    mutating func extend(to table: EventTable) {
        if let old = matches {
            var found: [UInt32] = []
            table.forEachFacts(from: scanned) { row, facts in
                if answers?.matches(facts) ?? true, !folds.isFolded(row) {
                    found.append(UInt32(truncatingIfNeeded: row))
                }
            }
            matches = old.merging(found, table, deliveries: folds)
        }
        scanned = table.count
    }

    /// The position of the row, or of the one that stands for it; nil where it is hidden.
    func position(of row: Int, in table: EventTable) -> Int? {
        let row = shown(row)
        guard let matches else { return row < scanned ? row : nil }
        return matches.position(of: row)
    }

    /// The position of the row, or where it is hidden of the next one that is shown, or of the
    /// last one; 0 where none is.
    func nearestPosition(to row: Int, in table: EventTable) -> Int {
        let row = shown(row)
        return max(0, min(matches?.insertionPosition(of: row) ?? row, count - 1))
    }

    private func shown(_ row: Int) -> Int { folds.isFolded(row) ? folds.leader(of: row) : row }
}
