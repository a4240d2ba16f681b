/// What may count as a line of text in a log.
enum TextLine {
    /// True for valid UTF-8 without control characters other than the tab.
    static func isPrintable(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return false }
                index += 1
            } else {
                guard let length = lengthOfScalar(bytes, at: index, end: range.upperBound) else {
                    return false
                }
                index += length
            }
        }
        return true
    }

    /// How many bytes the scalar beyond ASCII takes that begins at an index; nil where it is no
    /// valid UTF-8 (RFC 3629, section 4).
    static func lengthOfScalar(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int? {
        let length: Int
        let second: ClosedRange<UInt8>
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= end, second ~= bytes[index + 1] else { return nil }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        return length
    }
}
