import ArgumentParser
import SESCore

/// `ses-browser report`: what was decided against what SES said.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Compare what was decided with the verdicts of SES.",
        discussion: """
            False positives are ham that a check failed, false negatives spam that it passed. \
            Exit status as for list.
            """)

    @OptionGroup var filter: FilterOption
    @Option(
        name: .customLong("try"),
        help: ArgumentHelp(
            "A filter that is to find spam, such as 'spam:fail,gray', beside the presets; may be there several times.",
            valueName: "text"))
    var trials: [String] = []
    @Option(help: "Text for people, one JSON object, or a table.")
    var format = Format.text
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv
    }

    func validate() throws {
        _ = try filter.parsed()
        _ = try triedFilters()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let tried = try triedFilters()
        let store = try option.open(for: .readOnly)
        var log = try DecidedLog(arguments.paths, filter: filter.parsed(), store)
        let found = tried.map { log.rows(of: $0.query) }
        var report = TriageReport(presets: tried.map(\.name))
        for row in log.rows {
            report.add(
                log.table.facts(row), decision: log.mark(of: row).decision,
                domain: MailboxText(RawText(log.table[row].from)).domain
            ) { found[$0][row] }
        }
        var output = Output.standard
        switch format {
        case .text: for line in report.lines() { try output.writeLine(line) }
        case .json: try output.write(report.json)
        case .csv: try output.write(report.csv)
        }
        try output.flush()
        let status = ExitStatus(log.table.files)
        if status != .success { throw status }
    }

    /// The presets, and the filters that were named.
    private func triedFilters() throws -> [(name: RawText, query: Query)] {
        try (Presets.names.map { "@" + $0 } + trials).map { text in
            var option = FilterOption()
            option.filter = text
            return (ArgumentBytes.bytes(of: text), try option.parsed())
        }
    }
}
