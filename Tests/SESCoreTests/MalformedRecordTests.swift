import Testing

@testable import SESCore

/// Records with a part that is no JSON although its quotes and brackets match.
@Suite struct MalformedRecordTests {
    static let mail = #""messageId":"x","headers":[{"name":"From","value":"a@b.example"}]"#
    static let receipt = #""spamVerdict":{"status":"FAIL"},"dmarcPolicy":"reject""#

    @Test(arguments: [
        #"{"mail":{"headers":[{"name":"Subject":"Hello"}],"messageId":"x"},"receipt":{RECEIPT}}"#,
        #"{"mail":{"headers":[:],"messageId":"x"},"receipt":{RECEIPT}}"#,
        #"{"mail":{"messageId":"x","destination":["a":"b"]},"receipt":{RECEIPT}}"#,
        #"{"mail":{"messageId":"x","commonHeaders":{"to":["a":"b"]}},"receipt":{RECEIPT}}"#,
        #"{"mail":{"messageId":"x","commonHeaders":{"from"}},"receipt":{RECEIPT}}"#,
        #"{"mail":{"messageId":"x"},"receipt":{"recipients":["a":"b"],RECEIPT}}"#,
        #"{"mail":{"messageId":"x"},"receipt":{"action":{"type"},RECEIPT}}"#,
        #"{"mail":{"messageId":"x"},"receipt":{"virusVerdict":{"status"},RECEIPT}}"#,
    ])
    func `what is wrong in one member does not hide the others`(template: String) throws {
        let record = Array(template.replacing("RECEIPT", with: Self.receipt).utf8)
        for extent in [EventDecoder.Extent.whole, .index] {
            let event = EventDecoder.event(record.span, extent: extent)
            #expect(event.mail?.messageID == "x")
            let receipt = try #require(event.receipt)
            #expect(receipt.verdicts[.spam].status == .fail)
            #expect(receipt.dmarcPolicy == .reject)
        }
        #expect(EventDecoder.event(record.span).marks.contains(.malformed))
    }

    @Test func `headers of a mail that is told twice are not those of the first telling`() {
        let record = Array(#"{"mail":{\#(Self.mail)},"mail":{"messageId":"y"}}"#.utf8)
        let list = EventSummary(EventDecoder.event(record.span, extent: .index), isSalvaged: false)
        let detail = EventSummary(EventDecoder.event(record.span), isSalvaged: false)
        #expect(list.from == detail.from)
        #expect(list.from.isEmpty)
    }
}
