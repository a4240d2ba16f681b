import SESCore
import Testing

@Suite struct JSONWriterTests {
    func written(_ text: RawText) -> (String, [String]) {
        var writer = JSONWriter()
        writer.text(text, field: "subject")
        return (String(decoding: writer.bytes, as: UTF8.self), writer.inexact)
    }

    @Test(
        arguments: zip(
            [
                "plain", "a\"b\\c", "\u{1b}[31m\r\n\u{7f}", "\u{9b}\u{2028}\u{202e}x",
                "caf\u{e9} \u{6f22}", "\u{e0041}",
            ],
            [
                #""plain""#, #""a\"b\\c""#, #""\u001b[31m\u000d\u000a\u007f""#,
                #""\u009b\u2028\u202ex""#, "\"caf\u{e9} \u{6f22}\"", #""\udb40\udc41""#,
            ]))
    func `what could act on a terminal is escaped`(text: String, json: String) {
        #expect(written(RawText(text)).0 == json)
    }

    @Test(arguments: [[0x61, 0xFF], [0x61, 0xED, 0xA0, 0x80]] as [[UInt8]])
    func `what is no Unicode scalar is replaced and its field named`(bytes: [UInt8]) {
        let (json, inexact) = written(RawText(bytes))
        #expect(json == "\"a\u{fffd}\"")
        #expect(inexact == ["subject"])
    }

    @Test func `members and elements are separated by commas`() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("a")
            writer.number(1)
            writer.key("b")
            writer.array { writer in
                writer.null()
                writer.word("x")
                writer.object { _ in }
            }
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":1,"b":[null,"x",{}]}"#)
    }
}
