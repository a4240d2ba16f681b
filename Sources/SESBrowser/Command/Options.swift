import ArgumentParser
import SESCore

/// The files that every command reads.
struct FileArguments: ParsableArguments {
    @Argument(
        help: "The logs to read, in the order in which their events are listed.",
        completion: .file())
    var files: [String] = []

    /// The names of the files, in bytes.
    var paths: [RawText] { files.map(ArgumentBytes.bytes) }
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
