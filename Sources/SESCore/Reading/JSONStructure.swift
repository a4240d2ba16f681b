/// Finds where JSON values end, looking at nothing but quotes, brackets and what stands before them.
///
/// A raw line feed ends a text: no writer of JSON leaves one inside, so an open quote never
/// swallows the next line (hostile-input rule: reading goes on at the next line).
enum JSONStructure {
    /// How deep brackets may nest in a value that is skipped.
    static let deepest = 1_000_000

    /// The end of the text whose opening quote stands at `start`, behind its closing quote.
    static func endOfString(
        _ bytes: Span<UInt8>, from start: Int, limit: inout LookAhead
    ) -> ScanResult {
        var position = start + 1
        var end = min(bytes.count, limit.end)
        while position < end {
            position = ByteScan.endOfPlainText(bytes, from: position, to: end)
            guard position < end else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""): return .ok(position + 1)
            case UInt8(ascii: "\\"):
                position += position + 1 < end && bytes[position + 1] == 0x0A ? 1 : 2
            case UInt8(ascii: "\n"):
                guard limit.allowsLineFeedInText else {
                    return .bad(ScanFailure(position: position, reason: .lineFeedInString))
                }
                limit.passLineFeed(at: position)
                end = min(bytes.count, limit.end)
                position += 1
            default: position += 1
            }
        }
        return ranOut(bytes, limit: limit.end)
    }

    /// The end of the object or array whose opening bracket stands at `start`.
    ///
    /// No byte behind `limit` is looked at; the first line feed between values lowers it.
    static func endOfContainer(
        _ bytes: Span<UInt8>, from start: Int, limit: inout LookAhead
    ) -> ScanResult {
        var kinds = BracketStack()
        var position = start
        while position < bytes.count, position < limit.end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                guard
                    allowsValue(
                        bytes, before: position, from: start, isString: true,
                        isMember: kinds.isInObject)
                else {
                    return .bad(ScanFailure(position: position, reason: .misplaced(byte)))
                }
                let result = endOfString(bytes, from: position, limit: &limit)
                guard case .ok(let end) = result else { return result }
                position = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard
                    position == start
                        || allowsValue(
                            bytes, before: position, from: start, isString: false,
                            isMember: kinds.isInObject)
                else { return .bad(ScanFailure(position: position, reason: .misplaced(byte))) }
                guard kinds.count < deepest else {
                    return .bad(ScanFailure(position: position, reason: .tooDeep))
                }
                kinds.push(isObject: byte == UInt8(ascii: "{"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard kinds.pop(isObject: byte == UInt8(ascii: "}")) else {
                    return .bad(ScanFailure(position: position, reason: .mismatchedBracket))
                }
                if kinds.count == 0 { return .ok(position + 1) }
            case UInt8(ascii: "\n"): limit.passLineFeed(at: position)
            default: break
            }
            position += 1
        }
        return ranOut(bytes, limit: limit.end)
    }

    /// The end of a number or a word such as `true`, from its first byte.
    static func endOfScalar(_ bytes: Span<UInt8>, from start: Int, limit: Int) -> ScanResult {
        var position = start
        let end = min(bytes.count, limit)
        while position < end {
            let byte = bytes[position]
            guard isScalarByte(byte) else {
                return position == start
                    ? .bad(ScanFailure(position: position, reason: .misplaced(byte)))
                    : .ok(position)
            }
            position += 1
        }
        return ranOut(bytes, limit: limit)
    }

    /// True for what numbers and words are made of: `true`, `-1.5e+3`, `NaN`.
    static func isScalarByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether a range that ``endOfScalar`` may have found is a value and not a word of some text.
    static func isValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
        default:
            let isWord =
                bytes.stands("null", in: range) || bytes.stands("true", in: range)
                || bytes.stands("false", in: range)
            guard isWord else { return false }
        }
        guard range.upperBound < bytes.count else { return true }
        let next = bytes[range.upperBound]
        return isSpace(next) || next == UInt8(ascii: ",") || next == UInt8(ascii: "]")
    }

    /// True for the four bytes that JSON allows between values.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func ranOut(_ bytes: Span<UInt8>, limit: Int) -> ScanResult {
        bytes.count < limit
            ? .more : .bad(ScanFailure(position: limit, reason: .tooLong))
    }

    /// Whether a text or a bracket may open here: this is what tells two cut halves of documents
    /// that happen to fit together from a whole one.
    private static func allowsValue(
        _ bytes: Span<UInt8>, before position: Int, from start: Int, isString: Bool,
        isMember: Bool
    ) -> Bool {
        var before = position - 1
        while before > start, isSpace(bytes[before]) { before -= 1 }
        switch bytes[before] {
        case UInt8(ascii: ","): return isString || !isMember
        case UInt8(ascii: ":"), UInt8(ascii: "["): return true
        case UInt8(ascii: "{"): return isString
        default: return false
        }
    }
}

/// The kinds of the brackets that are open, one bit each.
struct BracketStack {
    private(set) var count = 0
    private var words: [UInt64] = [0]

    mutating func push(isObject: Bool) {
        let word = count >> 6
        if word == words.count { words.append(0) }
        let bit = UInt64(1) << UInt64(count & 63)
        if isObject { words[word] |= bit } else { words[word] &= ~bit }
        count += 1
    }

    /// True where the innermost bracket is a brace.
    var isInObject: Bool {
        count > 0 && words[(count - 1) >> 6] >> UInt64((count - 1) & 63) & 1 == 1
    }

    /// Takes the innermost bracket away if it is of the given kind.
    mutating func pop(isObject: Bool) -> Bool {
        guard count > 0 else { return false }
        let top = count - 1
        guard (words[top >> 6] >> UInt64(top & 63) & 1 == 1) == isObject else { return false }
        count = top
        return true
    }
}
