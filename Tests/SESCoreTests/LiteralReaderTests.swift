import Testing

@testable import SESCore

/// Literals, console output, colours and tables among the documents of a log.
@Suite struct LiteralReaderTests {
    static let json = #"{"Records":[{"b":2}]}"#
    static let element = #"{"b":2}"#

    /// The documents of a text, each with its form.
    func documents(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return items(of: bytes).compactMap {
            guard case .document(let range, let form, _) = $0 else { return nil }
            return "\(form): " + String(decoding: bytes[range], as: UTF8.self)
        }
    }

    func isBroken(_ text: String) -> Bool {
        items(of: Array(text.utf8)).contains { if case .broken = $0 { true } else { false } }
    }

    @Test(
        arguments: [
            "{'a': 1}\n", "[INFO]\t2026-11-18T09:41:07.250Z\tid\t{'a': 1}\n",
            "Full {'a': 1} done\n",
            "{'a': 1}" + json + "\n", json + " {'a': 1}\n", "\u{FEFF}{'a': 1}\r\n",
        ])
    func `a literal is a document wherever JSON is one`(text: String) {
        let found = documents(text)
        #expect(found.contains("python: {'a': 1}"))
        #expect(found.contains("json: " + Self.element) == text.contains(Self.element))
        #expect(!isBroken(text))
    }

    @Test(
        arguments: [
            "[{'a': 1}]", "{'a': \"it's\"}", #"{'a': '{"Records":[{"b":2}]}'}"#, "{u'a': u'x'}",
            "{'a': 1,\n 'b': {'c': 'x'\n            'y'}}", "{'a': (1, 'b', [])}",
        ])
    func `a literal ends where Python ends it`(text: String) {
        #expect(documents("x \(text) y\n") == ["python: \(text)"])
    }

    @Test(
        arguments: [
            "{'a': '", #"{'a': 'cut {"Records":[{"b":2}]}"#, "{'a': [1}", "{'a': 'x' 1 'y'}",
            #"{'a': 'x\"#,
        ])
    func `a literal that is damaged costs its line and no more`(text: String) {
        #expect(documents(text + "\n" + Self.json + "\n") == ["json: " + Self.element])
        #expect(isBroken(text + "\n"))
    }

    @Test(arguments: [
        "use {id} or {name: value}", "got {'a'} and {'b'}", "f({x}) [{main}]", "{% if %}x",
    ])
    func `prose with braces is no literal`(text: String) {
        #expect(documents("INFO \(text)\n" + Self.json).last == "json: " + Self.element)
        #expect(documents("INFO \(text)\n" + Self.json).count == 1)
    }

    @Test(
        arguments: [
            "{ mail: { a: 'x' },\n  receipt: { b: [Object] } }",
            "{\n  notificationType: 'Received',\n  mail: {}\n}",
            "{ Records:\r   [ { eventSource: 'aws:ses' } ] }",
            "[ { eventSource: `it's \"x\"`, ses: [Object] } ]", "{ 'detail-type': 'x' }",
        ])
    func `what console log shows of an event is one document`(text: String) {
        #expect(documents("2026-11-18T09:41:07.250Z\tid\tINFO\t\(text)\n") == ["inspect: \(text)"])
    }

    @Test(arguments: [
        "\u{1B}[32m2026-11-18T09:41:07\u{1B}[0m \u{1B}[1;36ms\u{1B}[0m ", "\u{1B}[0m",
    ])
    func `colours may stand around what stands before a document`(prefix: String) {
        #expect(documents(prefix + Self.json + "\u{1B}[0m\n") == ["json: " + Self.element])
        #expect(!isBroken(prefix + Self.json + "\u{1B}[0m\n"))
        #expect(!isBroken(prefix + "START RequestId: 1\n"))
        #expect(isBroken("\u{1B}[2J" + Self.json + "\n"))
    }

    @Test func `an event line of the command line interface is read between its tabs`() {
        let line = "EVENTS\t3878\t1738555511000\tstream\t\(Self.json)\t1738555506007\n"
        #expect(documents(line + line) == ["json: " + Self.element, "json: " + Self.element])
        #expect(!isBroken(line))
    }

    @Test(arguments: 0..<300)
    func `every byte is in exactly one item whatever the window`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = soup(&random)
        expectEveryByteOnce(bytes)
        for case .document(let range, let form, _) in items(of: bytes) {
            for finding in Unwrapper.findings(bytes.span, in: range, form: form) {
                guard case .record(let decoded) = finding.what else { continue }
                let carrier = Array(bytes[finding.carrier])
                #expect(finding.route.record(in: carrier) == decoded ?? carrier)
            }
        }
    }

    @Test(arguments: 0..<100)
    func `good lines load whatever is put between them`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var text: [UInt8] = []
        for _ in 0..<20 {
            text += soup(&random) + [0x0A]
            text += Array(#"{"Records":[{"good":1}]}"#.utf8) + [0x0A]
        }
        // A literal that was left open may well hold the next line whole.
        let found = items(of: text).reduce(into: 0) { count, item in
            guard case .document(let range, let form, _) = item else { return }
            let json = Unwrapper.Place(range: range, carrier: range).opened(form, text.span)
            guard case .success(let place) = json else { return }
            let bytes = place.decoded ?? Array(text[range])
            count += String(decoding: bytes, as: UTF8.self).split(separator: #""good":1"#).count - 1
        }
        #expect(found == 20)
    }

    @Test func `open literals cost time linear in their number`() {
        // The account of a decoded text is so small that these would not end within it.
        for line in ["{'a': [", "{ mail: { x: [", "2026-11-18T09:41:07Z {"] {
            let text = Array((String(repeating: line + "\n", count: 20_000) + Self.json).utf8)
            let documents = TextDocuments(text.span).documents
            #expect(documents.map { Array(text[$0.range]) } == [Array(Self.element.utf8)])
        }
        let cut = String(repeating: #"{"receipt":{"a":"# + "\n", count: 2_000)
        #expect(TextDocuments(Array(cut.utf8).span).documents.count == 2_000)
    }

    /// Pieces of literals, torn and put together at random.
    private func soup(_ random: inout SeededRandom) -> [UInt8] {
        let parts: [String] = [
            "{", "}", "[", "]", ",", ":", "'", "\"", "\\", "\n", "\r", " ", "{'a': ", "'b'", "None",
            "(", ")", "{ mail: ", "{ Records: [ ", "[Object]", "words ", "`", "+", "...", "u'x'",
            #"{"mail":{"a":1},"receipt":{"spamVerdict":{"status":"PASS"}},"content":"cut"#,
            "{'mail': {'messageId': 'x'}, 'receipt': {'spamVerdict': {'status': 'FAIL'}}}",
            "{ mail: { messageId: 'x' }, receipt: { spamVerdict: { status: 'PASS' } } }",
            "2026-11-18T09:41:07.250Z {\n2026-11-18T09:41:07.251Z   \"a\":",
            "\n2026-11-18T09:41:07.252Z }", "\u{1B}[32m", "\u{1B}", "2026-11-18T09:41:07.250Z ",
            #"{"Records":["#, "é", "\u{0}",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let part = Array(parts[Int.random(in: 0..<parts.count, using: &random)].utf8)
            let cut = Int.random(in: 0..<4, using: &random) == 0
            bytes += cut ? part.prefix(Int.random(in: 0...part.count, using: &random)) : part[...]
        }
        return bytes
    }
}
