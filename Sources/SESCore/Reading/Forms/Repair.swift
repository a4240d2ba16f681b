/// Closes JSON that was cut off, as records are at the size limit of a log.
///
/// Members and elements that are complete stay, and so do the brackets around them, which are closed;
/// a text under a key whose text is decoded again is closed behind its last whole escape. All else that
/// is incomplete is left away. Nothing is made up: what is kept is a beginning of what was there.
struct Repair {
    /// JSON that was closed.
    struct Closed: Hashable, Sendable {
        var bytes: [UInt8]
        /// How many of the bytes were there before; a value that ends later was cut.
        var kept: Int
    }

    /// Keys under which a text is JSON or a log line itself.
    static let textKeys: [StaticString] = [
        "Message", "message", "@message", "body", "Body", "data", "event", "requestPayload",
        "detail",
    ]

    private enum Expected {
        case value
        case elementOrEnd
        case keyOrEnd
        case key
        case colon
        case separator
    }

    private var brackets = BracketStack()
    private var expected = Expected.value
    /// Where cutting leaves nothing incomplete but brackets, which are ``brackets``.
    private var kept = 0
    /// The key whose value comes next.
    private var key: Range<Int>?
    /// True where what is kept ends inside a text.
    private var endsInText = false

    private init() {}
}

extension Repair {
    /// The closed form of an object or array that ends too early; nil where it ends as it should, where
    /// it is damaged before its end, or where nothing of it can be kept.
    static func closed(_ bytes: Span<UInt8>) -> Closed? {
        var repair = Repair()
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if JSONStructure.isSpace(byte) {
                position += 1
                continue
            }
            guard let next = repair.step(bytes, at: position, byte) else { return nil }
            position = next
            if repair.brackets.count == 0 { return nil }
        }
        guard repair.kept > 0 else { return nil }
        return repair.close(bytes)
    }

    /// Whether a broken region may hold what makes a record whole.
    static func mayHelp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let word = Array("receipt".utf8)
        let first = bytes[range.lowerBound]
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["), range.count > word.count
        else { return false }
        return (range.lowerBound...range.upperBound - word.count).contains { start in
            bytes[start] == word[0]
                && bytes.stands("receipt", in: start..<start + word.count)
        }
    }

    /// Takes what stands at a position; where it ends, nil where it cannot stand there.
    private mutating func step(_ bytes: Span<UInt8>, at position: Int, _ byte: UInt8) -> Int? {
        switch (expected, byte) {
        case (.colon, UInt8(ascii: ":")):
            expected = .value
            return position + 1
        case (.separator, UInt8(ascii: ",")):
            expected = brackets.isInObject ? .key : .value
            return position + 1
        case (.separator, UInt8(ascii: "}")), (.keyOrEnd, UInt8(ascii: "}")):
            return pop(isObject: true, position)
        case (.separator, UInt8(ascii: "]")), (.elementOrEnd, UInt8(ascii: "]")):
            return pop(isObject: false, position)
        case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
            guard let end = Self.endOfText(bytes, from: position) else { return bytes.count }
            key = position + 1..<end - 1
            expected = .colon
            return end
        case (.value, _), (.elementOrEnd, _): return value(bytes, at: position, byte)
        default: return nil
        }
    }

    private mutating func value(_ bytes: Span<UInt8>, at position: Int, _ byte: UInt8) -> Int? {
        let key = self.key
        self.key = nil
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard brackets.count < JSONStructure.deepest else { return nil }
            brackets.push(isObject: byte == UInt8(ascii: "{"))
            expected = byte == UInt8(ascii: "{") ? .keyOrEnd : .elementOrEnd
            kept = position + 1
            return position + 1
        case UInt8(ascii: "\""):
            expected = .separator
            if let end = Self.endOfText(bytes, from: position) {
                kept = end
                return end
            }
            let isDecoded = key.map { key in
                Self.textKeys.contains { bytes.stands($0, in: key) }
            }
            if isDecoded == true {
                endsInText = true
                kept = Self.endOfWholeEscapes(bytes, from: position + 1)
            }
            return bytes.count
        default:
            var end = position
            while end < bytes.count, JSONStructure.isScalarByte(bytes[end]) { end += 1 }
            guard end > position else { return nil }
            expected = .separator
            // A number at the end may have had more digits.
            if end < bytes.count { kept = end }
            return end
        }
    }

    private mutating func pop(isObject: Bool, _ position: Int) -> Int? {
        guard brackets.pop(isObject: isObject) else { return nil }
        expected = .separator
        kept = position + 1
        return position + 1
    }

    private func close(_ bytes: Span<UInt8>) -> Closed {
        var closed = bytes.copy(0..<kept)
        if endsInText { closed.append(UInt8(ascii: "\"")) }
        var open = brackets
        while open.count > 0 {
            let isObject = open.isInObject
            closed.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            _ = open.pop(isObject: isObject)
        }
        return Closed(bytes: closed, kept: kept)
    }

    /// The index behind the closing quote of a text; nil where it is not closed.
    private static func endOfText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var limit = LookAhead.known
        guard case .ok(let end) = JSONStructure.endOfString(bytes, from: start, limit: &limit)
        else { return nil }
        return end
    }

    /// Where the last escape of a text that is not closed ends whole.
    private static func endOfWholeEscapes(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            guard position + 1 < bytes.count else { return position }
            let length = bytes[position + 1] == UInt8(ascii: "u") ? 6 : 2
            guard position + length <= bytes.count else { return position }
            position += length
        }
        return position
    }
}
