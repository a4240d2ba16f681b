/// Whether an event answers a term; it may be asked by several threads at once.
///
/// Of the event at least those parts are there that the term looks at (``MailEvent/texts(of:)``); where
/// the term is no text, all of it is.
public typealias RecordMatcher = @Sendable (Term, MailEvent) -> Bool

/// Reads the records of a table again and asks a matcher which of them answer some terms.
///
/// One pass serves all terms, and late columns at the same time. Each row is read once and asked no term
/// whose answer is known. What comes out depends neither on the threads nor on where a scan was given up
/// and another one went on.
public struct RecordScan: Sendable {
    /// The terms that are asked for.
    public let terms: [Term]
    private let fillsColumns: Bool
    private let matches: RecordMatcher
    private let settings: SweepSettings

    /// A scan for terms, by two threads.
    ///
    /// - Parameters:
    ///   - terms: What is asked for; a term that stands there twice is asked once.
    ///   - fillsColumns: True where late columns are filled too.
    ///   - threads: Starts the second thread.
    ///   - matches: Tells whether an event answers a term.
    public init(
        _ terms: [Term], fillsColumns: Bool = false, threads: ThreadStarter = .plain,
        matches: @escaping RecordMatcher
    ) {
        self.init(
            terms, fillsColumns: fillsColumns, SweepSettings(threads: threads), matches: matches)
    }

    init(
        _ terms: [Term], fillsColumns: Bool = false, _ settings: SweepSettings,
        matches: @escaping RecordMatcher
    ) {
        var seen: Set<Term> = []
        self.terms = terms.filter { seen.insert($0).inserted }
        self.fillsColumns = fillsColumns
        self.settings = settings
        self.matches = matches
    }
}

extension RecordScan {
    /// How far a scan has come.
    public struct Progress: Sendable {
        /// The answers so far, of the scan's terms and of those before.
        public var answers: RecordAnswers
        /// The late columns so far; as they were where the scan does not fill them.
        public var columns: LateColumns
        /// The share of the table's rows that is known of all that was asked for, 0 to 1.
        public var fraction: Double
        /// True where all of them are.
        public var isDone: Bool
    }

    /// Reads the rows that are not known of all that is asked for; blocks until that is done.
    ///
    /// - Parameters:
    ///   - table: The table, or a later snapshot of the one that the answers are of.
    ///   - chosen: Which rows are read, where no columns are filled; others answer no term in what comes
    ///     out, so that it serves no question on them. Nil for all rows.
    ///   - answers: What is known already.
    ///   - columns: Late columns as far as they are known.
    ///   - isWanted: Asked by every thread, every now and then; false gives up.
    ///   - publish: Is given a snapshot about four times a second; the last one is returned alone.
    /// - Returns: What is known now; where it was given up, all rows up to some row.
    public func run(
        _ table: EventTable, only chosen: RowBits? = nil,
        from answers: RecordAnswers = RecordAnswers(),
        columns: LateColumns = LateColumns(),
        while isWanted: @escaping @Sendable () -> Bool = { true },
        publish: (Progress) -> Void = { _ in }
    ) -> Progress {
        var builder = LateBuilder(columns)
        return run(
            table, only: chosen, from: answers, with: &builder, while: isWanted, publish: publish)
    }

    /// Reads the rows that are not known of all that is asked for, as
    /// ``run(_:only:from:columns:while:publish:)`` does, with the columns of a builder.
    func run(
        _ table: EventTable, only chosen: RowBits? = nil, from answers: RecordAnswers,
        with builder: inout LateBuilder,
        while isWanted: @escaping @Sendable () -> Bool, publish: (Progress) -> Void
    ) -> Progress {
        var answers = answers
        answers.ask(terms)
        var hits = terms.map { TermHits($0, answers) }
        let firstLate = fillsColumns ? builder.columns.rowCount : .max
        let firsts = hits.map(\.count) + (fillsColumns ? [firstLate] : [])
        let taker = ScanTaker(
            terms: zip(terms, hits).map { ($0, $1.count) }, firstLate: firstLate,
            matches: matches)
        let sweep = RecordSweep(
            table: table, start: firsts.min() ?? table.count, chosen: chosen, taker: taker,
            settings: settings, isWanted: isWanted)
        var pace = Pace(settings.pace)
        sweep.run { rows, found in
            for index in hits.indices { hits[index].take(found.hits[index], found.missed, rows) }
            if fillsColumns { builder.append(found.late) }
            if pace.isDue { publish(progress(answers, hits, builder.columns, table)) }
        }
        return progress(answers, hits, builder.columns, table)
    }

    private func progress(
        _ answers: RecordAnswers, _ hits: [TermHits], _ columns: LateColumns, _ table: EventTable
    ) -> Progress {
        var answers = answers
        for hits in hits { answers.update(hits.term, hits.rows, missedCount: hits.missedCount) }
        var known = answers.rowCount(terms)
        if fillsColumns { known = min(known, columns.rowCount) }
        let isDone = known >= table.count
        return Progress(
            answers: answers, columns: columns,
            fraction: isDone ? 1 : Double(known) / Double(table.count), isDone: isDone)
    }
}

/// The rows that answer a term, while they become more.
private struct TermHits {
    let term: Term
    private(set) var count: Int
    private(set) var missedCount: Int
    private var words: [UInt64]

    init(_ term: Term, _ answers: RecordAnswers) {
        self.term = term
        count = answers[term]?.count ?? 0
        words = answers[term]?.words ?? []
        missedCount = answers.missedCount(term)
    }

    var rows: RowBits {
        var rows = RowBits(count: count)
        rows.words = words
        return rows
    }

    /// Takes what was found in some rows, of which the first may be known already.
    mutating func take(_ hits: [UInt32], _ missed: [UInt32], _ rows: Range<Int>) {
        guard rows.upperBound > count else { return }
        missedCount += missed.count { $0 >= count }
        count = rows.upperBound
        words.append(contentsOf: repeatElement(0, count: (count + 63) / 64 - words.count))
        for row in hits { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }
    }
}
