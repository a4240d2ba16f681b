/// Which rows answer a condition that only the whole record tells, such as `to:` or `header.NAME:`,
/// for the conditions that were asked for so far.
public struct RecordAnswers: Sendable {
    private var answers: [Term: RowBits] = [:]

    /// Nothing was asked for yet.
    public init() {}
}

extension RecordAnswers {
    /// The rows that match a term, of the first rows of the table as many as the set counts; nil where it
    /// was never asked for.
    public subscript(term: Term) -> RowBits? {
        get { answers[term] }
        set { answers[term] = newValue }
    }
}
