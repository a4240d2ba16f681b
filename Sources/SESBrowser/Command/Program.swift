import ArgumentParser
import SESCore

/// The program and its commands.
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ses-browser",
        abstract:
            "Browse Amazon SES inbound mail events and see why each mail was judged as it was.",
        discussion: """
            Examples:
              ses-browser inbound.ndjson
              ses-browser --filter 'spam:fail dmarc:pass' a.ndjson b.ndjson
              ses-browser list --format json inbound.ndjson | jq .subject
              ses-browser check inbound.ndjson
              ses-browser stats --filter spam:fail inbound.ndjson
            """,
        version: version,
        subcommands: [
            Browse.self, List.self, CheckFiles.self, Stats.self, Decide.self, Export.self,
            Report.self, StoreCommands.self,
        ],
        defaultSubcommand: Browse.self)
}

extension Program {
    /// The version of the program, which each decision is kept with.
    static let version = "0.1.0"

    /// Runs what the command line asks for and returns the exit status.
    static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return ExitStatus.success.code
        } catch let status as ExitStatus {
            return status.code
        } catch {
            return report(error)
        }
    }

    /// Tells of an error, or of help that was asked for. Arguments may be names that somebody else
    /// chose, so the text passes the gate like any other.
    private static func report(_ error: any Error) -> Int32 {
        let code = exitCode(for: error)
        var output = code.isSuccess ? Output.standard : Output.errors
        do throws(ExitStatus) {
            for line in fullMessage(for: error).utf8.split(
                separator: 0x0A, omittingEmptySubsequences: false)
            {
                try output.writeLine(RawText(line))
            }
            try output.flush()
        } catch {
            return error.code
        }
        return code.rawValue
    }
}
