/// The mails that statistics are made of.
public struct StatisticsSource: Sendable {
    /// The table.
    public var table: EventTable
    /// Which of its rows count.
    public var rows: Rows
    /// What is known of fields that the index does not hold.
    public var late: LateColumns
    /// How many different texts of a field are told apart.
    var mostDifferent = Ranking.mostDifferent

    /// Rows of a table.
    public init(_ table: EventTable, rows: Rows = .all, late: LateColumns = LateColumns()) {
        self.table = table
        self.rows = rows
        self.late = late
    }

    /// The rows that a list shows.
    public init(_ table: EventTable, shown: ShownRows, late: LateColumns) {
        self.init(table, rows: shown.listed.map { .listed($0) } ?? .all, late: late)
    }

    /// Rows of a table, in one of the forms in which a list holds them.
    public enum Rows: Sendable {
        /// Every row.
        case all
        /// These rows, in any order, none twice.
        case listed([UInt32])
        /// The rows of a set.
        case set(RowBits)
    }
}

extension StatisticsSource.Rows {
    /// The rows as a set for a table of so many; nil for every row.
    func bits(count: Int) -> RowBits? {
        switch self {
        case .all: return nil
        case .set(let bits): return bits
        case .listed(let rows):
            var bits = RowBits(count: count)
            for row in rows where row < count { bits[Int(row)] = true }
            return bits
        }
    }
}
