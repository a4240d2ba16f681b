/// The rows whose headers say something else than the receipt.
struct MismatchJudge: RowJudge {
    let cost = JudgeCost.lookUp

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        block.answer(among: mask, known: run.late.rowCount) { told in
            RowAnswer(block.rows(among: told) { run.late.isMismatched(block.first + $0) })
        }
    }
}

/// The rows of mails that were delivered several times.
struct DuplicateJudge: RowJudge {
    let cost = JudgeCost.lookUp

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        block.answer(among: mask, known: run.deliveries.rowCount) { told in
            var found = RowBits(count: block.count)
            run.deliveries.forEachRepeated(in: block.first..<block.first + block.count) {
                found[$0 - block.first] = true
            }
            found.formIntersection(told)
            return RowAnswer(found)
        }
    }
}

/// The rows that meet a condition which was asked of their records.
struct RecordJudge: RowJudge {
    let term: Term
    let cost = JudgeCost.lookUp

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let answers = run.records[term]
        return block.answer(among: mask, known: answers?.count ?? 0) { told in
            guard let answers else { return RowAnswer(RowBits(count: block.count)) }
            return RowAnswer(block.rows(among: told) { answers[block.first + $0] })
        }
    }
}
