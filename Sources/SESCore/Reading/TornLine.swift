/// The texts in quotes on a line that was torn out of a document over several lines.
///
/// Such a line holds what senders wrote, so an event in one of its texts is none of the log. In double
/// quotes that can only be a Python literal or the output of `console.log`, as no text in double quotes
/// holds a brace before a quote that is not escaped; in other quotes it can be JSON too.
struct TornLine {
    /// The quote of the text that the scan is in.
    private(set) var quote: UInt8?
    /// True where a text was met that can hold JSON as it is.
    private(set) var hasHiddenText = false
    /// Quotes that are not closed before the end of the line, and so are none.
    private var isBarred = (double: false, single: false, back: false)
    /// Where the line is not looked at further.
    private let limit: Int

    init(limit: Int) { self.limit = limit }
}

extension TornLine {
    /// True in a text that can hold JSON as it is.
    var hidesJSON: Bool { quote != nil && quote != UInt8(ascii: "\"") }

    /// Takes the byte at a position; false where the window ends before it is known what it is.
    mutating func take(_ byte: UInt8, at position: Int, _ window: borrowing Window) -> Bool {
        if quote != nil {
            if quote == byte { quote = nil }
            return true
        }
        guard Self.isQuote(byte), !bars(byte) else { return true }
        switch window.endOfText(at: position, limit: limit) {
        case .more: return false
        case .ok:
            quote = byte
            hasHiddenText = hasHiddenText || hidesJSON
        case .bad: bar(byte)
        }
        return true
    }

    private func bars(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""): isBarred.double
        case UInt8(ascii: "'"): isBarred.single
        default: isBarred.back
        }
    }

    private mutating func bar(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): isBarred.double = true
        case UInt8(ascii: "'"): isBarred.single = true
        default: isBarred.back = true
        }
    }

    static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// The keys without quotes under which `console.log` shows what senders write.
    static let keys: [StaticString] = [
        "timestamp", "source", "messageId", "destination", "name", "value", "returnPath", "from",
        "to", "cc", "bcc", "sender", "replyTo", "subject", "date", "recipients", "content",
        "functionArn", "topicArn", "bucketName", "objectKey", "message",
    ]
}

extension Window {
    /// The position behind a text in quotes that closes on its line; ``ScanResult/bad`` where it
    /// does not.
    func endOfText(at start: Int, limit: Int) -> ScanResult {
        var next = start + 1
        var isEscaped = false
        while next < limit {
            guard let byte = self[next] else {
                return isFinal ? .bad(Self.unclosed(index(start))) : .more
            }
            if byte == self[start], !isEscaped { return .ok(next + 1) }
            if byte == 0x0A || byte == 0x0D { return .bad(Self.unclosed(index(start))) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            next += 1
        }
        // What is longer is no line of text, whatever it holds.
        return .ok(limit)
    }

    private static func unclosed(_ index: Int) -> ScanFailure {
        ScanFailure(position: index, reason: .lineFeedInString)
    }

    /// Whether the line at a position begins as one does that was torn out of a document, behind a
    /// time and blanks or at once; nil where the window ends before that is known.
    func isTorn(at position: Int, limit: Int) -> Bool? {
        guard let byte = self[position] else { return isFinal ? false : nil }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","),
            UInt8(ascii: ":"), UInt8(ascii: "\""):
            return true
        case UInt8(ascii: "["):
            guard let next = self[behindBlanks(position + 1)] else { return isFinal ? false : nil }
            return TornLine.isQuote(next)
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
            switch endOfText(at: position, limit: limit) {
            case .more: return nil
            case .bad: return false
            case .ok(let end): return endsMember(at: behindBlanks(end))
            }
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return beginsMember(at: position)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return isTornBehindTime(at: position, limit)
        default: return false
        }
    }

    private func endsMember(at position: Int) -> Bool? {
        guard let byte = self[position] else { return isFinal ? true : nil }
        return [0x0A, 0x0D].contains(byte) || Array(":,]}+".utf8).contains(byte)
    }

    private func beginsMember(at position: Int) -> Bool? {
        var end = position
        while let byte = self[end], JSONStructure.isScalarByte(byte), end - position < 32 {
            end += 1
        }
        guard let colon = self[end] else { return isFinal ? false : nil }
        let range = index(position)..<index(end)
        return colon == UInt8(ascii: ":")
            && TornLine.keys.contains { bytes.stands($0, in: range) }
    }

    /// A line of a document that a log took apart is indented behind its time and the name of a
    /// stream.
    private func isTornBehindTime(at position: Int, _ limit: Int) -> Bool? {
        switch LinePrefix.endOfTime(bytes, from: index(position), isFinal: isFinal) {
        case .more: return nil
        case .bad: return false
        case .ok(let end):
            var next = end
            var blanks = 0
            while next - index(position) < LinePrefix.longest {
                guard next < bytes.count else { return isFinal ? false : nil }
                let byte = bytes[next]
                if byte == 0x0A || byte == 0x0D { return false }
                if blanks < 2, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") {
                    return false
                }
                if byte != 0x20, blanks > 1 {
                    let isTime = 0x30...0x39 ~= byte
                    return isTime ? false : isTorn(at: self.position(next), limit: limit)
                }
                blanks = byte == 0x20 ? blanks + 1 : 0
                next += 1
            }
            return false
        }
    }

    private func behindBlanks(_ position: Int) -> Int {
        var next = position
        while next - position < LinePrefix.longest, self[next] == 0x20 || self[next] == 0x09 {
            next += 1
        }
        return next
    }
}
