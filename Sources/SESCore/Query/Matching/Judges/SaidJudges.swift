/// The rows of which a person said one of some things.
struct SaidJudge: RowJudge {
    /// A bit for each of the 32 patterns that decision, note and tag can have.
    private let patterns: UInt32
    let cost = JudgeCost.lookUp

    init(_ properties: [MailProperty]) {
        patterns = (0..<32).reduce(0) { bits, pattern in
            let mark = RowMark(rawValue: UInt8(pattern))
            return properties.contains { mark.says($0) } ? bits | 1 << UInt32(pattern) : bits
        }
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (marks, first) = (run.marks, block.first)
        return RowAnswer(
            block.rows(among: mask) {
                patterns >> UInt32(marks[first + $0].rawValue & 31) & 1 == 1
            })
    }
}

/// The rows of which a person decided the opposite of what the spam check says.
struct DisagreementJudge: RowJudge {
    let cost = JudgeCost.lookUp

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (facts, start) = (block.piece.facts, block.rows.lowerBound)
        let (marks, first) = (run.marks, block.first)
        return RowAnswer(
            block.rows(among: mask) { marks[first + $0].disagrees(with: facts[start + $0]) })
    }
}
