/// Which texts come before which, as numbers.
///
/// Texts are compared byte by byte, a shorter one before the longer one that it begins. Eight bytes are
/// looked at at a time, and of texts that are alike so far the next eight, so the work grows with the
/// bytes that texts have in common and never with their square.
struct TextRanks {
    /// The rank of each text, from 0 without gaps; equal texts have equal ranks. The empty text has none:
    /// `UInt32.max`.
    let ranks: [UInt32]

    /// Below so many, texts are compared with each other.
    private static let few = 48
}

extension TextRanks {
    /// Ranks some texts; nil where it was given up.
    init?(_ texts: DistinctTexts, while isWanted: () -> Bool) {
        guard let sorted = Self.sorted(texts.arena, while: isWanted) else { return nil }
        var ranks = [UInt32](repeating: .max, count: texts.arena.count)
        var next: UInt32 = 0
        for number in sorted where !texts.arena.range(Int(number)).isEmpty {
            ranks[Int(number)] = next
            next += 1
        }
        self.ranks = texts.numbers.map { ranks[Int($0)] }
    }

    /// The numbers of different texts in their order.
    private static func sorted(_ arena: TextArena, while isWanted: () -> Bool) -> [UInt32]? {
        var numbers = Array(0..<UInt32(arena.count))
        let longest = (0..<arena.count).map { arena.range($0).count }.max() ?? 0
        var open = [(range: 0..<numbers.count, depth: 0)]
        while let (range, depth) = open.popLast() {
            guard isWanted() else { return nil }
            // Behind the end of all of them they differ in their lengths alone.
            if range.count < few || depth >= longest {
                let bytes = arena.bytes.span
                numbers[range].sort {
                    bytes.extracting(arena.range(Int($0)))
                        .precedes(bytes.extracting(arena.range(Int($1))), from: depth)
                }
                continue
            }
            var part = Array(numbers[range])
            var keys = part.map { arena.word(of: Int($0), at: depth) }
            guard RadixSort.sort(&part, by: &keys, while: isWanted) else { return nil }
            open += runs(keys).map {
                (range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound, depth + 8)
            }
            numbers.replaceSubrange(range, with: part)
        }
        return numbers
    }

    /// The stretches of equal keys, of which there is more than one.
    private static func runs(_ keys: [UInt64]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for index in 1...keys.count where index == keys.count || keys[index] != keys[start] {
            if index - start > 1 { runs.append(start..<index) }
            start = index
        }
        return runs
    }
}

/// Texts with those that are equal found: each has the number of the first one that is equal.
struct DistinctTexts {
    private(set) var arena = TextArena()
    /// The number of each text.
    private(set) var numbers: [UInt32] = []
    private var slots = TextSlots()
    private var folded: [UInt8] = []

    /// No texts, and room for so many.
    init(room: Int) { numbers.reserveCapacity(room) }

    /// Adds a text.
    mutating func append(_ text: [UInt8]) {
        let bytes = text.span
        let (number, isNew) = slots.number(of: bytes, hash: TextSlots.hash(bytes), known: arena)
        if isNew { arena.append(bytes) }
        numbers.append(number)
    }

    /// Adds a part of some bytes, letter case folded.
    mutating func appendFolded(_ range: Range<Int>, of bytes: [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        SearchFold.append(bytes.span.extracting(range), to: &folded)
        append(folded)
    }
}

extension TextArena {
    /// Eight bytes of a text from a place on, the first one highest; 0 for bytes that it does not have.
    fileprivate func word(of number: Int, at depth: Int) -> UInt64 {
        let range = range(number)
        let start = range.lowerBound + depth
        if start + 8 <= range.upperBound { return bytes.span.word(at: start).byteSwapped }
        var word: UInt64 = 0
        for place in start..<start + 8 {
            word = word << 8 | (place < range.upperBound ? UInt64(bytes[place]) : 0)
        }
        return word
    }
}

extension Span<UInt8> {
    /// True where the bytes come before those of another span; the first ones are known to be equal.
    func precedes(_ other: Span<UInt8>, from start: Int = 0) -> Bool {
        var index = Swift.min(start, count, other.count)
        let common = Swift.min(count, other.count)
        while index + 8 <= common {
            let (word, otherWord) = (self.word(at: index), other.word(at: index))
            if word != otherWord { return word.byteSwapped < otherWord.byteSwapped }
            index += 8
        }
        while index < common {
            if self[index] != other[index] { return self[index] < other[index] }
            index += 1
        }
        return count < other.count
    }
}
