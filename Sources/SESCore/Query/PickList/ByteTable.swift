/// Different texts of bytes, numbered in the order in which they come.
///
/// Hashed by `Hasher`, which is seeded anew in each run, so that nobody can choose texts that collide.
struct ByteTable {
    /// The texts, one behind the other.
    private var arena: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [Int] = []
    /// For each slot the number of its text and 1; 0 for none.
    private var slots = [UInt32](repeating: 0, count: 256)
}

extension ByteTable {
    /// How many texts there are.
    var count: Int { ends.count }

    /// The text of a number from 0 up to ``count``.
    subscript(number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

    /// The number of a text, which is added where there are less than so many; nil where there is no room.
    mutating func number(of text: Span<UInt8>, atMost most: Int) -> Int? {
        let hash = text.hash
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, text.isSame(arena.span.extracting(range(number))) {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard count < most else { return nil }
        arena.append(text)
        ends.append(arena.count)
        hashes.append(hash)
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = hash & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number) + 1
        }
    }
}

extension Span<UInt8> {
    /// A hash of the bytes, another one in each run.
    fileprivate var hash: Int {
        var hasher = Hasher()
        var index = 0
        while index + 8 <= count {
            hasher.combine(word(at: index))
            index += 8
        }
        var rest = UInt64(count)
        while index < count {
            rest = rest << 8 | UInt64(self[index])
            index += 1
        }
        hasher.combine(rest)
        return hasher.finalize()
    }

    fileprivate func isSame(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index + 8 <= count {
            if word(at: index) != other.word(at: index) { return false }
            index += 8
        }
        while index < count {
            if self[index] != other[index] { return false }
            index += 1
        }
        return true
    }
}
