/// A rectangle of the screen.
struct Region: Hashable, Sendable {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
}

extension Region {
    /// The rectangle without its first rows.
    func dropping(rows count: Int) -> Region {
        let count = min(count, rows)
        return Region(row: row + count, column: column, rows: rows - count, columns: columns)
    }
}
