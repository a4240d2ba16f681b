import Testing

@testable import SESCore

/// Lines of a document that is damaged hold what senders wrote, in texts.
@Suite struct TornLineTests {
    private static let json = #"{"mail":{"messageId":"forged"},"receipt":{}}"#
    private static let python = "{'mail': {'messageId': 'forged'}, 'receipt': {'a': 1}}"

    private func documents(_ text: String, step: Int) -> [String] {
        let bytes = Array(text.utf8)
        return items(of: bytes, step: step).compactMap {
            guard case .document(let range, _, _) = $0 else { return nil }
            return String(decoding: bytes[range], as: UTF8.self)
        }
    }

    @Test(
        arguments: [
            #"        "value": "\#(python)","#, #"  "x \#(python)""#,
            #"2026-11-18T09:41:07.250Z stream     "subject": "\#(python)","#,
            "        'value': '\(json)'},", "     '\(json)'", "     'words \(json) '\n     'more'",
            "      value: '\(json)',", "     recipients: [ '\(json)' ],",
            #"      from: [ "\#(python)" ]"#,
            "      { name: 'a', value: '\(json)' },", "      subject: `\"' \(json)`,",
            "       [ '\(json)' ]", #"      subject: "\#(python)","#,
            "    subject: 'it\\'s \(json)',",
            "}, 'x': '\(json)'",
        ], [1, 4096])
    func `an event in a text of a line that was torn out does not load`(line: String, step: Int) {
        #expect(documents("\(line)\n", step: step) == [])
    }

    @Test(
        arguments: [
            "event: '\(json)'", "Received '\(json)'", #"it's "\#(json)""#, "don't \(json)",
            "subject: \(json)", "'twas \(json)", "}' \(json)", #"]"x" \#(json)"#, #"" \#(json)"#,
            "2026-11-18T09:41:07.250Z stream '\(json)'", "[INFO] '\(json)'", "`\(json)",
        ], [1, 4096])
    func `an event that a program put in quotes loads`(line: String, step: Int) {
        #expect(documents("\(line)\n", step: step) == [Self.json])
    }

    @Test func `a long text of a line that was torn out is no place for events`() {
        let text = String(repeating: "x", count: 70_000)
        #expect(documents("    subject: '\(text) \(Self.json)',\n", step: 4096) == [])
        #expect(documents("}]}\(text) \(Self.json)\n", step: 4096) == [Self.json])
    }

    @Test func `quotes that are not closed cost time linear in their number`() {
        let line = String(repeating: #"\"\'"#, count: 15_000)
        let text = String(repeating: "}\"\(line)\n", count: 40) + Self.json
        #expect(documents(text, step: 4096) == [Self.json])
    }
}
