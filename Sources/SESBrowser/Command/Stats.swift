import ArgumentParser
import SESCore

/// `ses-browser stats`: what the mails have in common.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count events by verdict, time, sender, recipient and client address.",
        discussion: """
            Events count as they were delivered; with --merged each mail counts once, as on the \
            screen. FAIL counts events with a FAIL in any of the five checks. Exit status: 0 if \
            all was read, 1 if parts or some files could not be, 2 if no file could be read, or \
            the store where the filter asks what was decided, 3 if writing failed.
            """)

    @OptionGroup var filter: FilterOption
    @Option(help: "How to write: text for people, or one JSON object.")
    var format = CheckFiles.Format.text
    @Flag(help: "Count deliveries with the same verdicts as one mail, as the screen does.")
    var merged = false
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let query = try filter.parsed()
        var marks = try StoredMarks(for: query, in: option)
        let table = LogLoader(paths: arguments.paths).load()
        var reader = RecordReader()
        marks?.extend(to: table, with: &reader)
        let isLinked = merged || query.asksForDeliveries
        let deliveries = isLinked ? Deliveries.linking(table) { true } : nil
        let request = SelectionRequest(
            query: query, table: table, deliveries: deliveries ?? Deliveries(),
            isUnfolded: !merged, now: SystemClock.now, marks: marks?.marks ?? RowMarks())
        var selector = Selector()
        let statistics = selector.statistics(request)
        var output = Output.standard
        switch format {
        case .text: try output.write(StatisticsReport.text(statistics, isMerged: merged))
        case .json: try output.write(StatisticsReport.json(statistics, isMerged: merged))
        }
        try output.flush()
        FileComplaints.write(table.files)
        let missed = statistics.missedCount
        if missed > 0 {
            let events = missed == 1 ? "event" : "events"
            FileComplaints.write(
                "\(missed) \(events) could not be read again: \(statistics.missedReason ?? "")")
        }
        let status = ExitStatus(table.files)
        if status != .success { throw status }
        if missed > 0 { throw ExitStatus.incomplete }
    }
}
