import ArgumentParser
import SESCore

/// `ses-browser export`: mails with what was decided about them, for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write mails with what was decided about them, for other programs.",
        discussion: """
            Each mail once. CSV is safe to open in a spreadsheet: a field that it would take for a \
            formula has an apostrophe in front, and what cannot be seen is written like \\u001b. \
            Exit status: 0 if all was read and written, 1 if parts of the logs could not be read, \
            2 if no log or the store could not be, 3 if writing failed.
            """)

    @OptionGroup var filter: FilterOption
    @Flag(help: "Only mails that are decided.")
    var decided = false
    @Option(help: "A table, JSON objects, or lists of senders' addresses or of ids.")
    var format = Format.csv
    @Flag(help: "CSV for a program that reads the fields exactly; not safe in a spreadsheet.")
    var csvRaw = false
    @Option(
        name: .shortAndLong,
        help: "The new file, which only you may read; standard output without it.",
        completion: .file())
    var output: String?
    @Flag(help: "Take the place of a file that is there.")
    var replace = false
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, ndjson, addresses, ids

        var export: ExportFormat {
            switch self {
            case .csv: .csv
            case .ndjson: .ndjson
            case .addresses: .addresses
            case .ids: .ids
            }
        }
    }

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let store = try option.open(for: .readOnly)
        var log = try DecidedLog(arguments.paths, filter: filter.parsed(), store)
        var writer = ExportWriter(format.export, isRaw: csvRaw)
        if let output {
            try write(ArgumentBytes.bytes(of: output), &log, store, &writer)
        } else {
            var output = Output.standard
            let isWhole = try forEachPiece(&log, store, &writer) { bytes throws(ExitStatus) in
                try output.write(bytes)
            }
            try output.flush()
            try tell(writer, isWhole, log.table.files)
        }
    }

    private func write(
        _ path: RawText, _ log: inout DecidedLog, _ store: borrowing TriageStore,
        _ writer: inout ExportWriter
    ) throws {
        let isWhole: Bool
        do {
            var file = try NewFile(path, replaces: replace)
            isWhole = try forEachPiece(&log, store, &writer) { bytes throws(ExitStatus) in
                do throws(StoreError) {
                    try file.write(bytes)
                } catch {
                    FileComplaints.write(error)
                    throw .writeError
                }
            }
            try file.finish(replaces: replace)
        } catch let error as StoreError {
            FileComplaints.write(error)
            throw ExitStatus.writeError
        }
        try tell(writer, isWhole, log.table.files)
    }

    /// Hands over the bytes of the export; false where a mail could not be read again.
    private func forEachPiece(
        _ log: inout DecidedLog, _ store: borrowing TriageStore, _ writer: inout ExportWriter,
        _ body: ([UInt8]) throws(ExitStatus) -> Void
    ) throws(ExitStatus) -> Bool {
        var isWhole = true
        for row in log.rows {
            let mark = log.mark(of: row)
            if decided, mark.decision == nil { continue }
            guard let loaded = log.load(row) else {
                isWhole = false
                continue
            }
            writer.add(ExportRow(loaded, decision: try decision(about: loaded, mark, store)))
            try body(writer.takeAll())
        }
        try body(writer.takeAll())
        return isWhole
    }

    private func decision(
        about loaded: LoadedEvent, _ mark: DecisionMark, _ store: borrowing TriageStore
    ) throws(ExitStatus) -> StoredDecision? {
        guard mark != .none else { return nil }
        do throws(StoreError) {
            return try store.current(of: TriageKey(loaded))
        } catch {
            FileComplaints.write(error)
            throw .nothingRead
        }
    }

    private func tell(_ writer: ExportWriter, _ isWhole: Bool, _ files: [FileReport]) throws {
        if writer.omitted > 0 {
            FileComplaints.write(
                "\(writer.omitted) mails left out: nothing to list, or not what can be seen")
        }
        let status = ExitStatus(files)
        if status != .success { throw status }
        if !isWhole { throw ExitStatus.incomplete }
    }
}
