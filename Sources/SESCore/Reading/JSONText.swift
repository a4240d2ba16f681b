/// Decodes the escapes of JSON texts into bytes.
enum JSONText {
    /// The text between the quotes that `range` covers.
    ///
    /// Bytes that are no UTF-8 stay as they are. A lone surrogate becomes its three WTF-8 bytes. An
    /// escape that JSON does not have stays as it is spelled, and `isValid` is false.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (text: RawText, isValid: Bool)
    {
        var isValid = true
        // What an escape stands for is never longer than the escape.
        let text = [UInt8](capacity: range.count) { out in
            isValid = decode(bytes, range, to: &out)
        }
        return (RawText(text), isValid)
    }

    /// Appends the text between the quotes that `range` covers; there has to be room for as many bytes as it
    /// has. False for what JSON does not have.
    static func decode(
        _ bytes: Span<UInt8>, _ range: Range<Int>, to out: inout OutputSpan<UInt8>
    ) -> Bool {
        var isValid = true
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\") else {
                let next = ByteScan.unescape(bytes, index..<range.upperBound, to: &out)
                if next == index {
                    isValid = false
                    out.append(byte)
                    index += 1
                }
                index = max(index, next)
                continue
            }
            let escaped = index + 1 < range.upperBound ? bytes[index + 1] : 0
            if let plain = simpleEscape(escaped) {
                out.append(plain)
                index += 2
            } else if escaped == UInt8(ascii: "u"),
                let unit = hexUnit(bytes, at: index + 2, end: range.upperBound)
            {
                index += 6
                var scalar = unit
                if unit & 0xFC00 == 0xD800, index + 1 < range.upperBound,
                    bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
                    let low = hexUnit(bytes, at: index + 2, end: range.upperBound),
                    low & 0xFC00 == 0xDC00
                {
                    scalar = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
                    index += 6
                }
                WTF8.append(scalar, to: &out)
            } else {
                isValid = false
                out.append(byte)
                index += 1
            }
        }
        return isValid
    }

    /// What a backslash and this letter stand for; nil where they stand for nothing alone.
    private static func simpleEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func hexUnit(_ bytes: Span<UInt8>, at index: Int, end: Int) -> UInt32? {
        guard index + 4 <= end else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            let byte = bytes[index + offset]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
            default: return nil
            }
        }
        return value
    }
}
