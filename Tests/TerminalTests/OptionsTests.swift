import Foundation
import PtyHarness
import Testing

/// The command line of the browser, on a terminal and without one.
@Suite(.serialized) struct OptionsTests {
    /// The screen of the program as a person sees it.
    private func screen(
        _ arguments: String, showing words: String, and others: String = "? help"
    ) throws -> String {
        let session = try TmuxSession(
            environment: Program.folders)
        session.enter("clear; \(Program.path) \(arguments)")
        return session.screen { $0.contains(words) && $0.contains(others) }
    }

    private func lines(_ screen: String) -> [Substring] {
        screen.split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func `a filter holds from the start and is named`() throws {
        let screen = try screen("--filter 'spam:fail' \(Program.fixture)", showing: "15 of 100")
        #expect(lines(screen)[0].contains("spam:fail"))
        #expect(lines(screen)[0].contains("15 of 100"))
        #expect(lines(screen)[2].hasSuffix("mail number 0"))
        #expect(lines(screen)[3].hasSuffix("mail number 7"))
    }

    @Test func `a filter that cannot be read is refused where it stops`() throws {
        let process = try Program.start(options: ["--filter", "spam:bogus"], showing: "Usage")
        #expect(process.waitForEnd(seconds: 5)?.status == 64)
        #expect(process.output.contains("spam:bogus"))
        #expect(!process.output.contains(0x1B))
    }

    @Test(arguments: [("newest", "59"), ("time", "0"), ("severity", "55"), ("reading", "0")])
    func `an order holds from the start`(order: String, first: String) throws {
        let screen = try screen("--order \(order) \(Program.fixture)", showing: "100 of 100 mails")
        #expect(lines(screen)[2].hasPrefix(">"))
        #expect(lines(screen)[2].hasSuffix("mail number \(first)"))
    }

    @Test func `a missing file is told of on the screen, and the others are shown`() throws {
        let screen = try screen(
            "/nosuch/log \(Program.fixture)", showing: "100 mails", and: "/nosuch/log: ")
        #expect(lines(screen)[0].contains("100 mails"))
        #expect(lines(screen)[2].contains("mail number 0"))
        #expect(screen.contains("/nosuch/log: "))
    }

    @Test func `missing files alone are told of without touching the terminal`() throws {
        let process = try Program.start(files: ["/nosuch/log", "/nosuch/other"], showing: "other")
        #expect(process.waitForEnd(seconds: 5)?.status == 2)
        #expect(process.output.contains("/nosuch/log: "))
        #expect(!process.output.contains(0x1B))
        #expect(process.terminalIsCooked)
    }

    @Test func `no file on a terminal gives the usage`() throws {
        let process = try Program.start(files: [], showing: "? shows the keys")
        #expect(process.waitForEnd(seconds: 5)?.status == 64)
        #expect(process.output.contains("Usage: ses-browser"))
        #expect(!process.output.contains(0x1B))
    }

    @Test func `without a terminal the mails are listed as plain lines`() throws {
        let path = "\(Program.folder)/listing.txt"
        let process = try PtyProcess(
            ["/bin/sh", "-c", "'\(Program.path)' --color always '\(Program.fixture)' > '\(path)'"],
            environment: Program.environment)
        #expect(process.waitForEnd(seconds: 10)?.status == 0)
        #expect(process.output.isEmpty)
        let listing = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(listing.split(separator: 0x0A).count == 100)
        #expect(!listing.contains(0x1B))
        #expect(Array(listing).contains("mail number 99"))
    }

    @Test(arguments: ["/dev/null", Program.fixture])
    func `keys come from the terminal whatever standard input is`(input: String) throws {
        let process = try Program.start(input: input)
        process.readUntilQuiet(100)
        process.send("?")
        #expect(process.read(until: "close"))
        process.send("Q\u{1B}[21~")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }
}
