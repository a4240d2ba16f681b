import Foundation
import Testing

@testable import SESCore

/// The same mails out of every shape that a log can have.
@Suite struct ShapeTests {
    static func names() throws -> [String] {
        try Expectation.all().keys.filter { $0.hasPrefix("Shapes/") }.sorted()
    }

    func load(_ name: String) -> EventTable {
        let path = RawText(Expectation.folder.appending(path: name).path(percentEncoded: false))
        return LogLoader(paths: [path]).load()
    }

    /// The events of a file without what only the envelope around them says.
    func events(_ table: EventTable) throws -> [MailEvent] {
        var reader = RecordReader()
        return try (0..<table.count).map { row in
            var event = try table.load(row, with: &reader).event
            event.notificationType = nil
            event.eventSource = nil
            event.eventVersion = nil
            event.marks = []
            return event
        }
    }

    @Test func `the same mails come out of every shape, field by field`() throws {
        let plain = try events(load("Shapes/plain.json"))
        #expect(plain.count == 3)
        #expect(plain.allSatisfy { $0.mail?.headers?.count == 3 && $0.extras.isEmpty })
        for name in try Self.names() {
            let found = try events(load(name))
            guard !found.isEmpty else { continue }
            #expect(found == plain, "\(name)")
        }
    }

    @Test func `a file says of itself what its tool left in it`() throws {
        for (name, expected) in try Expectation.all() where name.hasPrefix("Shapes/") {
            #expect(load(name).files[0].note == expected.note, "\(name)")
        }
    }

    @Test func `rows are marked by the way on which they were found`() throws {
        let words: [String: Marks] = ["handlerFailed": .handlerFailed, "lossy": .lossy]
        for (name, expected) in try Expectation.all() where name.hasPrefix("Shapes/") {
            let marks = (expected.marks ?? []).reduce(into: Marks()) {
                $0.formUnion(words[$1] ?? [])
            }
            let table = load(name)
            for row in 0..<table.count {
                #expect(table.facts(row).marks == marks, "\(name) \(row)")
            }
        }
    }
}
