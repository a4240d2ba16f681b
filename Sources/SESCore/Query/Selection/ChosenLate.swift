/// What was read again of a few rows, so that a question about the same rows, or about some of them, goes on
/// from there.
struct ChosenLate: Sendable {
    /// What was read; rows that nobody asked for say nothing.
    private(set) var columns = LateColumns()
    /// How many rows, from the first on, are known without having been asked for.
    private var wholeCount = 0
    /// The rows behind those that were asked for.
    private var chosen = RowBits(count: 0)
}

extension ChosenLate {
    /// True where rows are so few beside those that are not known that reading all would be a waste.
    static func isWorthIt(_ rows: RowBits, beside unknown: Int) -> Bool {
        rows.members * 3 < unknown
    }

    /// Asks for rows. What was read is kept where it holds all of them, else it begins anew with what is
    /// known of all rows.
    mutating func ask(_ rows: RowBits, beside late: LateColumns) {
        var missing = rows
        missing.remove(below: wholeCount)
        missing.subtract(chosen)
        let end = columns.rowCount
        guard end >= late.rowCount, missing.first(from: 0, below: end) == end else {
            self = ChosenLate(columns: late, wholeCount: late.rowCount, chosen: rows)
            return
        }
        var unread = chosen
        unread.remove(below: end)
        chosen.subtract(unread)
        chosen.grow(to: rows.count)
        chosen.formUnion(rows)
    }

    /// Takes what is known now of the rows that were asked for.
    mutating func take(_ columns: LateColumns) { self.columns = columns }
}
