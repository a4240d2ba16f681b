import Testing

@testable import SESCore

/// What `console.log` of Node shows, as JSON.
@Suite struct InspectTextTests {
    func read(_ text: String) -> (json: String, leavesOut: Bool)? {
        guard let reading = try? InspectText.json(of: Array(text.utf8).span).get() else {
            return nil
        }
        return (String(decoding: reading.json, as: UTF8.self), reading.leavesOut)
    }

    @Test(
        arguments: [
            ("{ a: 1, 'b-c': 'x', $d: true, e: null }", #"{"a":1,"b-c":"x","$d":true,"e":null}"#),
            ("{ a: \"it's\", b: `\"it's\"` }", #"{"a":"it's","b":"\"it's\""}"#),
            (#"{ a: '\x1B\n\'\u00e9\\' }"#, #"{"a":"\u001b\n'é\\"}"#),
            (#"{ a: '\uD83C\uDF89', b: '\uD800' }"#, #"{"a":"🎉","b":"\ud800"}"#),
            ("{ a: 'one\\n' +\n    'two' }", #"{"a":"one\ntwo"}"#),
            ("{\n  a: [\n    'x', 'y'\n  ],\n  b: {}\n}", #"{"a":["x","y"],"b":{}}"#),
            ("{ a:\r   { b: [],\r     c: [ 1, 2 ] } }", #"{"a":{"b":[],"c":[1,2]}}"#),
            ("Foo { a: 1, b: Bar [ 2 ] }", #"{"a":1,"b":[2]}"#),
            ("[Object: null prototype] { a: 1 }", #"{"a":1}"#),
            ("<ref *1> { a: -0, b: 12n, c: undefined }", #"{"a":-0,"b":12,"c":null}"#),
            ("Map(1) { 'a' => 1 }", #"{"a":1}"#),
            ("{ a: 2025-02-03T04:05:06.007Z }", #"{"a":"2025-02-03T04:05:06.007Z"}"#),
        ])
    func `what is shown whole becomes the same JSON`(text: String, expected: String) throws {
        let found = try #require(read(text))
        #expect(found.json == expected)
        #expect(!found.leavesOut)
    }

    @Test(
        arguments: [
            ("{ a: [Object], b: 1 }", #"{"a":null,"b":1}"#),
            ("{ a: [ [Object], [Object] ] }", #"{"a":null}"#),
            ("[Object]", "null"),
            ("{ a: [ 'x', [Array], 'y' ] }", #"{"a":["x","y"]}"#),
            ("{ a: [ 'x', ... 20 more items ] }", #"{"a":["x"]}"#),
            ("{ a: [\n [Object], [Object],\n ... 2 more items\n ], b: 1 }", #"{"a":null,"b":1}"#),
            ("{ a: 'xy'... 5 more characters, b: 1 }", #"{"a":"xy","b":1}"#),
            ("{ a: [Function: f], b: [Circular *1] }", #"{"a":null,"b":null}"#),
            ("{ a: <Buffer 1f 8b>, b: Symbol(x) }", #"{"a":null,"b":null}"#),
            ("[ [Object], { a: 1 } ]", #"[{"a":1}]"#),
        ])
    func `what is left out becomes null or is absent, and that is told`(
        text: String, expected: String
    ) throws {
        let found = try #require(read(text))
        #expect(found.json == expected)
        #expect(found.leavesOut)
    }

    @Test(
        arguments: [
            "{ Records: [ { eventSource: 'aws:ses', eventVersion: '1.0', ses: [Object] } ] }",
            "{ Records: \n   [ { eventSource: 'aws:ses',\n       eventVersion: '1.0',\n       ses: [Object] } ] }",
            "{ Records: [ { EventSource: 'aws:sns', Sns: [Object] } ] }",
            "[ { eventSource: 'aws:ses', ses: { mail: [Object], receipt: [Object] } } ]",
        ])
    func `an event without its mail says which line of the handler to change`(text: String) {
        #expect(
            throws: LiteralFailure(
                position: 0,
                reason: "console.log(event) left the mail out; log JSON.stringify(event) instead",
                isAdvice: true)
        ) { try InspectText.json(of: Array(text.utf8).span).get() }
    }

    @Test func `a receipt without its verdicts is not taken for one`() {
        let text = "{ ses: { mail: { a: 1 }, receipt: { spamVerdict: [Object] } } }"
        #expect(read(text) == nil)
    }

    @Test(arguments: 0..<300)
    func `text that was damaged neither crashes nor yields broken JSON`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var text = Array(
            "{ a: [ 'x' +\n 'y', [Object], ... 2 more items ], b: Foo { c: \"d\" }, <ref *1> e: `f` }"
                .utf8)
        for _ in 0..<Int.random(in: 0...5, using: &random) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: text.remove(at: place)
            case 1:
                text.insert(
                    Array("{}[]'\"`,:.+ \n\\<(".utf8).randomElement(using: &random) ?? 0, at: place)
            default: text.removeSubrange(place...)
            }
        }
        guard case .success(let reading) = InspectText.json(of: text.span) else { return }
        var walker = JSONWalker(reading.json.span)
        #expect(walker.skipValue() != nil)
        #expect(walker.failure == nil)
        #expect(walker.position == reading.json.count)
    }
}
