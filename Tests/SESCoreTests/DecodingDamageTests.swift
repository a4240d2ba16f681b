import Testing

@testable import SESCore

/// What a document means where parts of it are missing, doubled, damaged or nested without end.
@Suite struct DecodingDamageTests {
    func findings(_ text: String) -> [Unwrapper.Finding] {
        let bytes = Array(text.utf8)
        return Unwrapper.findings(bytes.span, in: 0..<bytes.count)
    }

    func event(_ text: String) -> MailEvent { EventDecoder.event(Array(text.utf8).span) }

    @Test func `envelopes that nest without end cost time linear in their length`() {
        let depth = 20_000
        let text =
            String(repeating: #"{"Sns":"#, count: depth) + "{}"
            + String(repeating: "}", count: depth)
        let found = findings(text)
        #expect(found.count == 1)
        guard case .other(.json) = found.first?.what else {
            Issue.record("the document holds no mail")
            return
        }
    }

    @Test(arguments: [
        #"{"Type":"Notification","Message":"{\"mail\":{\"messageId\":\"1\"],\"receipt\":{}}"}"#,
        #"{"EventSource":"aws:sns","Sns":{"Type" x,"Message":"{}"}}"#,
        #"{"Type":"Notification","Message":"{\"Records\":[{\"ses\":{}},{\"ses\"]]}"}"#,
    ])
    func `damage inside an envelope is a broken region and no other document`(text: String) {
        #expect(
            findings(text).contains { if case .broken = $0.what { true } else { false } })
    }

    @Test(arguments: [
        #"{"level":"info","ses":{"region":"eu-west-1"}}"#, #"{"mail":{"host":"smtp"}}"#,
        #"{"receipt":{"total":5}}"#,
    ])
    func `what only goes by the name of a record is no mail`(text: String) {
        #expect(
            findings(text).allSatisfy { if case .record = $0.what { false } else { true } })
    }

    @Test(arguments: [
        #"{"eventSource":"aws:ses","ses":{}}"#, #"{"ses":{"mail":{}}}"#,
        #"{"ses":{"receipt":{}}}"#, #"{"mail":{"source":"a@b.example"}}"#,
        #"{"receipt":{"dmarcVerdict":null}}"#, #"{"mail":{},"receipt":{}}"#,
    ])
    func `a record that lacks nearly everything is a mail`(text: String) {
        #expect(findings(text).count { if case .record = $0.what { true } else { false } } == 1)
    }

    @Test func `a message in an Sns object needs no type`() {
        let found = findings(
            #"{"EventSource":"aws:sns","Sns":{"Message":"{\"mail\":{},\"receipt\":{}}"}}"#)
        #expect(found.first?.route.envelopes == [.lambda, .sns, .pair])
        #expect(
            findings(#"{"Message":"{\"mail\":{},\"receipt\":{}}"}"#).map(\.route.envelopes)
                == [[.logger, .pair]])
    }

    @Test func `of two records the last one counts whole`() {
        let twice = event(
            #"{"ses":{"mail":{},"receipt":{"spamVerdict":{"status":"PASS"}}},"ses":{"mail":{}}}"#)
        #expect(twice.receipt == nil)
        #expect(twice.marks.contains(.repeatedKey))
        let none = event(
            #"{"mail":{},"receipt":{"spamVerdict":{"status":"PASS"}},"receipt":null}"#)
        #expect(none.receipt == nil)
        #expect(none.marks.contains(.repeatedKey))
    }

    @Test(arguments: [
        #"{"ses":{"mail":{},"receipt":{"spamVerdict":"FAIL"}},"receipt":{"spamVerdict":"PASS"}}"#,
        #"{"receipt":{"spamVerdict":"PASS"},"ses":{"mail":{},"receipt":{"spamVerdict":"FAIL"}}}"#,
    ])
    func `a receipt beside the record of SES is not its receipt`(text: String) {
        #expect(event(text).receipt?.verdicts[.spam].status == .fail)
    }

    @Test func `a status that stands twice is marked whatever the first one was`() {
        let event = event(#"{"receipt":{"spamVerdict":{"status":null,"status":"PASS"}}}"#)
        #expect(event.marks.contains(.repeatedKey))
    }
}
