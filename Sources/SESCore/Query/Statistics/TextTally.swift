/// Counts mails by a text, up to a number of different texts.
///
/// A table of slots that are probed one after the other, at most half of them in use. Hashes are keyed anew in
/// each run, so nobody can choose texts that crowd; equal hashes are confirmed by the bytes.
struct TextTally {
    /// Texts counted from 1; 0 where the slot is free.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private let most: Int
    private let mostBytes: Int
    /// True where a text was left out, because there were too many.
    private(set) var isOverfull = false

    private struct Entry {
        let hash: UInt64
        let end: Int
        var count: Int
        var failing: Int
        /// The last group that was counted.
        var group: Int
    }

    /// A tally of at most so many texts, which have together at most so many bytes.
    init(most: Int, mostBytes: Int = 64 << 20) {
        self.most = most
        self.mostBytes = mostBytes
    }
}

extension TextTally {
    /// How many different texts there are.
    var count: Int { entries.count }

    /// How many mails have a text, and how many of them fail.
    func counts(_ index: Int) -> (count: Int, failing: Int) {
        (entries[index].count, entries[index].failing)
    }

    /// A text, in the order in which they came.
    func text(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

    /// Calls `body` with the bytes of a text.
    func withText(_ index: Int, _ body: (Span<UInt8>) -> Void) {
        body(bytes.span.extracting(range(index)))
    }

    /// Counts mails that have a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - count: How many mails have it.
    ///   - failing: How many of them fail.
    ///   - group: Mails of the same group count but once for a text; those of group -1 always count.
    /// - Returns: False where the text is a new one for which there is no room.
    @discardableResult
    mutating func add(
        _ text: Span<UInt8>, _ count: Int, failing: Int, group: Int = -1
    ) -> Bool {
        let hash = Self.hash(text)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, isEqual(text, range(index)) {
                guard group < 0 || entries[index].group != group else { return true }
                entries[index].count += count
                entries[index].failing += failing
                entries[index].group = group
                return true
            }
            slot = (slot + 1) & mask
        }
        guard entries.count < most, bytes.count + text.count <= mostBytes else {
            isOverfull = true
            return false
        }
        bytes.append(text)
        entries.append(
            Entry(hash: hash, end: bytes.count, count: count, failing: failing, group: group))
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return true
    }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : entries[index - 1].end)..<entries[index].end
    }

    private func isEqual(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard text.count == range.count else { return false }
        let other = bytes.span.extracting(range)
        var index = 0
        while index + 8 <= text.count {
            guard text.word(at: index) == other.word(at: index) else { return false }
            index += 8
        }
        while index < text.count {
            guard text[index] == other[index] else { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }

    private static func hash(_ text: Span<UInt8>) -> UInt64 {
        var hasher = Hasher()
        var index = 0
        while index + 8 <= text.count {
            hasher.combine(text.word(at: index))
            index += 8
        }
        var rest = UInt64(text.count)
        while index < text.count {
            rest = rest << 8 | UInt64(text[index])
            index += 1
        }
        hasher.combine(rest)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
