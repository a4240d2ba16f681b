import Foundation
import Testing

@testable import SESCore

/// Deliveries in files that are really read.
@Suite struct DeliveryFileTests {
    /// A bare pair as a handler logs it.
    private func pair(
        id: String? = "a1", source: String = #""a@x.example""#, second: Int = 7,
        action: String = "Lambda", recipient: String = "desk@corp.example", spam: String = "PASS",
        note: String = ""
    ) -> String {
        let id = id.map { #""messageId":"\#($0)","# } ?? ""
        let time = "2026-11-22T09:00:0\(second)"
        return #"{"mail":{"timestamp":"\#(time).123Z",\#(id)"source":\#(source)},"#
            + #""receipt":{"timestamp":"\#(time).900Z","recipients":["\#(recipient)"],"#
            + #""spamVerdict":{"status":"\#(spam)"},"action":{"type":"\#(action)"}}\#(note)}"#
    }

    private func withLog<Result>(
        _ lines: [String], _ body: (EventTable, URL) throws -> Result
    ) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "ses-browser-\(UUID().uuidString)")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let path = RawText(url.path(percentEncoded: false))
        return try body(LogLoader(paths: [path]).load(), url)
    }

    private func counts(_ lines: [String]) throws -> [Int] {
        try withLog(lines) { table, _ in
            let found = try #require(Deliveries.linking(table) { true })
            return (0..<table.count).filter { !found.isFolded($0) }.map { found.count(of: $0) }
        }
    }

    @Test func `every action of a mail folds into its first delivery`() throws {
        let lines = [
            pair(), pair(id: "b"), pair(action: "S3", recipient: "all@corp.example"),
            pair(action: "SNS"), pair(id: "b"),
        ]
        #expect(try counts(lines) == [3, 2])
    }

    @Test func `the same mail folds across envelopes`() throws {
        let text = pair(action: "SNS").replacingOccurrences(of: "\"", with: "\\\"")
        let sns =
            #"{"Type":"Notification","MessageId":"m","TopicArn":"t","Message":"\#(text)"}"#
        let lambda = #"{"Records":[{"eventSource":"aws:ses","ses":\#(pair())}]}"#
        #expect(try counts([pair(), sns, lambda]) == [3])
    }

    @Test func `an id alone makes no mail: sender and second count, spellings of none are one`()
        throws
    {
        #expect(
            try counts([pair(), pair(second: 8), pair(source: #""b@x.example""#)]) == [1, 1, 1])
        let none = [pair(source: #""""#), pair(source: #""<>""#), pair(source: "null")]
        #expect(try counts(none) == [3])
    }

    @Test(arguments: [nil, ""] as [String?])
    func `without an id only the same bytes are the same mail`(id: String?) throws {
        let lines = [pair(id: id), pair(id: id, action: "S3"), pair(id: id)]
        #expect(try counts(lines) == [2, 1])
    }

    @Test func `deliveries that were judged differently stay apart and are marked`() throws {
        try withLog([pair(), pair(spam: "FAIL"), pair(), pair(id: "b")]) { table, _ in
            let found = try #require(Deliveries.linking(table) { true })
            #expect(found.foldedCount == 1)
            var reader = RecordReader()
            let marked = try (0..<4).map { row in
                try table.load(row, among: found, atMost: 9, with: &reader).event.marks
                    .contains(.differing)
            }
            #expect(marked == [true, true, true, false])
        }
    }

    @Test func `the detail has what each delivery did, for whom, when and where`() throws {
        let lines = [pair(), "START", pair(action: "S3", recipient: "b@corp.example"), pair()]
        try withLog(lines) { table, _ in
            let found = try #require(Deliveries.linking(table) { true })
            var reader = RecordReader()
            let loaded = try table.load(0, among: found, atMost: 2, with: &reader)
            #expect(loaded.deliveryCount == 3)
            #expect(loaded.deliveries.map(\.action) == ["Lambda", "S3"])
            #expect(
                loaded.deliveries.map(\.recipients) == [["desk@corp.example"], ["b@corp.example"]])
            #expect(
                loaded.deliveries.map(\.time)
                    == Array(repeating: "2026-11-22T09:00:07.900Z", count: 2))
            #expect(loaded.deliveries.map(\.line) == [1, 3])
            #expect(loaded.deliveries.map(\.isShown) == [true, false])
        }
    }

    @Test func `rows of a file that is another one now stay alone`() throws {
        try withLog([pair(), pair(), pair()]) { table, url in
            try FileManager.default.removeItem(at: url)
            try Data("[]".utf8).write(to: url)
            #expect(Deliveries.linking(table) { true }?.isEmpty == true)
        }
    }

    @Test func `the places of other documents are kept, the first thousand of a kind`() throws {
        let lines = Array(repeating: "START", count: 1200) + [#"{"a":1}"#]
        try withLog(lines) { table, url in
            let report = table.files[0]
            #expect(report.otherDocuments == [.logText: 1200, .json: 1])
            let places = try #require(report.otherPlaces[.logText])
            #expect(places.count == FileReport.mostPlaces)
            let bytes = [UInt8](try Data(contentsOf: url))
            let words = Set(places.map { String(decoding: bytes[$0], as: UTF8.self) })
            #expect(words.map { $0.trimmingCharacters(in: .newlines) } == ["START"])
            #expect(report.otherPlaces[.json].map { $0.map { bytes[$0].count } } == [7])
        }
    }
}
