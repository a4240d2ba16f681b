import Testing

@testable import SESCore

@Suite struct FlatRecordTests {
    func json(_ columns: [(String, String)]) -> String? {
        FlatRecord.json(columns: columns.map { (RawText($0.0), RawText($0.1)) })
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        "", "ses.", "Records.0.ses.", "detail.", "detail.requestPayload.Records.0.ses.",
    ])
    func `columns are fields of one record whatever stands before their names`(way: String) {
        let found = json([
            ("@timestamp", "2026-11-18"), (way + "mail.source", "a@b.example"),
            (way + "receipt.spamVerdict.status", "FAIL"), (way + "mail.messageId", "1"),
        ])
        #expect(
            found
                == #"{"mail":{"source":"a@b.example","messageId":"1"},"#
                + #""receipt":{"spamVerdict":{"status":"FAIL"}}}"#)
    }

    @Test func `numbered fields are elements in the order of their numbers`() {
        let found = json([
            ("mail.destination.10", "k"), ("mail.destination.2", "c"), ("mail.messageId", "1"),
            ("mail.headers.0.name", "From"), ("mail.headers.0.value", "x"),
        ])
        #expect(
            found
                == #"{"mail":{"destination":["c","k"],"messageId":"1","#
                + #""headers":[{"name":"From","value":"x"}]}}"#)
    }

    @Test func `values come through byte by byte`() {
        let value = RawText([0x22, 0x5C, 0x0A, 0x00, 0x1B, 0xFF, 0xED, 0xA0, 0x80, 0x7F])
        let record =
            FlatRecord.json(columns: [
                ("mail.messageId", "1"), ("mail.commonHeaders.subject", value),
            ]) ?? []
        let event = EventDecoder.event(record.span)
        #expect(event.mail?.subject == value)
        #expect(event.marks == .noReceipt)
    }

    @Test func `a verdict alone is a record, and a truth value may be a digit`() {
        #expect(json([("receipt.dkimVerdict", "PASS")]) == #"{"receipt":{"dkimVerdict":"PASS"}}"#)
        let record = json([("mail.headersTruncated", "1"), ("mail.messageId", "1")]) ?? ""
        #expect(EventDecoder.event(Array(record.utf8).span).mail?.headersTruncated == true)
    }

    @Test(arguments: [
        "@message", "mail", "mail.source", "receipt", "spamVerdict.status", "xreceipt.spamVerdict",
        "receipt.spamVerdict.status.x", "mail.messageIds", "email.messageId",
    ])
    func `a row without verdict or id is no record`(name: String) {
        #expect(json([(name, "PASS"), ("mail.timestamp", "x")]) == nil)
    }

    @Test func `another record in the same row is left out`() {
        let found = json([("a.mail.messageId", "1"), ("b.mail.messageId", "2")])
        #expect(found == #"{"mail":{"messageId":"1"}}"#)
    }

    @Test func `very many columns, and very long names, cost time linear in their length`() {
        var columns = (0..<50_000).map { ("mail.headers.\($0).value", "x") }
        columns.append(("mail.messageId", "1"))
        columns.append((String(repeating: "mail.", count: 50_000), "x"))
        let record = json(columns) ?? ""
        #expect(EventDecoder.event(Array(record.utf8).span).mail?.headers?.count == 50_000)
    }
}
