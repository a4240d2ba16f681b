/// Reads the texts of programming languages, quote by quote and escape by escape.
enum LiteralText {
    /// Whose escapes a text has.
    enum Dialect {
        case python
        /// `b'…'` of Python, in which `\u` is no escape and `\xNN` is a byte.
        case pythonBytes
        /// `r'…'` of Python, in which a backslash stands for itself.
        case pythonRaw
        case script
    }

    /// Reads from the opening quote on and appends what the text holds, without quotes, as the
    /// inside of a JSON text; the index behind the closing quote.
    static func append(
        _ bytes: Span<UInt8>, from start: Int, _ dialect: Dialect, to output: inout JSONAssembly
    ) throws(LiteralFailure) -> Int {
        let quote = bytes[start]
        var position = start + 1
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case quote: return position + 1
            case 0x0A:
                throw LiteralFailure(
                    position: position,
                    reason: ScanFailure.Reason.lineFeedInString.description)
            case UInt8(ascii: "\\") where position + 1 < bytes.count:
                position = escape(bytes, at: position, dialect, &output)
            default:
                output.character(byte)
                position += 1
            }
        }
        throw .cutOff(at: position)
    }

    /// Reads one escape; the index behind it.
    private static func escape(
        _ bytes: Span<UInt8>, at start: Int, _ dialect: Dialect, _ output: inout JSONAssembly
    ) -> Int {
        let letter = bytes[start + 1]
        if case .pythonRaw = dialect {
            output.character(UInt8(ascii: "\\"))
            if letter != 0x0A { output.character(letter) }
            return letter == 0x0A ? start + 1 : start + 2
        }
        if let plain = simple(letter, dialect) {
            output.character(plain)
            return start + 2
        }
        if let (value, end) = number(bytes, at: start + 1, dialect) {
            if case .pythonBytes = dialect, value > 0x7F {
                output.character(UInt8(truncatingIfNeeded: value))
            } else if value & 0xFC00 == 0xD800, case .script = dialect,
                let (low, end) = lowSurrogate(bytes, at: end)
            {
                output.character(scalar: 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF)
                return end
            } else {
                output.character(scalar: value)
            }
            return end
        }
        // Python keeps the backslash of an escape that it does not have, JavaScript drops it.
        if case .script = dialect {} else { output.character(UInt8(ascii: "\\")) }
        return start + 1
    }

    private static func simple(_ letter: UInt8, _ dialect: Dialect) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return letter
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "v"): return 0x0B
        case UInt8(ascii: "a"):
            if case .script = dialect { return nil }
            return 0x07
        default: return nil
        }
    }

    /// The value of a numeric escape whose letter stands at `start`, and the index behind it.
    private static func number(
        _ bytes: Span<UInt8>, at start: Int, _ dialect: Dialect
    ) -> (UInt32, Int)? {
        switch bytes[start] {
        case UInt8(ascii: "x"): return hex(bytes, at: start + 1, digits: 2)
        case UInt8(ascii: "u"):
            if case .pythonBytes = dialect { return nil }
            return hex(bytes, at: start + 1, digits: 4)
        case UInt8(ascii: "U"):
            guard case .python = dialect else { return nil }
            guard let found = hex(bytes, at: start + 1, digits: 8), found.0 < 0x11_0000 else {
                return nil
            }
            return found
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var (value, position) = (UInt32(0), start)
            while position < min(bytes.count, start + 3),
                UInt8(ascii: "0")...UInt8(ascii: "7") ~= bytes[position]
            {
                value = value << 3 | UInt32(bytes[position] - 0x30)
                position += 1
            }
            return (value, position)
        default: return nil
        }
    }

    private static func lowSurrogate(_ bytes: Span<UInt8>, at start: Int) -> (UInt32, Int)? {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "\\"),
            bytes[start + 1] == UInt8(ascii: "u"),
            let found = hex(bytes, at: start + 2, digits: 4), found.0 & 0xFC00 == 0xDC00
        else { return nil }
        return found
    }

    private static func hex(_ bytes: Span<UInt8>, at start: Int, digits: Int) -> (UInt32, Int)? {
        guard start + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for position in start..<start + digits {
            switch bytes[position] {
            case let digit where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit:
                value = value << 4 | UInt32(digit - 0x30)
            case let digit where UInt8(ascii: "a")...UInt8(ascii: "f") ~= digit.asciiLower:
                value = value << 4 | UInt32(digit.asciiLower - 0x57)
            default: return nil
            }
        }
        return (value, start + digits)
    }
}
