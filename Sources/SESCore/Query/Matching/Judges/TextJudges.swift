/// The rows whose author's address is of a domain or of one below it.
struct DomainJudge: RowJudge {
    let name: DomainName
    let cost = JudgeCost.domain

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (arena, texts, start) = (block.piece.arena, block.piece.texts, block.rows.lowerBound)
        return RowAnswer(
            block.rows(among: mask) { place in
                let address = texts.range(.address, of: start + place)
                return name.isDomain(of: arena.span.extracting(address))
            })
    }
}

/// The rows of which a text that the list shows matches a regular expression.
struct RegexJudge: RowJudge {
    let code: RegexCode
    let parts: RowTexts.Parts
    /// True where of the address the domain alone counts.
    let isForDomain: Bool
    let cost = JudgeCost.regex

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (arena, texts, start) = (block.piece.arena, block.piece.texts, block.rows.lowerBound)
        return block.answer(among: mask) { place in
            var judgement = Judgement.no
            for part in RowTexts.Parts.each where parts.contains(part) && judgement != .yes {
                let text = arena.span.extracting(texts.range(part, of: start + place))
                if !isForDomain {
                    judgement = judgement || run.judge(text, code)
                } else if let domain = DomainName.range(in: text) {
                    judgement = run.judge(text.extracting(domain), code)
                }
            }
            return judgement
        }
    }
}

/// The rows of files whose names meet a condition.
struct FileJudge: RowJudge {
    let conditions: [TextCondition]
    let cost = JudgeCost.column

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let name = run.files[block.piece.file].path
        switch conditions.judge(name.bytes.span, run.judge) {
        case .no: return RowAnswer(RowBits(count: block.count))
        case .yes: return RowAnswer(mask)
        case .unknown: return RowAnswer(sure: RowBits(count: block.count), possible: mask)
        }
    }
}

/// The rows that meet a condition on a text which the index skips; each different text is judged
/// once.
struct LateTextJudge: RowJudge {
    let field: LateField
    let conditions: [TextCondition]
    /// The number of the condition among those of the query.
    let number: Int
    let cost = JudgeCost.lateText

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        block.answer(among: mask, known: run.late.rowCount) { told in
            var known = run.judgements(number, of: field)
            let answer = block.answer(among: told) { place in
                let text = run.late.number(field, of: block.first + place)
                if let judgement = known[Int(text)] { return judgement }
                let judgement = judge(run.late.text(field, text), run)
                known[Int(text)] = judgement
                return judgement
            }
            run.keep(known, for: number)
            return answer
        }
    }

    private func judge(_ text: ArraySlice<UInt8>, _ run: MatchRun) -> Judgement {
        guard field == .recipients else { return conditions.judge(text.span, run.judge) }
        return text.split(separator: 0x0A).anyJudgement { conditions.judge($0.span, run.judge) }
    }
}
