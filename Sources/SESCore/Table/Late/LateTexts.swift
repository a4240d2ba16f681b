/// The different texts of a late field, by their numbers.
///
/// A value, cheap to copy: blocks that are full never change, and the last one is copied when a text
/// is added to a copy.
struct LateTexts: Sendable {
    private var full: [Block] = []
    private var last = TextArena()

    /// How many texts a block has.
    private static let size = 1 << 12

    private final class Block: Sendable {
        let texts: TextArena
        init(_ texts: TextArena) { self.texts = texts }
    }
}

extension LateTexts {
    /// How many texts there are.
    var count: Int { full.count * Self.size + last.count }

    /// The text of a number from 0 up to ``count``.
    subscript(number: UInt32) -> ArraySlice<UInt8> {
        let (block, place) = Int(number).quotientAndRemainder(dividingBy: Self.size)
        if block < full.count {
            return full[block].texts.bytes[full[block].texts.range(place)]
        }
        return last.bytes[last.range(place)]
    }

    /// Adds a text.
    mutating func append(_ text: Span<UInt8>) {
        last.append(text)
        if last.count == Self.size {
            full.append(Block(last.exact))
            last = TextArena()
        }
    }
}

extension LateTexts: NumberedTexts {
    func holds(_ text: Span<UInt8>, at number: UInt32) -> Bool {
        let (block, place) = Int(number).quotientAndRemainder(dividingBy: Self.size)
        return block < full.count
            ? full[block].texts.holds(text, at: UInt32(place)) : last.holds(text, at: UInt32(place))
    }
}
