/// Rows of a table in an order, and where each of them stands.
///
/// It keeps what it was sorted by, so that a place is found by some twenty comparisons, and so that new rows
/// are put among the old ones without sorting these again.
public struct SortedRows: Sendable {
    /// The rows in their order.
    public let rows: [UInt32]
    private let comparison: RowComparison
}

extension SortedRows {
    /// Sorts rows; see ``RowSorter/sort(_:by:_:late:deliveries:while:)``. Nil where it was given up.
    public init?(
        _ rows: [UInt32], by order: RowOrder, _ table: EventTable,
        late: LateColumns = LateColumns(), deliveries: Deliveries = Deliveries(),
        while isWanted: () -> Bool = { true }
    ) {
        comparison = RowComparison(
            order: order, table: table, late: late, deliveries: deliveries)
        guard let sorted = RowSorter.sort(rows, comparison, while: isWanted) else { return nil }
        self.rows = sorted
    }

    /// The order.
    public var order: RowOrder { comparison.order }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// The row at a position from 0 up to ``count``.
    public subscript(position: Int) -> Int { Int(rows[position]) }

    /// The position of a row; nil where it is not among the rows.
    public func position(of row: Int) -> Int? {
        let position = insertionPosition(of: row)
        return position < count && self[position] == row ? position : nil
    }

    /// The position at which a row of the table stands, or would stand if it were among the rows:
    /// ``count`` where that is behind all of them. A row that the table does not have is behind all.
    public func insertionPosition(of row: Int) -> Int {
        guard row < comparison.table.count else { return count }
        return rows.gallop(from: 0) { comparison.precedes($0, UInt32(row)) }
    }
}

extension SortedRows {
    /// The rows with others among them, in the order as later snapshots tell it.
    ///
    /// Only the new rows are sorted, and those of which late columns tell only now; where they are many,
    /// or the order is by deliveries and these have changed, all are sorted anew.
    ///
    /// - Parameters:
    ///   - newRows: Rows of the table that are not among the rows, ascending.
    ///   - table: A later snapshot of the table.
    ///   - late: Late columns, as they were or of more rows.
    ///   - deliveries: Which rows tell of the same mail.
    ///   - isWanted: Asked every now and then; false gives up.
    /// - Returns: nil where it was given up.
    public func merging(
        _ newRows: [UInt32], _ table: EventTable, late: LateColumns = LateColumns(),
        deliveries: Deliveries = Deliveries(), while isWanted: () -> Bool = { true }
    ) -> SortedRows? {
        let later = RowComparison(
            order: order, table: table, late: late, deliveries: deliveries)
        var (old, new) = (rows, newRows)
        if order.needsLateColumns, late.rowCount > comparison.late.rowCount {
            let known = UInt32(comparison.late.rowCount)..<UInt32(late.rowCount)
            new = Self.merge(old.filter(known.contains).sorted(), new, while: <)
            old.removeAll(where: known.contains)
        }
        let isRecounted =
            order.needsDeliveries && deliveries.rowCount != comparison.deliveries.rowCount
        if isRecounted || new.count >= old.count / Self.fewest {
            let all = Self.merge(old.sorted(), new, while: <)
            return RowSorter.sort(all, later, while: isWanted).map {
                SortedRows(rows: $0, comparison: later)
            }
        }
        guard let sorted = RowSorter.sort(new, later, while: isWanted) else { return nil }
        return SortedRows(
            rows: Self.merge(old, sorted, while: later.precedes), comparison: later)
    }

    /// All are sorted anew where the new rows are at least the one in so many.
    private static let fewest = 8

    /// Two sorted lists as one.
    private static func merge(
        _ old: [UInt32], _ new: [UInt32], while precedes: (UInt32, UInt32) -> Bool
    ) -> [UInt32] {
        var merged: [UInt32] = []
        merged.reserveCapacity(old.count + new.count)
        var taken = 0
        for row in new {
            let position = old.gallop(from: taken) { precedes($0, row) }
            merged += old[taken..<position]
            merged.append(row)
            taken = position
        }
        return merged + old[taken...]
    }
}

extension [UInt32] {
    /// The first position from one on that `isBefore` does not hold for; it holds for those before. Near
    /// positions are found by fewer questions than far ones.
    fileprivate func gallop(from start: Int, _ isBefore: (UInt32) -> Bool) -> Int {
        var low = start
        var step = 1
        while low + step <= count, isBefore(self[low + step - 1]) {
            low += step
            step *= 2
        }
        var high = Swift.min(count, low + step - 1)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
