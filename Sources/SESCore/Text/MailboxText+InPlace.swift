extension MailboxText {
    /// Where address and display name stand in bytes that need no taking apart: an address alone, or
    /// a name and an address in angle brackets, without quotes, comments or escapes; nil for all else.
    static func inPlace(_ bytes: Span<UInt8>) -> (address: Range<Int>, name: Range<Int>)? {
        var opens: Int?
        var hasAt = false
        var hasBlank = false
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                return nil
            case UInt8(ascii: "<"):
                guard opens == nil else { return nil }
                opens = index
            case UInt8(ascii: ">"):
                guard let opens, index == bytes.count - 1 else { return nil }
                let address = opens + 1..<index
                guard !address.isEmpty, !isBlank(bytes[address.lowerBound]),
                    !isBlank(bytes[address.upperBound - 1])
                else { return nil }
                return (address, trimmed(bytes, 0..<opens))
            case UInt8(ascii: "@"): hasAt = true
            case 0x20, 0x09, 0x0D, 0x0A: hasBlank = true
            default: break
            }
        }
        guard opens == nil, hasAt, !hasBlank else { return nil }
        return (0..<bytes.count, 0..<0)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
