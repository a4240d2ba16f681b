/// Rows that were picked, kept so that of a table that has grown only the new ones are looked at.
struct Picked: Sendable {
    /// What they were picked for.
    let basis: Basis
    /// True where nothing but the table and the marks decides, so that what was picked stays.
    let isLasting: Bool
    /// How many rows of the table were looked at.
    private(set) var count = 0
    /// The rows in reading order.
    private(set) var rows: [UInt32] = []
    /// How many could not be judged, since a regular expression hit its limits.
    private(set) var notJudged = 0
    /// The rows as they were sorted last.
    private var sorted: SortedRows?
    /// How many of ``rows`` these are.
    private var sortedCount = 0

    /// What makes other rows, or other counts.
    struct Basis: Hashable {
        let query: Query
        let folded: Int
        let linked: Int
        /// The version of the marks and of how many rows there are any; nil where they do not matter.
        let marks: [Int]?

        init(_ request: SelectionRequest, needsMarks: Bool) {
            query = request.query
            folded = request.folds.foldedCount
            linked = request.deliveries.rowCount
            marks = needsMarks ? [request.marks.version, request.marks.count] : nil
        }
    }

    /// No rows yet.
    init(_ request: SelectionRequest, _ needs: QueryNeeds) {
        basis = Basis(request, needsMarks: needs.marks)
        var others = needs
        others.marks = false
        isLasting = others == QueryNeeds() && !request.query.dependsOnNow
    }
}

extension Picked {
    /// Takes what was found among the rows behind those that were looked at.
    mutating func append(_ found: MatchResult, folds: Deliveries) {
        var new = found.rows
        folds.removeFolded(from: &new)
        new.forEach { rows.append(UInt32(truncatingIfNeeded: $0)) }
        count = found.range.upperBound
        notJudged += found.notJudged
    }

    /// The rows in an order; nil where it was given up.
    mutating func shown(
        _ request: SelectionRequest, _ late: LateColumns, while isWanted: () -> Bool
    ) -> ShownRows? {
        guard request.order != .reading else { return ShownRows(rows, folds: request.folds) }
        let (table, deliveries) = (request.table, request.deliveries)
        if let sorted, sorted.order == request.order {
            self.sorted = sorted.merging(
                Array(rows[sortedCount...]), table, late: late, deliveries: deliveries,
                while: isWanted)
        } else {
            sorted = SortedRows(
                rows, by: request.order, table, late: late, deliveries: deliveries, while: isWanted)
        }
        sortedCount = rows.count
        return sorted.map { ShownRows($0, folds: request.folds) }
    }
}
