/// A set of rows of a table: a bit for each row from 0 up to ``count``.
public struct RowBits: Hashable, Sendable {
    /// How many rows the set tells of.
    public private(set) var count: Int
    /// The bits, 64 rows a word, the first row lowest; bits beyond ``count`` are 0.
    public internal(set) var words: [UInt64]

    /// All or none of so many rows.
    public init(count: Int, repeating isIn: Bool = false) {
        self.count = count
        words = [UInt64](repeating: isIn ? .max : 0, count: (count + 63) / 64)
        clearRest()
    }
}

extension RowBits {
    /// Whether a row is in the set; rows from ``count`` on are not.
    public subscript(row: Int) -> Bool {
        get { row < count && words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(row & 63)
            if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
        }
    }

    /// How many rows are in the set.
    public var members: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Leaves the rows that are in both.
    public mutating func formIntersection(_ other: RowBits) {
        for index in words.indices {
            words[index] &= index < other.words.count ? other.words[index] : 0
        }
    }

    /// Adds the rows of another set of as many rows.
    public mutating func formUnion(_ other: RowBits) {
        for index in words.indices where index < other.words.count {
            words[index] |= other.words[index]
        }
        clearRest()
    }

    /// Puts each row in that was out, and the other way round.
    public mutating func invert() {
        for index in words.indices { words[index] = ~words[index] }
        clearRest()
    }

    /// Calls `body` with each row of the set, in ascending order.
    public func forEach(_ body: (Int) -> Void) {
        for (index, bits) in words.enumerated() {
            var rest = bits
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    private mutating func clearRest() {
        guard count & 63 != 0, !words.isEmpty else { return }
        words[words.count - 1] &= (1 << UInt64(count & 63)) - 1
    }
}
