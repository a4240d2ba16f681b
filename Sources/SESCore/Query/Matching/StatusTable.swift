/// The answer of a condition on statuses alone for each of the 32,768 combinations that ``Facts``
/// can hold.
struct StatusTable: Hashable, Sendable {
    /// How many combinations there are.
    static let count = 1 << 15

    /// A bit for each combination, at the place of ``Facts/statuses``.
    var rows: RowBits
}

extension StatusTable {
    /// The combinations in which a check has one of some statuses.
    init(_ check: Check, _ statuses: StatusSet) {
        rows = RowBits(count: Self.count)
        let patterns = (0..<8).map { pattern in
            statuses.contains(VerdictStatus(rawValue: UInt8(pattern)) ?? .other)
        }
        let shift = Int(check.rawValue) * 3
        for combination in 0..<Self.count where patterns[combination >> shift & 7] {
            rows[combination] = true
        }
    }

    /// The combinations in which any check has one of some statuses.
    init(any statuses: StatusSet) {
        rows = RowBits(count: Self.count)
        for check in Check.allCases { rows.formUnion(StatusTable(check, statuses).rows) }
    }

    /// The combinations that a query lets through; nil where it asks for more than statuses.
    init?(_ query: Query) {
        guard let rows = Self.rows(query) else { return nil }
        self.init(rows: rows)
    }

    private static func rows(_ query: Query) -> RowBits? {
        switch query {
        case .term(.verdict(let check, let statuses)): return StatusTable(check, statuses).rows
        case .term(.anyVerdict(let statuses)): return StatusTable(any: statuses).rows
        case .term: return nil
        case .all: return RowBits(count: count, repeating: true)
        case .negation(let inner):
            var rows = rows(inner)
            rows?.invert()
            return rows
        case .conjunction(let members):
            return combined(members, from: RowBits(count: count, repeating: true)) {
                $0.formIntersection($1)
            }
        case .disjunction(let members):
            return combined(members, from: RowBits(count: count)) { $0.formUnion($1) }
        }
    }

    private static func combined(
        _ members: [Query], from start: RowBits, _ combine: (inout RowBits, RowBits) -> Void
    ) -> RowBits? {
        var all = start
        for member in members {
            guard let rows = rows(member) else { return nil }
            combine(&all, rows)
        }
        return all
    }
}
