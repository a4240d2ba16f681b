/// Finds where a literal of Python or JavaScript ends, looking at quotes and brackets and, in Python,
/// at what may stand between them.
///
/// As in JSON a raw line feed ends a text, so an open quote never swallows the next line.
struct LiteralStructure {
    private let isPython: Bool
    private var brackets: [UInt8] = []
    private var last = Token.opening
    /// Where the word or number began that was met last.
    private var wordStart = 0

    private enum Token { case opening, separator, text, word, closing }

    private init(isPython: Bool) { self.isPython = isPython }
}

extension LiteralStructure {
    /// The end of the literal whose first bracket stands at `start`.
    static func end(
        _ bytes: Span<UInt8>, from start: Int, isPython: Bool, limit: inout LookAhead
    ) -> ScanResult {
        var structure = LiteralStructure(isPython: isPython)
        var position = start
        while position < bytes.count, position < limit.end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                guard structure.allowsText(bytes, at: position) else { return bad(byte, position) }
                switch endOfText(bytes, from: position, limit: limit) {
                case .ok(let end): position = end
                case let other: return other
                }
                structure.last = .text
                continue
            case UInt8(ascii: "`") where !isPython:
                switch endOfText(bytes, from: position, limit: limit) {
                case .ok(let end): position = end
                case let other: return other
                }
                structure.last = .text
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
                guard structure.allowsBracket else { return bad(byte, position) }
                guard structure.brackets.count < JSONStructure.deepest else {
                    return .bad(ScanFailure(position: position, reason: .tooDeep))
                }
                structure.brackets.append(byte)
                structure.last = .opening
            case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
                guard structure.brackets.popLast() == opening(of: byte) else {
                    return .bad(ScanFailure(position: position, reason: .mismatchedBracket))
                }
                if structure.brackets.isEmpty { return .ok(position + 1) }
                structure.last = .closing
            case 0x0A: limit.passLineFeed(at: position)
            case 0x20, 0x09, 0x0D: break
            default:
                guard structure.takes(byte, at: position) else { return bad(byte, position) }
            }
            position += 1
        }
        return ranOut(bytes, limit)
    }

    private var allowsBracket: Bool {
        !isPython || last == .opening || last == .separator
    }

    /// Whether a text may open here: this tells two cut halves that fit together from a whole one.
    private func allowsText(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        guard isPython else { return last != .closing }
        guard last == .word else { return last != .closing }
        return position - wordStart <= 2
            && (wordStart..<position).allSatisfy { PythonLiteral.isPrefix(bytes[$0]) }
    }

    private mutating func takes(_ byte: UInt8, at position: Int) -> Bool {
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
            last = .separator
            return true
        }
        guard isPython else {
            last = byte == UInt8(ascii: "+") || byte == UInt8(ascii: ">") ? .separator : .word
            return byte >= 0x20 && byte != 0x7F
        }
        guard JSONStructure.isScalarByte(byte) else { return false }
        if last != .word {
            wordStart = position
            last = .word
        }
        return true
    }

    private static func endOfText(
        _ bytes: Span<UInt8>, from start: Int, limit: LookAhead
    ) -> ScanResult {
        let quote = bytes[start]
        let end = min(bytes.count, limit.end)
        var position = start + 1
        while position < end {
            let byte = bytes[position]
            if byte == quote { return .ok(position + 1) }
            if byte == 0x0A {
                return .bad(ScanFailure(position: position, reason: .lineFeedInString))
            }
            // A line feed behind a backslash ends the text all the same.
            let isEscape =
                byte == UInt8(ascii: "\\") && !(position + 1 < end && bytes[position + 1] == 0x0A)
            position += isEscape ? 2 : 1
        }
        return ranOut(bytes, limit)
    }

    private static func opening(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "}"): UInt8(ascii: "{")
        case UInt8(ascii: "]"): UInt8(ascii: "[")
        default: UInt8(ascii: "(")
        }
    }

    private static func bad(_ byte: UInt8, _ position: Int) -> ScanResult {
        .bad(ScanFailure(position: position, reason: .misplaced(byte)))
    }

    private static func ranOut(_ bytes: Span<UInt8>, _ limit: LookAhead) -> ScanResult {
        bytes.count < limit.end
            ? .more : .bad(ScanFailure(position: limit.end, reason: .tooLong))
    }
}
