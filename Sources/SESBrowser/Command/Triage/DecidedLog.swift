import SESCore

/// Logs that were read whole, with what a store says of their mails.
struct DecidedLog: ~Copyable {
    let table: EventTable
    /// The rows of the mails that the filter lets through, each mail once.
    let rows: [Int]
    private let index: DecisionIndex
    private var reader = RecordReader()

    /// Reads logs to their end.
    ///
    /// - Throws: ``ExitStatus/nothingRead`` where none could be read or the store cannot be.
    init(
        _ paths: [RawText], filter: FilterTable, _ store: borrowing TriageStore
    ) throws(ExitStatus) {
        let table = LogLoader(paths: paths).load()
        FileComplaints.write(table.files)
        let deliveries = Deliveries.linking(table) { true } ?? Deliveries()
        do throws(StoreError) {
            index = try store.index() ?? DecisionIndex()
        } catch {
            FileComplaints.write(error)
            throw .nothingRead
        }
        rows = (0..<table.count).filter {
            filter.matches(table.facts($0)) && !deliveries.isFolded($0)
        }
        self.table = table
    }
}

extension DecidedLog {
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
