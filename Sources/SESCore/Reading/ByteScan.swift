/// Looks at eight bytes at a time for the few that end a run of ordinary ones.
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first index from `start` on, and before `end`, at which a quote, a backslash or a line
    /// feed stands; `end` where none does.
    static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 8 <= end {
            let word = load(bytes, at: index)
            let met =
                zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x5C))
                | zeros(word ^ (ones &* 0x0A))
            if met != 0 { return index + met.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x5C || byte == 0x0A { return index }
            index += 1
        }
        return end
    }

    /// How many line feeds stand from `start` to `end`.
    static func lineFeeds(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        var count = 0
        while index + 8 <= end {
            let word = load(bytes, at: index) ^ (ones &* 0x0A)
            // Unlike `zeros`, this is exact for every byte, not for the first alone.
            let low = (word & ~highs) &+ ~highs
            count += (~(low | word) & highs).nonzeroBitCount
            index += 8
        }
        while index < end {
            if bytes[index] == 0x0A { count += 1 }
            index += 1
        }
        return count
    }

    /// The high bit of each byte that is zero; bits above the first one may be wrong.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    /// Eight bytes, the first one lowest; the caller has seen that they are there.
    private static func load(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
        precondition(index >= 0 && index + 8 <= bytes.count)
        return unsafe UInt64(
            littleEndian: bytes.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: index, as: UInt64.self))
    }
}
