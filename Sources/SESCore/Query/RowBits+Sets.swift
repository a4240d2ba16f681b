extension RowBits {
    /// Those of the rows for which a condition holds.
    func filter(_ isIn: (Int) -> Bool) -> RowBits {
        var found = RowBits(count: count)
        forEach { if isIn($0) { found[$0] = true } }
        return found
    }

    /// True where no row is in the set.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Takes the rows of another set out.
    public mutating func subtract(_ other: RowBits) {
        for index in words.indices where index < other.words.count {
            words[index] &= ~other.words[index]
        }
    }

    /// Takes all rows before one out.
    public mutating func remove(below row: Int) {
        let last = min(row >> 6, words.count)
        for index in 0..<last { words[index] = 0 }
        if last < words.count { words[last] &= .max << UInt64(row & 63) }
    }

    /// The first row of the set from one on; `end` where there is none before it.
    func first(from row: Int, below end: Int) -> Int {
        var index = row >> 6
        guard row < end, index < words.count else { return end }
        var bits = words[index] & .max << UInt64(row & 63)
        while bits == 0 {
            index += 1
            guard index < words.count, index << 6 < end else { return end }
            bits = words[index]
        }
        return min(end, index << 6 | bits.trailingZeroBitCount)
    }

    /// Tells of more rows, which are out.
    public mutating func grow(to count: Int) {
        guard count > self.count else { return }
        var grown = RowBits(count: count)
        grown.words.replaceSubrange(words.indices, with: words)
        self = grown
    }

    /// Adds the rows of a smaller set whose row 0 is the row `first` of this one.
    mutating func insert(_ part: RowBits, at first: Int) {
        precondition(first + part.count <= count)
        let shift = UInt64(first & 63)
        var index = first >> 6
        for bits in part.words {
            words[index] |= bits << shift
            let rest = shift == 0 ? 0 : bits >> (64 - shift)
            if rest != 0 { words[index + 1] |= rest }
            index += 1
        }
    }
}
