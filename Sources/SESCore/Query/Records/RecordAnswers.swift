/// Which rows answer a condition that only the whole record tells, such as `to:` or `header.NAME:`,
/// for the conditions that were asked for so far.
///
/// The answers of ``mostKept`` terms are kept, 1 bit a row each; the one that was asked for longest ago
/// goes first.
public struct RecordAnswers: Sendable {
    private var answers: [Term: Answer] = [:]
    /// The terms, the one that was asked for last at the end.
    private var terms: [Term] = []
    /// How many terms may be kept now.
    private var room = Self.mostKept

    /// How many terms are kept, unless more were asked for at once.
    public static let mostKept = 16

    private struct Answer: Sendable {
        var rows: RowBits
        /// How many of these rows could not be read again, so that they are out.
        var missedCount = 0
    }

    /// Nothing was asked for yet.
    public init() {}
}

extension RecordAnswers {
    /// The rows that match a term, of the first rows of the table as many as the set counts; nil where it
    /// was never asked for, or is no longer kept.
    public subscript(term: Term) -> RowBits? {
        get { answers[term]?.rows }
        set {
            guard let newValue else {
                answers[term] = nil
                terms.removeAll { $0 == term }
                return
            }
            if answers[term] == nil { terms.append(term) }
            answers[term, default: Answer(rows: newValue)].rows = newValue
            dropOldest()
        }
    }

    /// How many of the rows that were looked at for a term could not be read again.
    public func missedCount(_ term: Term) -> Int { answers[term]?.missedCount ?? 0 }

    /// Of how many rows, from the first on, the answers to all of these terms are known.
    public func rowCount(_ asked: [Term]) -> Int {
        asked.map { answers[$0]?.rows.count ?? 0 }.min() ?? .max
    }

    /// Takes note that terms are asked for together: all of them are kept, and others that were asked
    /// for longest ago may go.
    public mutating func ask(_ asked: [Term]) {
        for term in asked where answers[term] == nil {
            answers[term] = Answer(rows: RowBits(count: 0))
        }
        terms.removeAll { asked.contains($0) }
        for term in asked where !terms.contains(term) { terms.append(term) }
        room = max(Self.mostKept, Set(asked).count)
        dropOldest()
    }

    /// Puts an answer that covers more rows in the place of the one so far.
    mutating func update(_ term: Term, _ rows: RowBits, missedCount: Int) {
        answers[term] = Answer(rows: rows, missedCount: missedCount)
    }

    private mutating func dropOldest() {
        while terms.count > room { answers[terms.removeFirst()] = nil }
    }
}
