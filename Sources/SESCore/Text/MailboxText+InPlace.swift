extension MailboxText {
    /// Where address and display name stand in bytes that need no taking apart: an address alone, or
    /// a name, in quotes or not, and an address in angle brackets, without comments or escapes; nil for
    /// all else.
    static func inPlace(_ bytes: Span<UInt8>) -> (address: Range<Int>, name: Range<Int>)? {
        var index = 0
        var quoted: Range<Int>?
        if !bytes.isEmpty, bytes[0] == UInt8(ascii: "\"") {
            guard let end = endOfQuoted(bytes) else { return nil }
            quoted = 1..<end
            index = end + 1
        }
        var opens: Int?
        var hasAt = false
        var hasBlank = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x40, byte != UInt8(ascii: "\\") {
                if quoted != nil, opens == nil { return nil }
                index += 1
                continue
            }
            switch byte {
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
                return (address, trimmed(bytes, quoted ?? 0..<opens))
            case UInt8(ascii: "@"):
                if quoted != nil, opens == nil { return nil }
                hasAt = true
            default:
                if isBlank(byte) {
                    hasBlank = true
                } else if quoted != nil, opens == nil {
                    return nil
                }
            }
            index += 1
        }
        guard quoted == nil, opens == nil, hasAt, !hasBlank else { return nil }
        return (0..<bytes.count, 0..<0)
    }

    /// The closing quote of a quoted name in which nothing is escaped.
    private static func endOfQuoted(_ bytes: Span<UInt8>) -> Int? {
        for index in 1..<max(1, bytes.count) {
            if bytes[index] == UInt8(ascii: "\"") { return index }
            if bytes[index] == UInt8(ascii: "\\") { return nil }
        }
        return nil
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
