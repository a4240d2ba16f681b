internal import ByteKernels

extension MailboxText {
    /// Where address and display name stand in bytes that need no taking apart: an address alone, or
    /// a name, in quotes or not, and an address in angle brackets, without comments or escapes; nil for
    /// all else. Places are told from the start of the range on.
    static func inPlace(
        _ bytes: Span<UInt8>, _ range: Range<Int>
    ) -> (address: Range<Int>, name: Range<Int>)? {
        if range.count <= 64, let marks = ByteScan.mailbox(bytes, range), marks.others == 0 {
            return inPlace(marks, count: range.count)
        }
        return inPlace(bytes.extracting(range))
    }

    /// The same for a mailbox without quotes, of which is known what stands where.
    private static func inPlace(
        _ marks: KernelMailbox, count: Int
    ) -> (address: Range<Int>, name: Range<Int>)? {
        let opening = marks.opening_angles
        if opening | marks.closing_angles == 0 {
            return marks.ats != 0 && marks.spaces == 0 ? (0..<count, 0..<0) : nil
        }
        let start = opening.trailingZeroBitCount + 1
        let end = count - 1
        guard opening.nonzeroBitCount == 1, marks.closing_angles == 1 << end, start < end,
            marks.spaces & (1 << start | 1 << (end - 1)) == 0
        else { return nil }
        let name = ~marks.spaces & (opening - 1)
        let hasName = name != 0
        return (
            start..<end,
            hasName ? name.trailingZeroBitCount..<64 - name.leadingZeroBitCount : 0..<0
        )
    }

    private static func inPlace(
        _ bytes: Span<UInt8>
    ) -> (address: Range<Int>, name: Range<Int>)? {
        var index = 0
        var quoted: Range<Int>?
        if !bytes.isEmpty, bytes[0] == UInt8(ascii: "\"") {
            guard let end = endOfQuoted(bytes) else { return nil }
            quoted = 1..<end
            index = end + 1
            while index < bytes.count, isBlank(bytes[index]) { index += 1 }
            guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
        }
        var opens: Int?
        var hasAt = false
        var hasBlank = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte > 0x40 ? byte != UInt8(ascii: "\\") : syntax &>> UInt64(byte) & 1 == 0 {
                continue
            }
            switch byte {
            case UInt8(ascii: "@"): hasAt = true
            case 0x20, 0x09, 0x0D, 0x0A: hasBlank = true
            case UInt8(ascii: "<"):
                guard opens == nil else { return nil }
                opens = index - 1
            case UInt8(ascii: ">"):
                guard let opens, index == bytes.count else { return nil }
                let address = opens + 1..<index - 1
                guard !address.isEmpty, !isBlank(bytes[address.lowerBound]),
                    !isBlank(bytes[address.upperBound - 1])
                else { return nil }
                return (address, trimmed(bytes, quoted ?? 0..<opens))
            case 0: break
            default: return nil
            }
        }
        guard opens == nil, hasAt, !hasBlank else { return nil }
        return (0..<bytes.count, 0..<0)
    }

    /// A bit for each byte up to `?` that means something, and the lowest one for `@`.
    private static let syntax: UInt64 =
        1 | 1 << 0x22 | 1 << 0x28 | 1 << 0x29 | 1 << 0x3C | 1 << 0x3E
        | 1 << 0x20 | 1 << 0x09 | 1 << 0x0D | 1 << 0x0A

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
