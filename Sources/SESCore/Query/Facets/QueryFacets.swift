/// Counts the facets of a query, and of all queries that differ from it only in what is counted.
///
/// One pass over the rows that the other conditions let through counts how often each combination of five
/// statuses stands there, for each span of time and each decision; every count comes from these. Of a table
/// that has grown only the new rows are looked at.
public struct QueryFacets: Sendable {
    private let rest: CompiledQuery
    private let split: FacetSplit
    private let countsFolds: Bool
    private let starts: SpanStarts
    /// For each decision, each set of spans that a mail is in, as bits, and each combination of statuses, how
    /// many; of undecided mails alone as long as there is no mark.
    private var counts = [UInt32](repeating: 0, count: Self.perDecision)
    /// Where these are not 0.
    private var used: [Int] = []
    /// How many rows of the table are counted so far.
    public private(set) var counted = 0
    /// How many of them could not be judged, since a regular expression hit its limits.
    public private(set) var notJudged = 0

    private static let perDecision = 8 * StatusTable.count

    /// Facets of which nothing is counted yet.
    ///
    /// - Parameters:
    ///   - query: What is asked.
    ///   - now: The moment that `newer:` and `older:` count from.
    ///   - isFolded: True where the deliveries of a mail that were judged alike count once.
    /// - Throws: ``RegexError`` for a regular expression that PCRE2 does not take.
    public init(_ query: Query, now: Timestamp, isFolded: Bool) throws(RegexError) {
        split = FacetSplit(query)
        rest = try CompiledQuery(split.rest, now: now)
        countsFolds = !isFolded
        starts = SpanStarts(now: now, own: split.span)
    }
}

extension QueryFacets {
    /// What has to be known besides the table.
    public var needs: QueryNeeds { rest.needs }

    /// Counts the rows that the table has got since the last time, as far as all is known of them; blocks
    /// until that is done. Where more becomes known of rows that are counted, as when deliveries are
    /// linked, or where marks have changed, new facets are to be made.
    ///
    /// - Returns: False where `isWanted` gave up; nothing is counted then.
    public mutating func extend(
        to table: EventTable, late: LateColumns = LateColumns(),
        records: RecordAnswers = RecordAnswers(), deliveries: Deliveries = Deliveries(),
        marks: RowMarks = RowMarks(), while isWanted: () -> Bool = { true }
    ) -> Bool {
        let known = needs.known(of: table.count, late, records, deliveries)
        guard known > counted else { return true }
        let range = counted..<known
        let result = rest.rows(
            of: table, range: range, late: late, records: records, deliveries: deliveries,
            marks: marks, while: isWanted)
        guard let result else { return false }
        add(result.rows, of: table, range, marks, folds: countsFolds ? Deliveries() : deliveries)
        counted = known
        notJudged += result.notJudged
        return true
    }

    private mutating func add(
        _ rows: RowBits, of table: EventTable, _ range: Range<Int>, _ marks: RowMarks,
        folds: Deliveries
    ) {
        let (starts, mayBeFolded) = (starts, folds.foldedCount > 0)
        var (counts, used): ([UInt32], [Int]) = ([], [])
        swap(&counts, &self.counts)
        swap(&used, &self.used)
        if marks.count > 0, counts.count == Self.perDecision {
            let more = Self.perDecision * (RowMark.Decided.allCases.count - 1)
            counts += repeatElement(0, count: more)
        }
        _ = table.forEachBlock(in: range) { block in
            let (facts, times) = (block.piece.facts, block.piece.times)
            let shift = block.first - block.rows.lowerBound
            for row in block.rows {
                guard rows[row + shift], !mayBeFolded || !folds.isFolded(row + shift) else {
                    continue
                }
                let decided = Int(marks[row + shift].decided.rawValue)
                let place =
                    (decided * 8 + starts.spans(of: times[row])) * StatusTable.count
                    + facts[row].statuses
                if counts[place] == 0 { used.append(place) }
                counts[place] += 1
            }
            return true
        }
        swap(&counts, &self.counts)
        swap(&used, &self.used)
    }

    /// The counts of a query: of the one these facets were made for, or of one that differs from it only in
    /// terms on single checks, on decisions and in `newer:1h` or `newer:24h`; nil for any other.
    public func counts(of query: Query) -> FacetCounts? {
        let asked = FacetSplit(query)
        guard asked.rest == split.rest, let bit = bit(of: asked.span) else { return nil }
        var found = FacetCounts()
        for place in used {
            let count = Int(counts[place])
            let facts = Facts(bits: UInt32(place % StatusTable.count))
            let spans = place / StatusTable.count % 8
            let decided = RowMark.Decided(rawValue: UInt8(place / Self.perDecision)) ?? .no
            let (failing, areSeveral) = asked.failing(facts)
            guard !areSeveral else { continue }
            let isInSpan = bit == 0 || spans & bit != 0
            if isInSpan, failing == nil { found[decided] += count }
            guard asked.decided.contains(decided) else { continue }
            if isInSpan {
                for check in failing.map({ [$0] }) ?? Check.allCases {
                    found[check, facts[check]] += count
                }
            }
            guard failing == nil else { continue }
            found.anyTime += count
            if spans & 1 != 0 { found.lastHour += count }
            if spans & 2 != 0 { found.lastDay += count }
        }
        return found
    }

    /// The bit of a span in what was counted; 0 for any time, nil where it was not counted.
    private func bit(of span: FacetSpan) -> Int? {
        switch span {
        case .hour: 1
        case .day: 2
        case .any: 0
        case .other: split.span == span ? 4 : nil
        }
    }
}

/// Where spans of time begin, in milliseconds since 1970.
private struct SpanStarts: Sendable {
    private let hour: Int64
    private let day: Int64
    private let own: Int64

    init(now: Timestamp, own: FacetSpan) {
        func start(_ span: FacetSpan) -> Int64 {
            guard let age = span.milliseconds else { return .min }
            let (start, isBeyond) = now.milliseconds.subtractingReportingOverflow(age)
            return isBeyond ? .min : start
        }
        (hour, day, self.own) = (start(.hour), start(.day), start(own))
    }

    /// The spans that a moment is in, as bits: the last hour, the last day, that of the query.
    @inline(__always)
    func spans(of time: Timestamp) -> Int {
        guard !time.isMissing else { return 0 }
        let moment = time.milliseconds
        return (moment >= hour ? 1 : 0) | (moment >= day ? 2 : 0) | (moment >= own ? 4 : 0)
    }
}
