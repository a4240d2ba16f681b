/// A query made ready to be asked of many rows, once for all of them; threads may share it.
public struct CompiledQuery: Sendable {
    /// What was compiled.
    public let query: Query
    /// What has to be known besides the table.
    public let needs: QueryNeeds
    /// The conditions that only the records answer, one for each of the ``QueryNeeds/recordTerms``.
    public let recordConditions: [RecordCondition]
    private let judge: any RowJudge

    /// Compiles a query.
    ///
    /// - Parameters:
    ///   - query: What is asked.
    ///   - now: The moment that `newer:` and `older:` count from.
    /// - Throws: ``RegexError`` for a regular expression that PCRE2 does not take.
    public init(_ query: Query, now: Timestamp) throws(RegexError) {
        var compiler = QueryCompiler(now: now)
        judge = try compiler.judge(query)
        self.query = query
        needs = compiler.needs
        recordConditions = compiler.recordConditions
    }
}

extension CompiledQuery {
    /// Which rows of a range the query lets through.
    ///
    /// The work is linear in the rows and is done on the calling thread.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - range: Rows of the table.
    ///   - late: What was read again, for the first rows of the table.
    ///   - records: What was asked of the records, for the first rows of the table.
    ///   - deliveries: Which rows tell of the same mail, for the first rows of the table.
    ///   - marks: What persons said of the mails.
    ///   - isWanted: Asked every few thousand rows, and more often where regular expressions are slow;
    ///     false gives up.
    /// - Returns: The rows; nil where it was given up.
    public func rows(
        of table: EventTable, range: Range<Int>, late: LateColumns = LateColumns(),
        records: RecordAnswers = RecordAnswers(), deliveries: Deliveries = Deliveries(),
        marks: RowMarks = RowMarks(), while isWanted: () -> Bool = { true }
    ) -> MatchResult? {
        var result = MatchResult(range)
        let known = needs.known(of: table.count, late, records, deliveries)
        let isWhole = withoutActuallyEscaping(isWanted) { isWanted in
            let run = MatchRun(table, late, records, deliveries, marks, while: isWanted)
            return table.forEachBlock(in: range) { block in
                let all = RowBits(count: block.count, repeating: true)
                result.add(judge.answer(block, among: all, run), for: block, known: known)
                return run.goesOn()
            }
        }
        return isWhole ? result : nil
    }
}
