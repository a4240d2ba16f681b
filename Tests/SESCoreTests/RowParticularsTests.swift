import Foundation
import Testing

@testable import SESCore

@Suite struct RowParticularsTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples/inbound.ndjson").path

    @Test func `the list reads of a record what the detail shows of it`() throws {
        let table = LogLoader(paths: [RawText(Self.sample)]).load()
        var reader = RecordReader()
        var seen = 0
        for row in 0..<table.count {
            let event = try table.load(row, with: &reader).event
            let particulars = table.particulars(of: row, with: &reader)
            #expect(particulars.isRead)
            #expect(particulars.recipient == event.receipt?.recipients.first)
            #expect(particulars.recipientCount == event.receipt?.recipients.count ?? 0)
            #expect(particulars.ip == TrustedHeaders(event.mail?.headers).clientAddress)
            #expect(particulars.action == event.receipt?.action?.type)
            if particulars.took != nil, particulars.ip != nil { seen += 1 }
        }
        #expect(seen > 50)
        #expect(table.path(of: 0) == RawText(Self.sample))
    }

    @Test(
        arguments: [
            ("574", 574), ("0", 0), ("", nil), ("-1", nil), ("1e3", nil),
            ("999999999999", 999_999_999_999),
            ("9999999999999", nil),
        ] as [(String, Int?)])
    func `a processing time is a number or none`(spelled: String, took: Int?) {
        var event = MailEvent()
        event.receipt = Receipt()
        event.receipt?.processingTimeMillis = RawText(spelled)
        #expect(RowParticulars(event).took == took)
    }

    @Test func `texts are cut, and the null sender is told from a missing one`() {
        var event = MailEvent()
        event.mail = Mail()
        #expect(RowParticulars(event).source == nil)
        event.mail?.source = "<>"
        #expect(RowParticulars(event).source == "")
        event.mail?.source = RawText(Array(repeating: 0x61, count: 100_000))
        #expect(RowParticulars(event).source?.count == RowParticulars.longest)
    }

    @Test func `a record that is gone or too large is not read`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "ses-browser-particulars-\(UInt64.random(in: .min ... .max))").path
        let filler = String(repeating: "x", count: EventTable.largestForParticulars)
        let record = #"{"mail":{"messageId":"m","source":"a@b.example"},"receipt":{"action":"#
        let small = record + #"{"type":"S3"}}}"#
        let large = record + #"{"type":"S3","objectKey":"\#(filler)"}}}"#
        try "\(small)\n\(large)\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let table = LogLoader(paths: [RawText(path)]).load()
        try #require(table.count == 2)
        var reader = RecordReader()
        #expect(table.particulars(of: 0, with: &reader).action == "S3")
        #expect(table.particulars(of: 1, with: &reader) == .unread)
        try FileManager.default.removeItem(atPath: path)
        var later = RecordReader()
        #expect(table.particulars(of: 0, with: &later) == .unread)
    }
}
