internal import ByteKernels

/// The loops over bytes that are written in C with vector instructions, made safe to call.
///
/// `JSONStructure` says the same in plain Swift and tells why something is wrong; these answer only
/// where all is well.
enum ByteScan {
    /// What a search came to.
    enum Found: Hashable {
        /// What was looked for ends, or stands, at this index.
        case at(Int)
        /// The bytes end first.
        case ranOut
        /// Something is wrong or unusual.
        case unusual
    }

    /// What stands in a text.
    struct TextTraits: OptionSet, Hashable {
        let rawValue: UInt32

        static let escape = TextTraits(rawValue: UInt32(KERNEL_HAS_ESCAPE))
        static let control = TextTraits(rawValue: UInt32(KERNEL_HAS_CONTROL))
        static let nonASCII = TextTraits(rawValue: UInt32(KERNEL_HAS_NON_ASCII))
    }
}

extension ByteScan {
    /// The first index from `start` on, and before `end`, at which a quote, a backslash or a line
    /// feed stands; `end` where none does.
    static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return end }
            return unsafe kernel_end_of_plain_text(base, start, end)
        }
    }

    /// The first index from `start` on, and before `end`, at which no letter, digit or blank stands, none of
    /// `-./:` and nothing beyond ASCII; `end` where none does.
    static func endOfWords(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return end }
            return unsafe kernel_end_of_words(base, start, end)
        }
    }

    /// The first index from `start` on at which neither a tab nor printable ASCII stands, or the end.
    static func endOfPrintable(_ bytes: Span<UInt8>, from start: Int) -> Int {
        precondition(start >= 0 && start <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return start }
            return unsafe kernel_end_of_printable(base, start, buffer.count)
        }
    }

    /// How many line feeds stand from `start` to `end`.
    static func lineFeeds(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe kernel_line_feeds(base, start, end)
        }
    }

    /// The end of the object or array whose opening bracket stands at `start`, and how many line feeds
    /// are in it.
    static func endOfContainer(
        _ bytes: Span<UInt8>, from start: Int
    ) -> (found: Found, lineFeeds: Int) {
        precondition(start >= 0 && start <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return (.ranOut, 0) }
            var feeds = 0
            let found = unsafe Found(kernel_end_of_container(base, start, buffer.count, &feeds))
            return (found, feeds)
        }
    }

    /// The length of a short text of ordinary ASCII, up to its closing quote; nil for another one.
    @inline(__always)
    static func shortText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        precondition(start >= 0 && start <= bytes.count)
        let length = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return unsafe kernel_short_text(base, start, buffer.count)
        }
        return length < 0 ? nil : length
    }

    /// The quote that closes the text whose first byte is at `start`, and what is in the text.
    static func endOfText(
        _ bytes: Span<UInt8>, from start: Int
    ) -> (found: Found, traits: TextTraits) {
        precondition(start >= 0 && start <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return (.ranOut, []) }
            var traits: UInt32 = 0
            let found = unsafe Found(kernel_end_of_text(base, start, buffer.count, &traits))
            return (found, TextTraits(rawValue: traits))
        }
    }
}

extension ByteScan {
    /// Appends the bytes of a range without the backslashes before quotes, backslashes and slashes, up to a
    /// control character or another escape; where that is, or the end of the range.
    static func unescape(
        _ bytes: Span<UInt8>, _ range: Range<Int>, to out: inout OutputSpan<UInt8>
    ) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        precondition(out.freeCapacity >= range.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe out.withUnsafeMutableBufferPointer { room, count in
                guard let base = buffer.baseAddress, let start = room.baseAddress else {
                    return range.upperBound
                }
                return unsafe kernel_unescape(
                    base, range.lowerBound, range.upperBound, start, &count)
            }
        }
    }

    /// Appends text from an index on with the case taken out of its letters, up to a character that has to be
    /// looked at alone; where that is, or the end. `letters` are what the scalars below U+0500 fold to;
    /// `changed` becomes true where a letter beyond ASCII became another one.
    static func fold(
        _ bytes: Span<UInt8>, from start: Int, letters: Span<UInt16>,
        to out: inout OutputSpan<UInt8>, changed: inout Bool
    ) -> Int {
        precondition(start >= 0 && start <= bytes.count && letters.count >= 0x500)
        precondition(out.freeCapacity >= bytes.count - start)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe letters.withUnsafeBufferPointer { letters in
                unsafe out.withUnsafeMutableBufferPointer { room, count in
                    guard let base = buffer.baseAddress, let table = letters.baseAddress,
                        let first = room.baseAddress
                    else { return buffer.count }
                    return unsafe kernel_fold(
                        base, start, buffer.count, table, first, &count, &changed)
                }
            }
        }
    }

    /// True where it is plain that folding makes no letter beyond ASCII another one, from an index on.
    static func keepsCase(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        precondition(start >= 0 && start <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return true }
            return unsafe kernel_keeps_case(base, start, buffer.count)
        }
    }

    /// What stands where in a range of at most 64 bytes; nil where the bytes end before 64 are seen.
    @inline(__always)
    static func mailbox(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KernelMailbox? {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var found = KernelMailbox()
            let isSeen = unsafe kernel_mailbox(
                base, range.lowerBound, range.upperBound, buffer.count, &found)
            return isSeen ? found : nil
        }
    }
}

extension ByteScan.Found {
    fileprivate init(_ answer: Int) {
        self =
            switch UInt(bitPattern: answer) {
            case UInt.max: .unusual
            case UInt.max - 1: .ranOut
            default: .at(answer)
            }
    }
}

extension Span<UInt8> {
    /// True where the bytes of a range are exactly those of a word, or of its end.
    @inline(__always)
    func stands(_ word: StaticString, in range: Range<Int>, dropping dropped: Int = 0) -> Bool {
        let count = word.utf8CodeUnitCount - dropped
        guard range.count == count else { return false }
        precondition(range.lowerBound >= 0 && range.upperBound <= self.count)
        return unsafe withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return count == 0 }
            return unsafe kernel_equal(
                base + range.lowerBound, word.utf8Start + dropped, count)
        }
    }

    /// Eight bytes from an index on, the first one lowest.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index + 8 <= count)
        return unsafe withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe kernel_word(base + index)
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// The same elements without room for more.
    func exactCopy() -> [Element] {
        unsafe withUnsafeBufferPointer { unsafe Array($0) }
    }
}

extension [UInt8] {
    /// Appends the bytes of a span at once.
    mutating func append(_ span: Span<UInt8>) {
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Copies a part to the start.
    mutating func moveToFront(_ part: Range<Int>) {
        precondition(part.lowerBound >= 0 && part.upperBound <= count)
        unsafe withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe base.copyMemory(from: base + part.lowerBound, byteCount: part.count)
        }
    }

    /// The bytes of a span.
    init(_ span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
}
