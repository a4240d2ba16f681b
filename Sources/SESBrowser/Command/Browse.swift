import ArgumentParser
import SESCore

/// `ses-browser FILE…`: the browser itself, or a plain list where there is no terminal.
struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Browse events in the terminal (this is what happens without a command).")

    @OptionGroup var filter: FilterOption
    @OptionGroup var arguments: FileArguments

    func validate() throws { _ = try filter.parsed() }

    func run() throws {
        let status = try Listing(
            filter: FilterTable(filter.parsed()), format: .table, paths: arguments.paths
        ).run()
        if status != .success { throw status }
    }
}
