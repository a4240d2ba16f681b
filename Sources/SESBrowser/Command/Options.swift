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
            "Show only mails that this query lets through.",
            discussion: """
                Terms joined by blanks, all of which have to hold, such as spam:fail,gray \
                -dmarc:pass from:@example.com newer:2d "a phrase". The page :help query of the browser \
                has all of the language; @any-fail, @strict, @dmarc-reject and saved filters are \
                queries with a name.
                """,
            valueName: "query"))
    var filter = ""

    /// The query.
    ///
    /// - Throws: `ValidationError` that says where the text stops making sense.
    func parsed() throws -> Query {
        let saved = SavedFilters(((try? FilterStore().read())?.saved) ?? [])
        do throws(QueryError) {
            return try saved.read(filter)
        } catch {
            throw ValidationError("--filter '\(filter)': \(error)")
        }
    }
}
