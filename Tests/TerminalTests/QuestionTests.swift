import Foundation
import PtyHarness
import SESCore
import Testing

@testable import SESBrowser

/// The questions of the guide, asked in a terminal as a person does, and on the command line.
@Suite(.serialized) struct QuestionTests {
    private static let sample = CommandRun.root.appending(path: "Samples/inbound.ndjson").path
    /// Beside those of the guide, questions on what the index does not hold.
    private static let questions =
        QueryGuide.questions.map(\.query).filter { !$0.contains("newer:") } + [
            "@any-fail older:1d", "to:@corp.example -recipient:ops@", "header.list-id:/./",
            "(spf:fail | dkim:fail) -dmarc:pass",
        ]

    /// How many lines the command `list` writes for a query.
    private func listed(_ query: String) throws -> Int {
        let arguments = ["list", "--merged", "--filter", query, Self.sample]
        let output = try CommandRun(Program.path, arguments).output
        return output.count { $0 == UInt8(ascii: "\n") }
    }

    @Test func `the bar shows as many mails as list does`() throws {
        let session = try TmuxSession(rows: 24, columns: 80, environment: Program.folders)
        session.enter("\(Program.path) \(Self.sample)")
        #expect(session.screen(showing: "194 of 194").contains("194 of 194"))
        var counts: [Int] = []
        for query in Self.questions {
            let count = try listed(query)
            counts.append(count)
            session.type("f", "C-u")
            session.type("-l", "--", query)
            session.type("Enter")
            let words = "\(count) of 194"
            let screen = session.screen { $0.contains(words) && !$0.contains("Filter>") }
            #expect(screen.contains(words), "\(query): \(screen.prefix(80))")
        }
        #expect(counts.count { $0 > 0 } > 10)
        session.type(Program.quit)
    }
}
