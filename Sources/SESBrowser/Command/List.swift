import ArgumentParser
import SESCore

/// `ses-browser list`: one event a line, for pipes and scripts.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List events, one a line.",
        discussion: """
            Events are counted as they were delivered. Exit status: 0 if all was read, 1 if parts \
            or some files could not be, 2 if no file could be read, 3 if writing failed.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table
        case json
    }

    @OptionGroup var filter: FilterOption
    @Option(help: "How to write: a table for people, or one JSON object a line.")
    var format = Format.table
    @OptionGroup var arguments: FileArguments

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let status = try Listing(
            filter: FilterTable(filter.parsed()), format: format, paths: arguments.paths
        ).run()
        if status != .success { throw status }
    }
}

/// Writes events while they are read.
struct Listing {
    let filter: FilterTable
    let format: List.Format
    let paths: [RawText]

    /// Writes all events that the filter lets through.
    ///
    /// - Throws: ``ExitStatus`` where writing ends early.
    /// - Returns: What the files turned out to be.
    func run() throws(ExitStatus) -> ExitStatus {
        var output = Output.standard
        var reader = RecordReader()
        var files: [FileReport] = []
        var next = 0
        var failure: ExitStatus?
        var isWhole = true
        LogLoader(paths: paths).run { progress in
            files = progress.table.files
            do throws(ExitStatus) {
                isWhole = try write(progress.table, from: next, to: &output, &reader) && isWhole
                next = progress.table.count
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

    /// Writes the rows from `first` on; false where one of them could not be read again.
    private func write(
        _ table: EventTable, from first: Int, to output: inout Output, _ reader: inout RecordReader
    ) throws(ExitStatus) -> Bool {
        var isWhole = true
        for index in first..<table.count where filter.matches(table.facts(index)) {
            switch format {
            case .table: try output.write(TableLine(table[index]).utf8)
            case .json:
                let loaded = Result { () throws(SourceError) in
                    try table.load(index, with: &reader, countsLine: false)
                }
                switch loaded {
                case .success(let loaded): try output.write(EventLine(loaded).utf8)
                case .failure(let error):
                    FileComplaints.write("an event could not be read again: \(error.message)")
                    isWhole = false
                }
            }
        }
        return isWhole
    }
}
