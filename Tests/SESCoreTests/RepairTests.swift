import Testing

@testable import SESCore

/// JSON that was cut off, closed.
@Suite struct RepairTests {
    static let pair =
        #"{"mail":{"messageId":"m","headers":[{"name":"a","value":"b"}]},"#
        + #""receipt":{"spamVerdict":{"status":"FAIL"}}"#
    static let sns =
        #"{"Type":"Notification","TopicArn":"arn","Message":""#
        + #"{\"notificationType\":\"Received\",\"mail\":{\"messageId\":\"m\"},"#
        + #"\"receipt\":{\"spamVerdict\":{\"status\":\"FAIL\"}},\"content\":\"abc\\u00"#

    func closed(_ text: String) -> String? {
        Repair.closed(Array(text.utf8).span).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(
        arguments: [
            (#"{"a":1,"b":2"#, #"{"a":1}"#), (#"{"a":1,"b":2,"#, #"{"a":1,"b":2}"#),
            (#"{"a":[1,{"b":"c","d"#, #"{"a":[1,{"b":"c"}]}"#), (#"{"a":"cut"#, "{}"),
            (#"{"a":1,"message":"cut \"h\u00"#, #"{"a":1,"message":"cut \"h"}"#),
            (#"{"a":{"body":"x\"#, #"{"a":{"body":"x"}}"#), (#"{"a":tru"#, "{}"),
            (#"{"a":[[["#, #"{"a":[[[]]]}"#), ("{", "{}"), (#"{"a":1,"headers":"x"#, #"{"a":1}"#),
        ])
    func `what is complete stays and what is open is closed`(text: String, expected: String) {
        #expect(closed(text) == expected)
    }

    @Test(arguments: ["{}", #"{"a":1}"#, #"{"a":1}x"#, #"{"a" 1,"#, #"{"a":[1}"#, "[1 2", "", "{,"])
    func `what ends as it should, or is damaged before its end, is not touched`(text: String) {
        #expect(closed(text) == nil)
    }

    @Test func `every beginning of a document becomes a document`() {
        let whole = Array((Self.pair + #","n":[1,-2.5e3,null,"é\n\ud83c\udf89"]}"#).utf8)
        for end in 1..<whole.count {
            let cut = Array(whole[..<end])
            guard let closed = Repair.closed(cut.span) else {
                Issue.record("nothing of \(end) bytes")
                continue
            }
            var walker = JSONWalker(closed.bytes.span)
            #expect(walker.skipValue() != nil)
            #expect(walker.failure == nil && walker.position == closed.bytes.count)
            #expect(closed.bytes[..<closed.kept] == cut[..<closed.kept])
        }
    }

    /// The rows of a text, each as its status for spam, its marks and its route.
    func rows(_ text: String) -> [(spam: VerdictStatus, marks: Marks, route: Route)] {
        let bytes = Array(text.utf8)
        return items(of: bytes).flatMap { item -> [(VerdictStatus, Marks, Route)] in
            guard case .document(let range, let form, _) = item else { return [] }
            return Unwrapper.findings(bytes.span, in: range, form: form).compactMap { finding in
                guard case .record(let decoded) = finding.what else { return nil }
                let carrier = Array(bytes[finding.carrier])
                let record = decoded ?? carrier
                #expect(finding.route.record(in: carrier) == record)
                let event = EventDecoder.event(record.span)
                return (
                    event.receipt?.verdicts[.spam].status ?? .missing,
                    event.marks.union(finding.route.marks), finding.route
                )
            }
        }
    }

    @Test(arguments: [#","content":"Received: cut"#, #","content":"#, ",", "", #","x":{"y":[1,2"#])
    func `a record that was cut behind its receipt is a row`(rest: String) {
        let found = rows(Self.pair + rest + "\n" + Self.pair + "}\n")
        #expect(found.map(\.spam) == [.fail, .fail])
        #expect(found.map { $0.marks.contains(.truncated) } == [true, false])
        #expect(found.first?.route.steps == [.repaired])
        #expect(found.first?.marks.contains(.malformed) == false)
    }

    @Test(arguments: 1...20)
    func `a record that was cut inside its receipt is none`(count: Int) {
        #expect(rows(String(Self.pair.dropLast(count)) + "\n").isEmpty)
    }

    @Test func `a message that was cut is closed at both levels`() {
        let found = rows(Self.sns + "\n")
        #expect(found.map(\.spam) == [.fail])
        #expect(found.first?.route.steps.filter { $0 == .repaired }.count == 2)
        #expect(found.first?.marks.contains(.truncated) == true)
        #expect(rows("2026-11-18T09:41:07.250Z id " + Self.sns + "\n").count == 1)
    }

    @Test func `an element of a container that was cut is a row`() {
        let text = #"{"Records":[{"eventSource":"aws:ses","ses":\#(Self.pair)},"x":"#
        #expect(rows(text + "\n").map(\.spam) == [.fail])
        let second = #"{"Records":[{"ses":\#(Self.pair)}},{"ses":\#(Self.pair),"x"#
        #expect(rows(second + "\n").map { $0.marks.contains(.truncated) } == [false, true])
    }

    @Test func `a forged record in a header of a mail that was cut does not load`() {
        let forged = Self.pair.replacing("\"", with: "\\\"") + "}"
        for key in ["value", "subject", "content", "name"] {
            let cut = #"{"mail":{"messageId":"m","headers":[{"name":"X","\#(key)":"\#(forged)"#
            #expect(rows(cut + "\n").isEmpty)
            #expect(rows(cut + #""}]},"receipt":{"spam"# + "\n").isEmpty)
            #expect(rows(#"{"\#(key)":"\#(forged)"# + "\n").isEmpty)
        }
    }

    @Test func `a region that helps nobody stays broken with its own reason`() {
        let text = #"{"receipt":{"cut"# + "\n"
        let bytes = Array(text.utf8)
        guard case .document(let range, let form, _) = items(of: bytes).first else {
            Issue.record("not looked at")
            return
        }
        let found = Unwrapper.findings(bytes.span, in: range, form: form)
        #expect(found.count == 1 && found.first?.carrier == range)
        guard case .broken(let reason)? = found.first?.what else {
            Issue.record("not broken")
            return
        }
        #expect(reason == ScanFailure.Reason.lineFeedInString.description)
    }
}
