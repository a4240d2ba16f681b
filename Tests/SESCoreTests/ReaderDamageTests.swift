import Testing

@testable import SESCore

/// What damage may cost, and what it must not.
@Suite struct ReaderDamageTests {
    /// A Lambda event, a pair and a document whose first key no envelope has.
    static let record = #"{"Records":[{"eventSource":"aws:ses","ses":{"mail":{"messageId":"1"}}}]}"#
    static let pair = #"{"mail":{"messageId":"2"},"receipt":{"spamVerdict":{"status":"PASS"}}}"#
    static let other = #"{"version":"0","mail":{"messageId":"3"},"receipt":{}}"#
    static let prettyPair = "{\n  \"mail\": {\n    \"messageId\": \"2\"\n  },\n  \"receipt\": {}\n}"

    func documents(_ text: String) -> [(text: String, isSalvaged: Bool)] {
        items(of: Array(text.utf8)).compactMap {
            guard case .document(let range, .json, let isSalvaged) = $0 else { return nil }
            return (String(decoding: Array(text.utf8)[range], as: UTF8.self), isSalvaged)
        }
    }

    @Test(arguments: [pair, other, prettyPair], ["\n", ""])
    func `a container that lacks its end does not take the next document with it`(
        next: String, separator: String
    ) {
        let cut = String(Self.record.dropLast())
        let text = cut + separator + next + "\n" + Self.record + "\n"
        let found = documents(text)
        #expect(found.contains { $0.text == next && !$0.isSalvaged })
        #expect(found.count == 3)
        #expect(
            items(of: Array(text.utf8)).contains {
                if case .broken(_, let reason) = $0 {
                    reason == "the document is cut off"
                } else {
                    false
                }
            })
    }

    @Test(arguments: ["2025-01-01T00:00:00Z id INFO ", "[INFO] x ", "START of it ", "5 "])
    func `a log line behind an array that was cut is read as a log line`(prefix: String) {
        let text = "[\n\(Self.pair),\n\(prefix)\(Self.other)\n\(Self.record)\n"
        #expect(documents(text).map(\.text).contains(Self.other))
        #expect(documents(text).count == 3)
    }

    @Test(arguments: ["{'mail': {'messageId': '1'}}", "{ mail: { messageId: '1' } }"])
    func `a literal behind an array that was cut is read as a literal`(literal: String) {
        for opening in ["[\n\(Self.pair),\n", #"{"Records":["# + "\n"] {
            let bytes = Array("\(opening)\(literal)\n\(Self.record)\n".utf8)
            for step in [1, 4096] {
                let found = items(of: bytes, step: step).compactMap { item -> String? in
                    guard case .document(let range, _, _) = item else { return nil }
                    return String(decoding: bytes[range], as: UTF8.self)
                }
                #expect(found.contains(literal))
            }
        }
    }

    @Test(arguments: ["[{main}] ", "[ {x}] ", "[[x]] ", "[] ", #"[{"a":1}] "#, "INFO {x} "])
    func `a prefix in brackets does not hide the document on its line`(prefix: String) {
        #expect(documents(prefix + Self.other + "\n").map(\.text).contains(Self.other))
    }

    @Test func `a damaged document does not hide a pretty one that begins on its line`() {
        let text = #"{"mail":{"a":"cut"# + Self.prettyPair + "\n" + Self.pair + "\n"
        #expect(documents(text).map(\.text) == [Self.prettyPair, Self.pair])
    }

    @Test func `a damaged document does not hide a message whose keys are sorted`() {
        let message = #"{"Message":"{\"mail\":{}}","Type":"Notification"}"#
        #expect(documents(#"{"Message":"{\"mail\":{"# + message).map(\.text) == [message])
    }

    @Test func `only the document behind the damage is marked as salvaged`() {
        let text = #"{"mail":{"a":"cut"# + Self.record + "\n" + Self.record + "\n" + Self.record
        #expect(documents(text).map(\.isSalvaged) == [true, false, false])
    }

    @Test func `an object that lacks a key is no part of a document that was cut`() {
        let text = #"{"mail":{"a":1,"# + "\n" + Self.pair + "\n}}\n"
        #expect(documents(text).map(\.text) == [Self.pair])
    }

    @Test func `a line of open documents costs time linear in its length`() {
        let text = String(repeating: #"{"mail":"#, count: 100_000) + "\n" + Self.pair
        #expect(documents(text).map(\.text) == [Self.pair])
    }

    @Test(arguments: 0..<60)
    func `good documents load whatever happens to the others`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let kinds = [Self.record, Self.pair, Self.prettyPair]
        var text: [UInt8] = []
        var expected = 0
        for _ in 0..<12 {
            let bytes = Array((kinds.randomElement(using: &random) ?? "").utf8)
            let cut = Int.random(in: 1..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                text += bytes[..<cut]
            } else {
                text += Array(Self.other.utf8)
                expected += 1
            }
            text.append(0x0A)
        }
        for step in [1, 7, 64, 4096] {
            let found = items(of: text, step: step).count {
                guard case .document(let range, .json, _) = $0 else { return false }
                return Array(text[range]) == Array(Self.other.utf8)
            }
            #expect(found == expected)
        }
    }
}
