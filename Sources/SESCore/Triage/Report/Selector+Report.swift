/// A filter that is tried on decided mails.
public struct TriedFilter: Sendable {
    /// What it is called in the report.
    public let name: RawText
    /// What it finds.
    public let query: Query

    /// A filter under a name.
    public init(name: RawText, query: Query) {
        self.name = name
        self.query = query
    }
}

extension Selector {
    /// Counts what was decided about shown rows against what SES said of them.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - marks: What was decided about them.
    ///   - filters: Filters that are meant to find spam.
    ///   - request: The table, and what else a filter needs; its query does not matter.
    ///   - isWanted: Asked every now and then, by any thread; no gives the work up.
    /// - Returns: nil where it was given up.
    public mutating func report(
        on rows: ShownRows, marks: RowMarks, trying filters: [TriedFilter],
        _ request: SelectionRequest, while isWanted: @escaping @Sendable () -> Bool
    ) -> TriageReport? {
        var found: [RowBits] = []
        let isAnyDecided = (0..<marks.count).contains { marks[$0].decided != .no }
        for filter in filters where isAnyDecided {
            var request = request
            request.query = filter.query
            guard let bits = bits(request, while: isWanted) else { return nil }
            found.append(bits)
        }
        var report = TriageReport(presets: filters.map(\.name))
        for position in 0..<rows.count {
            if position % 4096 == 0, !isWanted() { return nil }
            let row = rows[position]
            let decision = Decision(rawValue: marks[row].decided.rawValue)
            let domain = decision.flatMap { _ in
                MailboxText(RawText(request.table[row].from)).domain
            }
            report.add(request.table.facts(row), decision: decision, domain: domain) {
                found[$0][row]
            }
        }
        return report
    }
}
