import ArgumentParser
import SESCore

/// The files that every command reads.
struct FileArguments: ParsableArguments {
    @Argument(
        help: """
            The logs to read, in the order in which their events are listed: files, plain or \
            gzip, directories, pipes, and - for standard input.
            """,
        completion: .file())
    var files: [String] = []

    /// The names of the files, in bytes; standard input where none is named and it is no terminal.
    var paths: [RawText] {
        if files.isEmpty, Inputs.hasStandardInput { return [Inputs.standardInput] }
        return files.map(ArgumentBytes.bytes)
    }
}

/// The filter that a command line names.
struct FilterOption: ParsableArguments {
    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "Show only mails with these verdicts.",
            discussion: """
                Terms like spam:fail,gray or -dmarc:pass, all of which have to hold. Checks: spam \
                virus spf dkim dmarc. Statuses: fail gray pass error off missing other, and bad \
                for everything but pass.
                """,
            valueName: "text"))
    var filter = ""

    /// The filter.
    ///
    /// - Throws: `ValidationError` that says where the text stops making sense.
    func parsed() throws -> VerdictFilter {
        do throws(QueryError) {
            return try VerdictFilter(parsing: filter)
        } catch {
            throw ValidationError("--filter '\(filter)': \(error)")
        }
    }
}
