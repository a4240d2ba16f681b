/// A condition that is asked of many rows at once.
protocol RowJudge: Sendable {
    /// What asking costs, so that cheap conditions leave few rows to dear ones.
    var cost: JudgeCost { get }

    /// The rows of `mask` that meet the condition; a row of the block has the bit of its place in it.
    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer
}

/// What a condition costs a row, the cheapest first.
enum JudgeCost: Int, Comparable, Sendable {
    /// One look-up in a column, or none.
    case column
    /// A look-up that goes through several arrays.
    case lookUp
    /// A look at one end of an address.
    case domain
    /// Every byte of the texts that the list shows.
    case scan
    /// A text of each row, kept elsewhere.
    case lateText
    /// The gate to the screen, for rows of unusual bytes.
    case gate
    /// A regular expression.
    case regex

    static func < (left: JudgeCost, right: JudgeCost) -> Bool { left.rawValue < right.rawValue }
}

/// Which rows meet a condition, and which may.
struct RowAnswer {
    /// The rows of which it is known that they do.
    var sure: RowBits
    /// Those too of which it is not known; nil where all is known.
    var possible: RowBits?

    /// An answer of which all is known.
    init(_ rows: RowBits) { sure = rows }

    /// An answer that leaves rows open.
    init(sure: RowBits, possible: RowBits?) {
        self.sure = sure
        self.possible = possible
    }
}

extension RowAnswer {
    /// The rows that are not known to be out.
    var notOut: RowBits { possible ?? sure }
}
