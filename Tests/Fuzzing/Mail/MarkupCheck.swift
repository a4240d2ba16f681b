import FuzzSupport
@testable import SESCore

/// What reading HTML, plain text and parameters promises of any bytes.
enum MarkupCheck {
    /// Reads bytes as each of them.
    static func check(_ input: [UInt8]) {
        checkTokens(input)
        let reduced = HTMLText.reduced(input)
        TextCheck.check(reduced.text)
        promise(reduced.taken == input.count || reduced.text.isFull, "HTML is read to its end")
        if input.allSatisfy({ $0.isHTMLSpace || 0x21..<0x7F ~= $0 && $0 != 0x26 && $0 != 0x3C }) {
            promise(words(reduced.text) == words(of: input), "text without markup stays")
        }
        let plain = PlainText(input, flow: nil)
        TextCheck.check(plain.text)
        promise(words(plain.text) == words(of: input), "plain text loses nothing")
        TextCheck.check(PlainText(input, flow: FlowedFormat(deletesSpace: true)).text)
        _ = HeaderParameters(RawText(input)).all("name")
        _ = LinkTarget(input).warning(shownAs: RawText(input))
        _ = HiddenStyle(input[...])
    }

    /// Every byte is in one token, or in a comment or a dropped element between two.
    private static func checkTokens(_ input: [UInt8]) {
        var scanner = HTMLScanner(input)
        var end = 0
        while let token = scanner.next() {
            promise(scanner.place > end, "each token is further on")
            end = scanner.place
            switch token {
            case .text(let range):
                promise(!range.isEmpty && range.upperBound <= input.count, "text is text")
            case .tag(let tag):
                for attribute in tag.attributes {
                    promise(attribute.value.upperBound <= input.count, "a value is in the tag")
                }
            }
        }
        promise(scanner.place == input.count, "all is read")
    }

    private static func words(_ text: BodyText) -> [UInt8] {
        (0..<text.lineCount).flatMap { text.line($0).flatMap(\.text.bytes) }.filter(isWord)
    }

    private static func words(of input: [UInt8]) -> [UInt8] {
        // A line end takes the carriage return before it along.
        input.filter(isWord)
    }

    private static func isWord(_ byte: UInt8) -> Bool { !byte.isHTMLSpace }
}
