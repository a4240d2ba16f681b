import ArgumentParser
import SESCore

/// `ses-browser list`: one event a line, for pipes and scripts.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List events, one a line.",
        discussion: """
            Events are listed as they were delivered; with --merged, when all is read, each mail \
            once, and json has its deliveries. Exit status: 0 if all was read, 1 if parts \
            or some files could not be, 2 if no file could be read, or the store where the filter \
            asks what was decided, 3 if writing failed.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table
        case json
    }

    @OptionGroup var filter: FilterOption
    @Option(help: "How to write: a table for people, or one JSON object a line.")
    var format = Format.table
    @Flag(help: "One line a mail: deliveries with the same verdicts are one, as on the screen.")
    var merged = false
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let query = try filter.parsed()
        let status = try Listing(
            query: query, format: format, isMerged: merged, paths: arguments.paths,
            marks: StoredMarks(for: query, in: option)
        ).run()
        if status != .success { throw status }
    }
}

/// Writes events while they are read, or mails when all is read.
struct Listing {
    let query: Query
    let format: List.Format
    /// True where deliveries are folded.
    var isMerged = false
    let paths: [RawText]
    /// What was decided; nil where the query does not ask for it.
    var marks: StoredMarks?
    /// How many rows are judged at once behind the first ones where records are read again, so that two threads
    /// can do that, while more input is at hand.
    private static let rowsAtOnce = 1 << 14
    /// The moment that `newer:` and `older:` count from.
    private let now = SystemClock.now

    /// Writes all events that the filter lets through.
    ///
    /// - Throws: ``ExitStatus`` where writing ends early.
    /// - Returns: What the files turned out to be.
    func run() throws(ExitStatus) -> ExitStatus {
        var output = Output.standard
        var marks = marks
        var reader = RecordReader()
        var files: [FileReport] = []
        var next = 0
        var selector = Selector()
        // What a mail's other deliveries say is known when all is read.
        let isPatient = isMerged || query.asksForDeliveries
        let needs = (try? CompiledQuery(query, now: now))?.needs ?? QueryNeeds()
        let readsAgain = needs.lateColumns || !needs.recordTerms.isEmpty
        var failure: ExitStatus?
        var isWhole = true
        LogLoader(paths: paths).run { progress in
            files = progress.table.files
            let table = progress.table
            let isMuch = next == 0 || table.count - next >= Self.rowsAtOnce
            let isDue = !readsAgain || isMuch || progress.isWaiting
            guard progress.isDone || isDue && !isPatient else { return true }
            let deliveries = isPatient ? Deliveries.linking(table) { true } : nil
            marks?.extend(to: table, with: &reader)
            let request = SelectionRequest(
                query: query, table: table, deliveries: deliveries ?? Deliveries(),
                isUnfolded: !isMerged, now: now, marks: marks?.marks ?? RowMarks())
            let rows = selector.rows(request, from: next)
            do throws(ExitStatus) {
                isWhole =
                    try write(
                        rows, of: table, isMerged ? deliveries : nil, to: &output, &reader)
                    && isWhole
                next = table.count
                if progress.isWaiting { try output.flush() }
                return true
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw failure }
        try output.flush()
        FileComplaints.write(files)
        let status = ExitStatus(files)
        return isWhole || status != .success ? status : .incomplete
    }

    /// Writes rows; false where one of them could not be read again.
    private func write(
        _ rows: [Int], of table: EventTable, _ deliveries: Deliveries?, to output: inout Output,
        _ reader: inout RecordReader
    ) throws(ExitStatus) -> Bool {
        var isWhole = true
        for index in rows {
            switch format {
            case .table:
                let count = deliveries?.count(of: index) ?? 1
                try output.write(TableLine(table[index], deliveries: count).utf8)
            case .json:
                let loaded = Result { () throws(SourceError) in
                    try table.load(index, with: &reader, countsLine: false)
                }
                switch loaded {
                case .success(let loaded):
                    let others = deliveries?.folded(with: index).map {
                        table.delivery($0, of: index, with: &reader, countsLine: false)
                    }
                    try output.write(EventLine(loaded, deliveries: others).utf8)
                    for failed in others?.compactMap(\.failure) ?? [] {
                        isWhole = complain(failed)
                    }
                case .failure(let error): isWhole = complain(error.message)
                }
            }
        }
        return isWhole
    }

    /// Tells of an event that could not be read again; always false.
    private func complain(_ reason: String) -> Bool {
        FileComplaints.write("an event could not be read again: \(reason)")
        return false
    }
}
