import ArgumentParser
import SESCore

/// `ses-browser stats`: what the mails have in common.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Count events by verdict, time, sender, recipient and client address.",
        discussion: """
            Events count as they were delivered; with --merged each mail counts once, as on the \
            screen. FAIL counts events with a FAIL in any of the five checks. Exit status: 0 if \
            all was read, 1 if parts or some files could not be, 2 if no file could be read, 3 if \
            writing failed.
            """)

    @OptionGroup var filter: FilterOption
    @Option(help: "How to write: text for people, or one JSON object.")
    var format = CheckFiles.Format.text
    @Flag(help: "Count deliveries with the same verdicts as one mail, as the screen does.")
    var merged = false
    @OptionGroup var arguments: FileArguments

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let answers = FilterTable(try filter.parsed())
        let table = LogLoader(paths: arguments.paths).load()
        let folds = merged ? Deliveries.linking(table) { true } : nil
        var rows = RowBits(count: table.count)
        table.forEachFacts { row, facts in
            rows[row] = answers.matches(facts) && folds?.isFolded(row) != true
        }
        let (late, failures) = Self.lateColumns(of: table, rows)
        let source = StatisticsSource(table, rows: .set(rows), late: late)
        let statistics = Statistics(counting: source) { true } ?? Statistics()
        var output = Output.standard
        switch format {
        case .text: try output.write(StatisticsReport.text(statistics, isMerged: merged))
        case .json: try output.write(StatisticsReport.json(statistics, isMerged: merged))
        }
        try output.flush()
        FileComplaints.write(table.files)
        for failure in failures.sorted() {
            FileComplaints.write("events could not be read again: \(failure)")
        }
        let status = ExitStatus(table.files)
        if status != .success { throw status }
        if !failures.isEmpty { throw ExitStatus.incomplete }
    }

    /// What the index skips, of some rows of a table, and why some of them could not be read again.
    private static func lateColumns(
        of table: EventTable, _ rows: RowBits
    ) -> (columns: LateColumns, failures: Set<String>) {
        var columns = LateColumns()
        var failures: Set<String> = []
        var reader = RecordReader()
        for row in 0..<table.count {
            guard rows[row] else {
                columns.append(["", "", "", ""])
                continue
            }
            do throws(SourceError) {
                let event = try table.load(row, with: &reader, countsLine: false).event
                let recipients = event.receipt?.recipients.map(\.bytes) ?? []
                columns.append([
                    event.mail?.source ?? "", RawText(recipients.joined(separator: [0x0A])),
                    TrustedHeaders(event.mail?.headers).clientAddress ?? "",
                    event.receipt?.action?.type ?? "",
                ])
            } catch {
                columns.append(["", "", "", ""])
                failures.insert(error.message)
            }
        }
        return (columns, failures)
    }
}
