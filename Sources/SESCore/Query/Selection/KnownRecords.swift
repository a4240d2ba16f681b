/// What is known of the rows of a table besides it, as far as a question needs it.
struct KnownRecords: Sendable {
    /// What late columns tell of the rows that the question depends on.
    var late = LateColumns()
    /// Which of these rows answer terms that only the records tell.
    var answers = RecordAnswers()
    /// What late columns tell of all rows up to some row, whatever is asked.
    var lateOfAll = LateColumns()
    /// True where nothing was left out since the question does not depend on it.
    var isOfAll = true
}

extension KnownRecords {
    /// How many of the rows that had to be read again could not be.
    func missedCount(_ needs: QueryNeeds) -> Int {
        let inRecords = needs.recordTerms.map { answers.missedCount($0) }.max() ?? 0
        return max(inRecords, needs.lateColumns ? late.missedCount : 0)
    }

    /// Which rows a query lets through; nil where it was given up.
    func match(
        _ compiled: CompiledQuery, _ request: SelectionRequest, from first: Int = 0,
        while isWanted: () -> Bool
    ) -> MatchResult? {
        compiled.rows(
            of: request.table, range: first..<request.table.count, late: late, records: answers,
            deliveries: request.deliveries, marks: request.marks, while: isWanted)
    }
}
