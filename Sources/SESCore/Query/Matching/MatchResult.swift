/// Which rows of a range a query lets through.
///
/// A row is in only if that is known. A row whose answer depends on what was not read yet is out and
/// pending; one whose answer depends on a regular expression that was given up is out and not judged.
public struct MatchResult: Hashable, Sendable {
    /// The rows that were asked for.
    public let range: Range<Int>
    /// The rows that are let through; it counts up to the end of the range, and rows before the
    /// range are out.
    public internal(set) var rows: RowBits
    /// How many rows could not be judged, since a regular expression hit its limits.
    public internal(set) var notJudged = 0
    /// The rows that can be judged only once more is known.
    public internal(set) var pending = RowBits(count: 0)

    init(_ range: Range<Int>) {
        self.range = range
        rows = RowBits(count: range.upperBound)
    }
}

extension MatchResult {
    /// True where no row is pending.
    public var isComplete: Bool { pending.isEmpty }

    /// Takes the answer for a block; rows of the table from `known` on are not wholly known.
    mutating func add(_ answer: RowAnswer, for block: RowBlock, known: Int) {
        rows.insert(answer.sure, at: block.first)
        guard var open = answer.possible else { return }
        open.subtract(answer.sure)
        let all = open.members
        open.remove(below: max(0, known - block.first))
        let waiting = open.members
        notJudged += all - waiting
        guard waiting > 0 else { return }
        pending.grow(to: range.upperBound)
        pending.insert(open, at: block.first)
    }
}
