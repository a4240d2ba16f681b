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

    @Test(arguments: 0..<40)
    func `damage never leads to a record that cannot be found again`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let name = try #require(Self.names().randomElement(using: &random))
        var bytes = [UInt8](try Data(contentsOf: Expectation.folder.appending(path: name)))
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let place = Int.random(in: bytes.indices, using: &random)
            let letters = Array(#"{}[]",:\ na0="#.utf8) + [0, 0x0A, 0xFF]
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = letters.randomElement(using: &random) ?? 0
            case 1: bytes.remove(at: place)
            default: bytes.insert(letters.randomElement(using: &random) ?? 0, at: place)
            }
        }
        var position = 0
        for item in items(of: bytes) where !item.range.isEmpty {
            #expect(item.range.lowerBound == position, "\(name)")
            position = item.range.upperBound
            guard case .document(let range, let form, _) = item else { continue }
            for finding in Unwrapper.findings(bytes.span, in: range, form: form) {
                guard case .record(let decoded) = finding.what else { continue }
                let carrier = Array(bytes[finding.carrier])
                #expect(finding.route.record(in: carrier) == decoded ?? carrier, "\(name)")
            }
        }
        #expect(position == bytes.count, "\(name)")
    }

    @Test func `a file says of itself what its tool left in it`() throws {
        for (name, expected) in try Expectation.all() where name.hasPrefix("Shapes/") {
            #expect(load(name).files[0].note == expected.note, "\(name)")
        }
    }

    @Test func `rows are marked by the way on which they were found`() throws {
        for (name, expected) in try Expectation.all() where name.hasPrefix("Shapes/") {
            let table = load(name)
            for row in 0..<table.count {
                #expect(table.facts(row).marks.words == expected.marks ?? [], "\(name) \(row)")
            }
        }
    }
}
