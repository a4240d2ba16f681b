/// What a list asks for: which rows, in which order.
public struct SelectionRequest: Sendable {
    /// Which rows.
    public var query: Query
    /// In which order.
    public var order: RowOrder
    /// The table.
    public var table: EventTable
    /// How often the files were read anew; what was found for another reading is void.
    public var reading: Int
    /// Which rows tell of the same mail.
    public var deliveries: Deliveries
    /// True where each delivery has a row of its own.
    public var isUnfolded: Bool
    /// The moment that `newer:` and `older:` count from.
    public var now: Timestamp
    /// True where facets are to be counted too.
    public var countsFacets: Bool
    /// What persons said of the mails.
    public var marks: RowMarks

    /// A request for rows of a table.
    public init(
        query: Query, order: RowOrder = .reading, table: EventTable, reading: Int = 0,
        deliveries: Deliveries = Deliveries(), isUnfolded: Bool = false, now: Timestamp,
        countsFacets: Bool = false, marks: RowMarks = RowMarks()
    ) {
        self.query = query
        self.order = order
        self.table = table
        self.reading = reading
        self.deliveries = deliveries
        self.isUnfolded = isUnfolded
        self.now = now
        self.countsFacets = countsFacets
        self.marks = marks
    }
}

extension SelectionRequest {
    /// Which rows stand for others in the list.
    var folds: Deliveries { isUnfolded ? Deliveries() : deliveries }
}

/// Rows that were picked for a ``SelectionRequest``.
public struct Selection: Sendable {
    /// The rows, in their order.
    public var rows: ShownRows
    /// What the cells of the filter grid would show, where that was asked for.
    public var facets: FacetCounts?
    /// What rows say that the index skips, as far as it was needed.
    public var late: LateColumns
    /// The part of the table that was read again for the question, from 0 to 1; 1 where that was not needed.
    public var fraction = 1.0
    /// How many rows could not be judged, since a regular expression hit its limits.
    public var notJudged = 0
    /// How many rows had to be read again and could not be.
    public var missed = 0

    /// The same as an answer that is not whole.
    func part(_ fraction: Double) -> Selection {
        var part = self
        part.fraction = min(fraction, 0.999)
        return part
    }

    /// True where no more rows follow.
    public var isWhole: Bool { fraction >= 1 }
}

extension Selection {
    /// What a person has to know of the answer; nil where there is nothing.
    public var remark: String? {
        var remarks: [String] = []
        if notJudged > 0 {
            remarks.append("\(notJudged) not judged: the regular expression needs too long there")
        }
        if missed > 0 { remarks.append("\(missed) could not be read again and are left out") }
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    }
}
