import FuzzSupport
@testable import SESCore

/// What decoding a text promises, whatever stands in it.
enum TextCheck {
    private static let words: [StaticString] = ["mail", "Message", "ses", ""]

    /// Decodes a text and compares it with words in both ways.
    static func check(_ input: [UInt8], _ range: Range<Int>) {
        let (text, isValid) = JSONText.decode(input.span, range)
        promise(text.count <= range.count, "\(range.count) bytes became \(text.count)")
        let bytes = input[range]
        if !bytes.contains(UInt8(ascii: "\\")) {
            promise(text.bytes == Array(bytes), "a text without escapes was changed: \(text)")
            promise(
                isValid == !bytes.contains { $0 < 0x20 },
                "a text without escapes is judged by more than its controls: \(text)")
        }
        let key = JSONKey(range: range)
        for word in words {
            promise(
                input.span.key(key, is: word) == (text == RawText("\(word)")),
                "\(text) is compared wrongly with \(word)")
        }
    }

    /// Writes bytes as a text, which has to come back as it was, or be named as inexact.
    static func checkWriting(_ input: [UInt8]) {
        var writer = JSONWriter()
        writer.text(RawText(input), field: "text")
        let range = 1..<writer.bytes.count - 1
        let (text, isValid) = JSONText.decode(writer.bytes.span, range)
        promise(isValid, "what was written is no text: \(text)")
        promise(
            writer.inexact.isEmpty == (text.bytes == input),
            "a text does not come back, or does although it is inexact: \(text)")
        promise(
            writer.inexact.isEmpty == (String(validating: input, as: UTF8.self) != nil),
            "what is UTF-8 was not written exactly, or what is not was: \(text)")
    }
}
