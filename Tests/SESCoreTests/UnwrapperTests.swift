import Foundation
import Testing

@testable import SESCore

/// What is found in wrappers, and what is not.
@Suite struct UnwrapperTests {
    static let pair = #"{"mail":{"messageId":"real"},"receipt":{"spamVerdict":{"status":"PASS"}}}"#

    func findings(_ text: String) -> [Unwrapper.Finding] {
        let bytes = Array(text.utf8)
        return Unwrapper.findings(bytes.span, in: 0..<bytes.count)
    }

    /// The SES ids of the records in a document, each read again by its route.
    func ids(_ text: String) -> [String?] {
        let bytes = Array(text.utf8)
        return Unwrapper.findings(bytes.span, in: 0..<bytes.count).compactMap { finding in
            guard case .record = finding.what,
                let record = finding.route.record(in: Array(bytes[finding.carrier]))
            else { return nil }
            return .some(EventDecoder.event(record.span).mail?.messageID?.description)
        }
    }

    func kinds(_ text: String) -> [String] {
        findings(text).compactMap {
            if case .other(let kind) = $0.what { kind.rawValue } else { nil }
        }
    }

    func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSONText.encode(RawText(text), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        #"{"a":{"b":[{"c":null},[{"d":1}]]},"message":"words"}"#,
        #"{"level":"INFO","message":"{\"a\":{\"b\":1}}","event":{"x":[]}}"#,
        #"{"data":"aGVsbG8="}"#, #"{"data":"words"}"#, #"{"kinesis":{"data":7}}"#, "{}",
        #"{"message":"\"quoted\" words"}"#, #"{"message":"} else {"}"#,
        #"{"message":"x\u001b[1m"}"#,
    ])
    func `an object without a mail is one document`(text: String) {
        #expect(kinds(text) == ["json"])
        #expect(findings(text).count == 1)
    }

    @Test func `a list in a text that ends behind an element is cut off`() {
        let found = findings(#"{"Type":"Notification","Message":\#(quoted("[\(Self.pair)"))}"#)
        #expect(found.count == 2)
        #expect(
            found.contains {
                if case .broken(let reason) = $0.what { reason.contains("cut off") } else { false }
            })
        #expect(ids(#"{"Type":"Notification","Message":\#(quoted("[\(Self.pair)"))}"#) == ["real"])
    }

    @Test func `a line of a log without a document is a line of text`() {
        #expect(kinds(#"{"timestamp":1,"message":"START RequestId: 9c1b"}"#) == ["logText"])
        #expect(kinds(#"{"timestamp":1,"message":""}"#) == ["logText"])
        #expect(kinds(#"{"Type":"Notification","Message":"hello"}"#) == ["sns-control"])
    }

    @Test(arguments: ["\u{1B}[31mERROR\u{1B}[0m x", #""GET / HTTP/1.1" 200"#, "\u{0}", "a: {b}"])
    func `whatever letters a line of a log has, it is a line of text`(line: String) {
        #expect(kinds(#"{"timestamp":1,"message":\#(quoted(line))}"#) == ["logText"])
    }

    @Test(arguments: ["{", "  \"Records\": [", "    {", "}, {", "]"])
    func `a line that was torn out of an indented document is no line of text`(line: String) {
        let found = findings(#"{"timestamp":1,"message":\#(quoted(line))}"#)
        #expect(found.count == 1)
        #expect(found.contains { if case .broken = $0.what { true } else { false } })
    }

    @Test func `another kind of document in a wrapper is counted once and by its kind`() {
        let bounce = #"{"notificationType":"Bounce","mail":{},"bounce":{}}"#
        #expect(kinds(#"{"level":"INFO","message":\#(bounce),"x":{"y":1}}"#) == ["sending"])
        #expect(kinds(#"{"level":"INFO","message":\#(quoted(bounce))}"#) == ["sending"])
        #expect(
            kinds(#"{"timestamp":1,"message":"{\"type\":\"platform.start\",\"record\":{}}"}"#)
                == ["platform"])
    }

    @Test func `several documents in a text are found in order and found again`() {
        let other = Self.pair.replacing("real", with: "second")
        let line = "2026 INFO \(Self.pair) and \(other)\n\(Self.pair)"
        #expect(ids(#"{"message":\#(quoted(line))}"#) == ["real", "second", "real"])
    }

    @Test func `a document that is cut in a text is a broken region beside the others`() {
        let line = #"x {"mail":{"messageId":"cut"# + "\n" + Self.pair
        let text = #"{"level":"INFO","message":\#(quoted(line))}"#
        #expect(ids(text) == ["real"])
        #expect(findings(text).count { if case .broken = $0.what { true } else { false } } == 1)
        #expect(kinds(text).isEmpty)
    }

    @Test func `what only looks like a mail under some key is none`() {
        #expect(ids(#"{"user":{"mail":{"source":"x"},"receipt":{"total":1}}}"#) == [])
        #expect(ids(#"{"a":{"settings":{"mail":{"source":"x"},"receipt":{}}}}"#) == [])
        #expect(ids(#"{"a":{"x":\#(Self.pair)}}"#) == ["real"])
        #expect(ids(#"{"a":{"mail":{"messageId":"m","commonHeaders":{}}}}"#) == ["m"])
    }

    @Test func `objects are looked through to a stated depth`() {
        func nested(_ depth: Int) -> String {
            String(repeating: #"{"a":"#, count: depth) + Self.pair
                + String(repeating: "}", count: depth)
        }
        #expect(ids(nested(Unwrapper.deepestWalk)) == ["real"])
        #expect(ids(nested(Unwrapper.deepestWalk + 1)) == [])
        #expect(kinds(nested(Unwrapper.deepestWalk + 1)) == ["json"])
    }

    @Test func `texts are decoded to a stated depth`() {
        func nested(_ depth: Int) -> String {
            (0..<depth).reduce(Self.pair) { text, _ in #"{"body":\#(quoted(text))}"# }
        }
        #expect(ids(nested(Unwrapper.deepest)) == ["real"])
        #expect(ids(nested(Unwrapper.deepest + 1)) == [])
    }

    @Test(arguments: [
        #"{"a":"#, #"{"Sns":"#, "[", #"{"a":["#, #"{"Records":[{"sns":"#, #"{"ses":"#,
    ])
    func `wrappers that nest without end cost time linear in their length`(opening: String) {
        let closing = opening.reversed().map { $0 == "[" ? "]" : $0 == "{" ? "}" : "" }.joined()
        let text =
            String(repeating: opening, count: 20_000) + "{}"
            + String(repeating: closing, count: 20_000)
        #expect(findings(text).count == 1)
    }

    @Test(arguments: [#"{"a":"#, "{\"a\":\n", #"{"mail":{"x":["#, "[", "[{\"field\":", "\\\"{"])
    func `a text of open documents costs time linear in its length`(opening: String) {
        let line = String(repeating: opening, count: 40_000) + "\n" + Self.pair
        let text = #"{"timestamp":1,"message":\#(quoted(line))}"#
        #expect(!findings(text).isEmpty)
    }

    @Test func `the way to a record says what is to be known of it`() {
        #expect(Route(steps: [.flattened]).marks == .lossy)
        #expect(Route(envelopes: [.eventbridge, .failure, .lambda]).marks == .handlerFailed)
        #expect(Route(steps: [.text], envelopes: [.sns, .notification]).marks == [])
    }

    @Test func `a route that leads nowhere finds nothing`() {
        let bytes = Array(#"{"a":["x"]}"#.utf8)
        for step in [
            Route.Step.text, .member(.message), .memberAt(1), .element(0), .base64, .document(1),
            .flattened,
        ] {
            #expect(Route(steps: [step]).record(in: bytes) == nil, "\(step)")
        }
        #expect(
            Route(steps: [.memberAt(0), .element(0), .text]).record(in: bytes) == Array("x".utf8))
    }

    @Test func `what gzip data lack is told, and what came out of them is read`() {
        let event = #"{"id":"1","timestamp":1,"message":\#(quoted(Self.pair))}"#
        let whole = #"{"logEvents":[\#(event)]}"#
        let cut = Data(GzipMaker.member(Array(whole.utf8)).dropLast(6))
        let text = #"{"awslogs":{"data":"\#(cut.base64EncodedString())"}}"#
        #expect(ids(text) == ["real"])
        #expect(findings(text).contains { if case .broken = $0.what { true } else { false } })
    }
}
