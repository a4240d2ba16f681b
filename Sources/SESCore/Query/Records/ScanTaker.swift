/// Asks a matcher about records, and takes from them what late columns hold.
struct ScanTaker: RecordTaker {
    private let terms: [(term: Term, first: Int)]
    private let firstLate: Int
    private let matches: RecordMatcher
    private let wish: RecordWish
    private var findings: Findings

    /// What was found in some rows.
    struct Findings: Sendable {
        /// For each term the rows that answer it.
        var hits: [[UInt32]]
        /// The rows that cannot be read again.
        var missed: [UInt32] = []
        var late = LateBatch()
    }

    /// A taker that asks each term from a row on, and takes late columns from one on.
    init(terms: [(term: Term, first: Int)], firstLate: Int, matches: @escaping RecordMatcher) {
        self.terms = terms
        self.firstLate = firstLate
        self.matches = matches
        var wish = firstLate == .max ? RecordWish() : .particulars
        for (term, _) in terms { wish.formUnion(RecordWish(term)) }
        self.wish = wish
        findings = Findings(hits: Array(repeating: [], count: terms.count))
    }

    mutating func take(_ record: Span<UInt8>, row: Int) {
        let event = EventDecoder.event(record, wanting: wish)
        for (index, (term, first)) in terms.enumerated() where row >= first {
            if matches(term, event) { findings.hits[index].append(UInt32(row)) }
        }
        if row >= firstLate { findings.late.append(RowParticulars(event)) }
    }

    mutating func miss(row: Int, reason: String) {
        findings.missed.append(UInt32(row))
        if row >= firstLate { findings.late.appendMissed(reason) }
    }

    mutating func finish() -> Findings {
        defer { findings = Findings(hits: Array(repeating: [], count: terms.count)) }
        return findings
    }
}
