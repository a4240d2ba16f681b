/// Finds the number of a text that was met before, by the hash of its bytes.
///
/// Slots are probed one after the other; at most three of four are in use, each of 8 bytes. Hashes are
/// keyed anew in each run, so nobody can choose texts that crowd.
struct TextSlots: Sendable {
    /// The hash above, the number counted from 1 below; 0 where the slot is free.
    private var slots: [UInt64]
    private(set) var count = 0

    /// No texts, and room for so many.
    init(room: Int = 12) {
        var size = 16
        while size * 3 < room * 4 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }
}

extension TextSlots {
    /// The hash of a text.
    static func hash(_ bytes: Span<UInt8>) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            hasher.combine(bytes.word(at: index))
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        hasher.combine(rest)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// The number of a text, from 0 in the order in which texts came; a new one where none of those
    /// that are `known` is the same.
    mutating func number(
        of text: Span<UInt8>, hash: UInt32, known: some NumberedTexts
    ) -> (number: UInt32, isNew: Bool) {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 {
            let number = UInt32(truncatingIfNeeded: slots[place]) - 1
            if slots[place] >> 32 == UInt64(hash), known.holds(text, at: number) {
                return (number, false)
            }
            place = (place + 1) & mask
        }
        return (take(place, hash), true)
    }

    /// Takes a text that is not known yet; its number.
    @discardableResult
    mutating func add(hash: UInt32) -> UInt32 {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        return take(place, hash)
    }

    private mutating func take(_ place: Int, _ hash: UInt32) -> UInt32 {
        let number = UInt32(count)
        slots[place] = UInt64(hash) << 32 | UInt64(number + 1)
        count += 1
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot != 0 {
            var place = Int(slot >> 32) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}

/// Texts by number, of which each can be compared with another text.
protocol NumberedTexts {
    /// True where the text of a number is these bytes.
    func holds(_ text: Span<UInt8>, at number: UInt32) -> Bool
}

extension Span<UInt8> {
    /// True where the bytes are those of another span.
    func equals(_ other: Span<UInt8>) -> Bool {
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
