/// What one thread uses while it judges rows: what is known besides the table, and room to work in.
final class MatchRun {
    let late: LateColumns
    let records: RecordAnswers
    let deliveries: Deliveries
    let marks: RowMarks
    let files: [FileReport]
    private let isWanted: () -> Bool
    /// True once nobody wants the result any more; answers may be wrong from then on.
    private(set) var isCancelled = false
    private var askedSince = 0
    private var matcher = RegexMatcher()
    /// For each condition on late texts, what it said of each of them so far.
    private var judgements: [Int: [Judgement?]] = [:]

    /// How many texts are looked at without asking whether the result is wanted.
    private static let textsBetween = 64

    init(
        _ table: EventTable, _ late: LateColumns, _ records: RecordAnswers,
        _ deliveries: Deliveries, _ marks: RowMarks, while isWanted: @escaping () -> Bool
    ) {
        self.late = late
        self.records = records
        self.deliveries = deliveries
        self.marks = marks
        self.isWanted = isWanted
        files = table.files
    }
}

extension MatchRun {
    /// Asks whether the result is still wanted.
    func goesOn() -> Bool {
        askedSince = 0
        if !isCancelled, !isWanted() { isCancelled = true }
        return !isCancelled
    }

    /// Whether a text matches a regular expression.
    func judge(_ text: Span<UInt8>, _ code: RegexCode) -> Judgement {
        askedSince += 1
        if askedSince >= Self.textsBetween, !goesOn() { return .unknown }
        guard !isCancelled else { return .unknown }
        let judgement = code.judge(text, with: &matcher)
        // A text that came to a limit took as long as thousands of others.
        if judgement == .unknown { askedSince = Self.textsBetween }
        return judgement
    }

    /// What a condition said so far of each different text of a field; it is given back by
    /// ``keep(_:for:)``.
    func judgements(_ condition: Int, of field: LateField) -> [Judgement?] {
        let known = judgements[condition, default: []]
        judgements[condition] = nil
        guard known.isEmpty else { return known }
        return [Judgement?](repeating: nil, count: late.distinctCount(field))
    }

    /// Remembers what a condition said of texts.
    func keep(_ known: [Judgement?], for condition: Int) { judgements[condition] = known }
}
