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
        let all = table.particulars(of: Array(0..<table.count), with: &reader)
        var seen = 0
        for row in 0..<table.count {
            let event = try table.load(row, with: &reader).event
            let particulars = try #require(all[row])
            let recipients = event.receipt?.recipients ?? []
            #expect(particulars.recipients == .joined(recipients, by: "\n"))
            #expect(particulars.ip == TrustedHeaders(event.mail?.headers).clientAddress ?? "")
            #expect(particulars.action == event.receipt?.action?.type ?? "")
            if particulars.took != nil, !particulars.ip.isEmpty { seen += 1 }
        }
        #expect(seen > 50)
        #expect(table.path(of: 0) == RawText(Self.sample))
        #expect(table.carrierLength(of: 0) > 100)
    }

    @Test(
        arguments: [
            ("574", 574), ("0", 0), ("", nil), ("-1", nil), ("1e3", nil), ("86400000", 86_400_000),
            ("9999999999999", nil),
        ] as [(String, Int?)])
    func `a processing time is a number or none`(spelled: String, took: Int?) {
        var event = MailEvent()
        event.receipt = Receipt()
        event.receipt?.processingTimeMillis = RawText(spelled)
        #expect(RowParticulars(event).took == took)
    }

    @Test func `texts are cut, and one recipient is one line`() {
        var event = MailEvent()
        event.mail = Mail()
        event.mail?.source = "<>"
        #expect(RowParticulars(event).source == "")
        event.mail?.source = RawText(Array(repeating: 0x61, count: 100_000))
        #expect(RowParticulars(event).source.count == 320)
        event.receipt = Receipt()
        event.receipt?.recipients = ["a\nb@x.example", "c@x.example"]
        #expect(RowParticulars(event).recipients == "a b@x.example\nc@x.example")
        event.receipt?.recipients = Array(repeating: "someone@x.example", count: 100_000)
        #expect(RowParticulars(event).recipients.count <= 8 << 10)
    }

    @Test func `a record that is gone is not among them`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "ses-browser-particulars-\(UInt64.random(in: .min ... .max))").path
        let record =
            #"{"mail":{"messageId":"m","source":"a@b.example"},"receipt":{"action":{"type":"S3"}}}"#
        try "\(record)\n".write(toFile: path, atomically: true, encoding: .utf8)
        let table = LogLoader(paths: [RawText(path)]).load()
        try #require(table.count == 1)
        var reader = RecordReader()
        #expect(table.particulars(of: [0], with: &reader)[0]?.action == "S3")
        try FileManager.default.removeItem(atPath: path)
        var later = RecordReader()
        #expect(table.particulars(of: [0], with: &later).isEmpty)
    }
}
