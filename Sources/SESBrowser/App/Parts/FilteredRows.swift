import SESCore

/// The rows of the table that the filter lets through, in reading order.
///
/// Without a filter no array is kept. A later snapshot of the same table only has its new rows
/// looked at.
struct FilteredRows: Sendable {
    /// The rows that match; nil where all do.
    private var matches: [UInt32]?
    private let answers: FilterTable?
    /// How many rows of the table were looked at.
    private(set) var scanned = 0

    /// No rows yet, of those that a filter lets through.
    init(_ filter: VerdictFilter) {
        answers = filter.isEmpty ? nil : FilterTable(filter)
        matches = filter.isEmpty ? nil : []
    }
}

extension FilteredRows {
    /// How many rows are let through.
    var count: Int { matches?.count ?? scanned }

    /// The row of the table at a position in the list, from 0 up to ``count``.
    subscript(position: Int) -> Int { matches.map { Int($0[position]) } ?? position }

    /// Looks at the rows that the table has got since the last time.
    mutating func extend(to table: EventTable) {
        if let answers, var found = matches.take() {
            table.forEachFacts(from: scanned) { row, facts in
                if answers.matches(facts) { found.append(UInt32(truncatingIfNeeded: row)) }
            }
            matches = found
        }
        scanned = table.count
    }

    /// The position of the first row that is not before the given one; ``count`` where none is.
    func firstPosition(notBefore row: Int) -> Int {
        guard let matches else { return min(row, scanned) }
        var low = 0
        var high = matches.count
        while low < high {
            let middle = (low + high) / 2
            if Int(matches[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The position of the row; nil where it is hidden.
    func position(of row: Int) -> Int? {
        let position = firstPosition(notBefore: row)
        return position < count && self[position] == row ? position : nil
    }

    /// The position of the row, or where it is hidden of the next one that is shown, or of the
    /// last one; 0 where none is.
    func nearestPosition(to row: Int) -> Int {
        max(0, min(firstPosition(notBefore: row), count - 1))
    }
}
