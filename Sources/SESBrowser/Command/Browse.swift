import ArgumentParser
import SESCore

/// `ses-browser FILE…`: the browser itself, or a plain list where there is no terminal.
struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse",
        abstract: "Browse events in the terminal (this is what happens without a command).")

    @OptionGroup var filter: FilterOption
    @Option(help: "The order at start: as read, newest first, oldest first, or worst first.")
    var order = Order.reading
    @Option(help: "When to use colours; NO_COLOR is heeded too.")
    var color = TerminalOptions.ColorChoice.auto
    @Flag(help: "Trust the terminal with ASCII or with UTF-8, whatever the locale says.")
    var charset: TerminalOptions.Charset = .auto
    @Flag(
        help: ArgumentHelp(
            "Write no files by command: no exports, no copies of long texts, no editor.",
            discussion: "Settings, saved filters and decisions are still kept."))
    var restricted = false
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    /// An order as the command line names it.
    enum Order: String, CaseIterable, ExpressibleByArgument {
        case reading
        case newest
        case time
        case severity

        var rows: RowOrder {
            switch self {
            case .reading: .reading
            case .newest: .newest
            case .time: .time
            case .severity: .severity
            }
        }
    }

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty, !Output.standard.isTerminal {
            throw ValidationError("Name a log to read.")
        }
    }

    func run() throws {
        guard !arguments.paths.isEmpty else {
            try Self.writeUsage()
            throw ExitStatus.usage
        }
        guard Output.standard.isTerminal else {
            let query = try filter.parsed()
            let status = try Listing(
                query: query, format: .table, paths: arguments.paths,
                marks: StoredMarks(for: query, in: option)
            ).run()
            if status != .success { throw status }
            return
        }
        let failures = LogLoader(paths: arguments.paths).refusals()
        guard failures.count < arguments.paths.count else {
            FileComplaints.write(failures)
            throw ExitStatus.nothingRead
        }
        let status = try browse()
        if status != .success { throw status }
    }

    private func browse() throws -> ExitStatus {
        let filter = try filter.parsed()
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal(TerminalOptions(color: color, charset: charset))
        } catch {
            FileComplaints.write(error.description)
            throw ExitStatus.nothingRead
        }
        let isUTF8 = terminal.isUTF8
        var browser = Browser(
            terminal, paths: arguments.paths,
            filter: FilterState.Version(query: filter, text: self.filter.filter), order: order.rows,
            store: try? option.location(), isRestricted: restricted)
        return Gate.$charset.withValue(isUTF8 ? .utf8 : .ascii) { browser.run() }
    }

    private static func writeUsage() throws {
        var output = Output.standard
        let lines = [
            "Usage: ses-browser [--filter TEXT] FILE...", "",
            "  ses-browser inbound.ndjson", "  ses-browser --filter spam:fail a.ndjson b.ndjson",
            "  zstd -dc inbound.zst | ses-browser", "",
            "ses-browser --help tells more; in the browser, ? shows the keys.",
        ]
        for line in lines { try output.writeLine(RawText(line)) }
        try output.flush()
    }
}

extension TerminalOptions.ColorChoice: ExpressibleByArgument {}

extension TerminalOptions.Charset: EnumerableFlag {
    static func name(for value: Self) -> NameSpecification {
        value == .auto ? .customLong("locale") : .long
    }

    static func help(for value: Self) -> ArgumentHelp? {
        switch value {
        case .auto: .hidden
        case .ascii: "Show everything but ASCII by its number, whatever the locale says."
        case .utf8: "Trust the terminal with UTF-8, whatever the locale says."
        }
    }
}
