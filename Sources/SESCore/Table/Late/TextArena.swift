/// Texts one behind the other.
struct TextArena: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []
}

extension TextArena {
    /// How many texts there are.
    var count: Int { ends.count }

    /// Where a text stands in the bytes.
    func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Adds a text.
    mutating func append(_ text: Span<UInt8>) {
        bytes.append(text)
        ends.append(UInt32(bytes.count))
    }

    /// The same texts without room for more.
    var exact: TextArena {
        var exact = self
        exact.bytes = bytes.exactCopy()
        exact.ends = ends.exactCopy()
        return exact
    }
}

extension TextArena: NumberedTexts {
    func holds(_ text: Span<UInt8>, at number: UInt32) -> Bool {
        bytes.span.extracting(range(Int(number))).equals(text)
    }
}
