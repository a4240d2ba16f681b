import ArgumentParser
import SESCore

/// `ses-browser report`: what was decided against what SES said.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what was decided with the verdicts of SES.",
        discussion: """
            False positives are ham that a check failed, false negatives spam that it passed. \
            Exit status as for list.
            """)

    @OptionGroup var filter: FilterOption
    @Option(
        name: .customLong("try"),
        help: ArgumentHelp(
            "A filter that is to find spam, such as 'spam:fail,gray'; may be there several times.",
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
        _ = try tables()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let tables = try tables()
        let store = try option.open(for: .readOnly)
        var log = try DecidedLog(arguments.paths, filter: FilterTable(filter.parsed()), store)
        var report = TriageReport(presets: trials.map(ArgumentBytes.bytes))
        for row in log.rows {
            let facts = log.table.facts(row)
            report.add(
                facts, decision: log.mark(of: row).decision,
                domain: MailboxText(RawText(log.table[row].from)).domain
            ) { tables[$0].matches(facts) }
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

    private func tables() throws -> [FilterTable] {
        try trials.map { text in
            var option = FilterOption()
            option.filter = text
            return try FilterTable(option.parsed())
        }
    }
}
