import Foundation
import Testing

@testable import SESCore

/// The mails of fixtures that are no JSON, or not whole, beside those of the plain ones.
@Suite struct FormFixtureTests {
    func table(_ name: String, step: Int = 4096) -> EventTable {
        let path = RawText(Expectation.folder.appending(path: name).path(percentEncoded: false))
        return LogLoader(paths: [path], settings: LoadSettings(step: step)).load()
    }

    func events(_ name: String) throws -> [MailEvent] {
        let table = table(name)
        var reader = RecordReader()
        return try (0..<table.count).map { row throws in
            var event = try table.load(row, with: &reader).event
            event.marks = []
            return event
        }
    }

    @Test(
        arguments: ["python-print", "python-prefix", "python-pprint"],
        ["lambda-1", "pair", "sns-url", "sns-to-lambda", "notification-utf8"])
    func `a literal holds the same mails as the JSON`(form: String, envelope: String) throws {
        let plain = try events("Framings/lines--\(envelope).json")
        #expect(try events("Forms/\(form)--\(envelope).log") == plain)
        #expect(plain.count == 3)
    }

    @Test(
        arguments: [
            "python-same-line", "python-2", "python-ascii", "python-among-json",
            "python-in-json-message", "python-behind-words-in-json-message", "tail-color",
            "tail-json-color", "prefixed-export--lambda-1", "prefixed-tail--lambda-1",
            "prefixed-tail-color--lambda-1", "tail-short", "events-text", "inspect-deep--lambda-1",
        ])
    func `every lossless form of an invocation holds the same mails`(name: String) throws {
        let plain = try events("Framings/lines--lambda-1.json")
        #expect(try events("Forms/\(name).log") == plain)
    }

    @Test(
        arguments: [
            "inspect--pair", "inspect-cr--pair", "inspect-old--pair", "inspect--notification",
            "inspect-old--notification",
        ])
    func `what console log shows keeps verdicts, source, id and subject`(name: String) throws {
        let plain = try events("Framings/lines--pair.json")
        let shown = try events("Forms/\(name).log")
        #expect(shown.map(\.mail?.messageID) == plain.map(\.mail?.messageID))
        #expect(shown.map(\.mail?.source) == plain.map(\.mail?.source))
        #expect(shown.map(\.mail?.timestamp) == plain.map(\.mail?.timestamp))
        #expect(shown.map(\.mail?.subject) == plain.map(\.mail?.subject))
        #expect(shown.map(\.receipt) == plain.map(\.receipt))
        #expect(shown.allSatisfy { $0.mail?.headers == nil })
        let table = table("Forms/\(name).log")
        for row in 0..<table.count { #expect(table.facts(row).marks.contains(.lossy)) }
    }

    @Test(arguments: ["inspect-event", "inspect-event-old"])
    func `an event that console log cut short says what to change`(name: String) {
        let regions = table("Forms/\(name).log").files[0].brokenRegions
        #expect(regions.count == 3)
        for region in regions {
            #expect(
                region.reason
                    == "console.log(event) left the mail out; log JSON.stringify(event) instead")
        }
    }

    @Test(
        arguments: [
            "cut-in-content", "cut-before-content", "cut-in-key", "cut-behind-colon",
            "cut-prefixed", "cut-same-line", "cut-sns", "cut-sns-in-escape", "cut-sns-to-lambda",
        ], [1, 7, 64, 4096])
    func `a record that was cut keeps mail and receipt`(name: String, step: Int) throws {
        guard step > 1 || name == "cut-sns" else { return }
        let plain = try events("Framings/lines--notification-utf8.json")
        let table = table("Forms/\(name).log", step: step)
        #expect(table.count == 3)
        var reader = RecordReader()
        for row in 0..<table.count {
            let event = try table.load(row, with: &reader).event
            #expect(event.mail == plain[row].mail)
            #expect(event.receipt == plain[row].receipt)
            #expect(event.marks == .truncated)
            #expect(table.facts(row).marks == .truncated)
        }
        let regions = table.files[0].brokenRegions
        #expect(regions.count == (name == "cut-sns-to-lambda" ? 3 : 0))
    }
}
