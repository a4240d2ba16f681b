import SESCore

/// The rows of the table that the filter lets through, in the order that was asked for; of the
/// deliveries of a mail only the one that stands for them, where the list is folded.
///
/// Where every row is let through in reading order no array is kept. Of a later snapshot of the same table
/// only the new rows are looked at; they are merged into a sorted list.
struct FilteredRows: Sendable {
    /// The rows that match; nil where all do, in reading order.
    private var matches: [UInt32]?
    private let answers: FilterTable?
    private let order: RowOrder
    /// Which rows stand for others.
    private let folds: Deliveries
    /// Their keys, where there is another order than that of reading.
    private var keys: [UInt64] = []
    /// How many rows of the table were looked at.
    private(set) var scanned = 0

    /// No rows yet, of those that a filter lets through.
    init(
        _ filter: VerdictFilter, order: RowOrder = .reading, folds: Deliveries = Deliveries()
    ) {
        answers = filter.isEmpty ? nil : FilterTable(filter)
        let showsAll = filter.isEmpty && folds.foldedCount == 0
        matches = showsAll && order == .reading ? nil : []
        self.order = order
        self.folds = folds
    }
}

extension FilteredRows {
    /// How many rows are let through.
    var count: Int { matches?.count ?? scanned }

    /// The row of the table at a position in the list, from 0 up to ``count``.
    subscript(position: Int) -> Int { matches.map { Int($0[position]) } ?? position }

    /// The rows of the table that are let through, in the order of the list; nil where all are.
    var selected: [UInt32]? { matches }

    /// Looks at the rows that the table has got since the last time.
    mutating func extend(to table: EventTable) {
        if var found = matches.take() {
            let old = found.count
            table.forEachFacts(from: scanned) { row, facts in
                if answers?.matches(facts) ?? true, !folds.isFolded(row) {
                    found.append(UInt32(truncatingIfNeeded: row))
                }
            }
            if order != .reading, found.count > old { sort(&found, from: old, table) }
            matches = found
        }
        scanned = table.count
    }

    /// The position of the row, or of the one that stands for it; nil where it is hidden.
    func position(of row: Int, in table: EventTable) -> Int? {
        let row = shown(row)
        let position = firstPosition(notBefore: row, in: table)
        return position < count && self[position] == row ? position : nil
    }

    /// The position of the row, or where it is hidden of the next one that is shown, or of the
    /// last one; 0 where none is.
    func nearestPosition(to row: Int, in table: EventTable) -> Int {
        max(0, min(firstPosition(notBefore: shown(row), in: table), count - 1))
    }

    private func shown(_ row: Int) -> Int { folds.isFolded(row) ? folds.leader(of: row) : row }

    /// The position of the first row that does not stand before the given one; ``count`` where
    /// none is.
    private func firstPosition(notBefore row: Int, in table: EventTable) -> Int {
        guard let matches else { return min(row, scanned) }
        let key = order == .reading || row >= table.count ? 0 : order.key(table[row])
        var low = 0
        var high = matches.count
        while low < high {
            let middle = (low + high) / 2
            let other = keys.isEmpty ? 0 : keys[middle]
            let isBefore = other < key || other == key && Int(matches[middle]) < row
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Puts the rows from `old` on into their places among the rows before them.
    private mutating func sort(_ rows: inout [UInt32], from old: Int, _ table: EventTable) {
        var entries = rows[old...].map { Entry(key: order.key(table[Int($0)]), row: $0) }
        entries.sort()
        var merged: [Entry] = []
        merged.reserveCapacity(rows.count)
        var next = 0
        for index in 0..<old {
            let entry = Entry(key: keys[index], row: rows[index])
            while next < entries.count, entries[next] < entry {
                merged.append(entries[next])
                next += 1
            }
            merged.append(entry)
        }
        merged += entries[next...]
        rows = merged.map(\.row)
        keys = merged.map(\.key)
    }

    /// A row and what it is sorted by; rows of equal keys stay in reading order.
    private struct Entry: Comparable {
        let key: UInt64
        let row: UInt32

        static func < (left: Entry, right: Entry) -> Bool {
            left.key == right.key ? left.row < right.row : left.key < right.key
        }
    }
}
