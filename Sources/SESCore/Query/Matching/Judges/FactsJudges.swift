/// The rows whose five statuses are among many combinations: one look-up in a table of 32,768 bits.
struct StatusJudge: RowJudge {
    let table: StatusTable
    let cost = JudgeCost.column

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (facts, start, words) = (block.piece.facts, block.rows.lowerBound, table.rows.words)
        return RowAnswer(
            block.rows(among: mask) { place in
                let statuses = facts[start + place].statuses
                return words[statuses >> 6] >> UInt64(statuses & 63) & 1 == 1
            })
    }
}

/// The rows that have one of some policies.
struct PolicyJudge: RowJudge {
    /// A bit for each of the eight patterns that the policy's three bits can have.
    private let patterns: UInt8
    let cost = JudgeCost.column

    init(_ policies: [DMARCPolicy]) {
        patterns = (0..<8).reduce(0) { bits, pattern in
            let policy = Facts(bits: UInt32(pattern) << 15).policy
            return policies.contains(policy) ? bits | 1 << UInt8(pattern) : bits
        }
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (facts, start) = (block.piece.facts, block.rows.lowerBound)
        return RowAnswer(
            block.rows(among: mask) { patterns >> (facts[start + $0].bits >> 15 & 7) & 1 == 1 })
    }
}

/// The rows that have at least one of some marks.
struct MarksJudge: RowJudge {
    let marks: Marks
    let cost = JudgeCost.column

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (facts, start) = (block.piece.facts, block.rows.lowerBound)
        return RowAnswer(
            block.rows(among: mask) { !facts[start + $0].marks.isDisjoint(with: marks) })
    }
}
