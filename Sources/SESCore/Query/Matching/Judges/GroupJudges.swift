/// All rows, or none.
struct ConstantJudge: RowJudge {
    let isIn: Bool
    let cost = JudgeCost.column

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        RowAnswer(isIn ? mask : RowBits(count: block.count))
    }
}

/// The rows that a judge leaves out.
struct NegationJudge: RowJudge {
    let inner: any RowJudge
    var cost: JudgeCost { inner.cost }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let answer = inner.answer(block, among: mask, run)
        var sure = mask
        sure.subtract(answer.notOut)
        guard answer.possible != nil else { return RowAnswer(sure) }
        var possible = mask
        possible.subtract(answer.sure)
        return RowAnswer(sure: sure, possible: possible)
    }
}

/// The rows that every judge lets through; the dear ones are asked of what the cheap ones leave.
struct ConjunctionJudge: RowJudge {
    private let members: [any RowJudge]
    let cost: JudgeCost

    init(_ members: [any RowJudge]) {
        self.members = members.cheapestFirst
        cost = self.members.last?.cost ?? .column
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        var sure = mask
        var notOut = mask
        var isOpen = false
        for member in members where !notOut.isEmpty {
            let answer = member.answer(block, among: notOut, run)
            sure.formIntersection(answer.sure)
            notOut.formIntersection(answer.notOut)
            isOpen = isOpen || answer.possible != nil
        }
        return RowAnswer(sure: sure, possible: isOpen ? notOut : nil)
    }
}

/// The rows that any judge lets through; the dear ones are asked of what the cheap ones leave out.
struct DisjunctionJudge: RowJudge {
    private let members: [any RowJudge]
    let cost: JudgeCost

    init(_ members: [any RowJudge]) {
        self.members = members.cheapestFirst
        cost = self.members.last?.cost ?? .column
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        var sure = RowBits(count: block.count)
        var notOut = sure
        var rest = mask
        var isOpen = false
        for member in members where !rest.isEmpty {
            let answer = member.answer(block, among: rest, run)
            sure.formUnion(answer.sure)
            notOut.formUnion(answer.notOut)
            rest.subtract(answer.sure)
            isOpen = isOpen || answer.possible != nil
        }
        return RowAnswer(sure: sure, possible: isOpen ? notOut : nil)
    }
}

extension [any RowJudge] {
    /// Judges of equal cost stay in the order in which they were written.
    fileprivate var cheapestFirst: [any RowJudge] {
        enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
            .map(\.element)
    }
}
