import SESCore

/// Logs that were read whole, with what a store says of their mails.
struct DecidedLog: ~Copyable {
    let table: EventTable
    /// The rows of the mails that the filter lets through, each mail once.
    private(set) var rows: [Int]
    private let index: DecisionIndex
    private let deliveries: Deliveries
    private var marks: StoredMarks
    private var selector = Selector()
    private var reader = RecordReader()

    /// Reads logs to their end.
    ///
    /// - Throws: ``ExitStatus/nothingRead`` where none could be read or the store cannot be.
    init(
        _ paths: [RawText], filter: Query, _ store: borrowing TriageStore
    ) throws(ExitStatus) {
        let table = LogLoader(paths: paths).load()
        FileComplaints.write(table.files)
        self.table = table
        deliveries = Deliveries.linking(table) { true } ?? Deliveries()
        index = try StoredMarks.index(of: store)
        marks = StoredMarks(index)
        rows = []
        rows = list(filter)
    }
}

extension DecidedLog {
    /// The mails that a query lets through, each once.
    mutating func rows(of query: Query) -> RowBits {
        var bits = RowBits(count: table.count)
        for row in list(query) { bits[row] = true }
        return bits
    }

    private mutating func list(_ query: Query) -> [Int] {
        if query.asksForMarks { marks.extend(to: table, with: &reader) }
        let request = SelectionRequest(
            query: query, table: table, deliveries: deliveries, now: SystemClock.now,
            marks: marks.marks)
        return selector.rows(request, from: 0)
    }

    /// What was decided about the mail of a row.
    mutating func mark(of row: Int) -> DecisionMark {
        table.decisionMark(row, in: index, with: &reader)
    }

    /// Reads the mail of a row again; nil where it cannot be read, which is told.
    mutating func load(_ row: Int) -> LoadedEvent? {
        do throws(SourceError) {
            return try table.load(row, with: &reader, countsLine: false)
        } catch {
            FileComplaints.write("an event could not be read again: \(error.message)")
            return nil
        }
    }
}
