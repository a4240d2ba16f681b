/// What a query has to know besides the table.
public struct QueryNeeds: Hashable, Sendable {
    /// True where it asks for what ``LateColumns`` hold.
    public var lateColumns = false
    /// True where it asks which mails were delivered several times.
    public var deliveries = false
    /// True where it asks what persons said of the mails.
    public var marks = false
    /// The terms that only the records answer, each once; ``RecordAnswers`` are asked for them.
    public var recordTerms: [Term] = []

    /// Nothing besides the table.
    public init() {}
}

extension QueryNeeds {
    /// Of how many rows everything is known, of a table of `count` rows; marks always are, as a row
    /// without one is undecided.
    public func known(
        of count: Int, _ late: LateColumns, _ records: RecordAnswers, _ deliveries: Deliveries
    ) -> Int {
        var known = count
        if lateColumns { known = min(known, late.rowCount) }
        if self.deliveries { known = min(known, deliveries.rowCount) }
        for term in recordTerms { known = min(known, records[term]?.count ?? 0) }
        return known
    }
}
