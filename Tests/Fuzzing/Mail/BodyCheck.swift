import FuzzSupport
@testable import SESCore

/// What taking a mail apart promises of any bytes.
enum BodyCheck {
    /// Reads bytes as a mail.
    static func check(_ input: [UInt8]) {
        let body = MailBody(input)
        promise(body.size == input.count, "the size of a mail is that of its bytes")
        promise(body.parts.first?.depth == 0, "the first part is the mail")
        var end = 0
        for (index, part) in body.parts.enumerated() {
            let next = index + 1 < body.parts.count ? body.parts[index + 1] : nil
            promise(part.body.upperBound <= input.count, "a part ends with the mail")
            promise((next?.depth ?? 0) <= part.depth + 1, "a part stands in the one before")
            promise(
                part.hasParts || (next?.depth ?? 0) <= part.depth,
                "only what has parts has a part in it")
            guard !part.hasParts else { continue }
            promise(part.body.lowerBound >= end, "parts stand one behind the other")
            end = part.body.upperBound
            promise(part.size <= part.body.count, "a part is no larger than how it is written")
        }
        let isText = body.parts.indices.filter { body.parts[$0].isText }
        promise(
            body.texts.map(\.part).sorted() == isText, "each text is shown once, and only text")
        for text in body.texts.compactMap(\.text) { TextCheck.check(text) }
    }
}

/// What text promises that is to be drawn.
enum TextCheck {
    /// Looks at every line.
    static func check(_ text: BodyText) {
        var bytes = 0
        for line in 0..<text.lineCount {
            let pieces = text.line(line)
            for (text, _) in pieces {
                promise(!text.isEmpty && !text.bytes.contains(0x0A), "a line is one line")
            }
            bytes += pieces.reduce(1) { $0 + $1.text.count }
            GateCheck.check(Array(pieces.flatMap(\.text.bytes).prefix(128)))
        }
        promise(bytes <= BodyText.mostBytes + text.lineCount, "a text keeps its limit")
    }
}
