import SESCore

extension State {
    /// Decides, takes back, or goes to what is undecided.
    mutating func triage(_ action: Action) -> [Effect] {
        switch action {
        case .decideSpam: return decide(.spam)
        case .decideHam: return decide(.ham)
        case .decideMaybe: return decide(.maybe)
        case .clearDecision: return decide(.clear)
        case .repeatDecision:
            guard let last = triage.lastDecision else {
                return message.show("nothing was decided yet that could be repeated")
            }
            return decide(last)
        case .undo, .redo: return takeBack(action)
        case .nextUndecided: return jumpToUndecided(step: 1)
        case .previousUndecided: return jumpToUndecided(step: -1)
        case .decideTaggedSpam: return decideTagged(.spam)
        case .decideTaggedHam: return decideTagged(.ham)
        case .decideTaggedMaybe: return decideTagged(.maybe)
        case .clearTagged: return decideTagged(.clear)
        case .likeSpam: return decideAlike(.spam)
        case .likeHam: return decideAlike(.ham)
        case .likeMaybe: return decideAlike(.maybe)
        default: return []
        }
    }

    /// Decides about the mail under the cursor and goes on to the next one.
    private mutating func decide(_ decision: Decision) -> [Effect] {
        guard let row = cursorRow else { return message.show("there is no mail to decide about") }
        if let refusal = triage.refusal { return message.show(refusal, isError: true) }
        triage.lastDecision = decision
        let isVoid = decision == .clear && triage.marks[row].decided == .no
        let effects =
            isVoid
            ? message.show("nothing is decided about this mail") : decide(decision, about: [row])
        switch triage.advance {
        case .next: list.position += 1
        case .undecided:
            if let next = undecided(from: list.position, step: 1) { list.position = next }
        case .stay: break
        }
        list.wanted = nil
        return effects + marksChanged(home: row)
    }

    private mutating func decideTagged(_ decision: Decision) -> [Effect] {
        let rows = taggedRows
        guard !rows.isEmpty else { return message.show("no mail is tagged; t tags one, T many") }
        return decideMany(decision, rows, "tagged")
    }

    /// Decides about all mails of the author of the one under the cursor.
    private mutating func decideAlike(_ decision: Decision) -> [Effect] {
        guard let row = cursorRow, let sender = LikeThis(table[row]).sender else {
            return message.show("there is no sender to decide about")
        }
        return [.findRows(.decide(decision), sender)]
    }

    /// Decides about many mails, where they are very many only after a question.
    mutating func decideMany(_ decision: Decision, _ rows: [Int], _ which: String) -> [Effect] {
        if let refusal = triage.refusal { return message.show(refusal, isError: true) }
        let rows = rows.filter { decision != .clear || triage.marks[$0].decided != .no }
        guard !rows.isEmpty else { return message.show("there is nothing to decide") }
        guard rows.count > TriageState.mostUnasked else { return decideBulk(decision, rows) }
        pending.ask(.bulk(decision, rows))
        let mails = "\(Count(mailCount(of: rows)).grouped) \(which) mails"
        return message.show(
            decision == .clear
                ? "clear the decisions about \(mails)? y does, any other key does not"
                : "decide that \(mails) are \(decision.word)? y does, any other key does not")
    }

    /// Decides about many mails; their tags are gone then.
    mutating func decideBulk(_ decision: Decision, _ rows: [Int]) -> [Effect] {
        triage.lastDecision = decision
        let effects = decide(decision, about: rows)
        untag(rows)
        return effects + marksChanged()
    }

    private mutating func decide(_ decision: Decision, about rows: [Int]) -> [Effect] {
        for row in rows {
            var mark = DecisionMark(
                decision: decision, isNoted: triage.marks[row].isNoted
            ).rowMark
            mark.isTagged = triage.marks[row].isTagged
            mark.isUnsaved = true
            setMark(mark, of: row)
        }
        triage.inFlight += 1
        return [
            .triage(.decide(TriageOrder(rows: rows, decision: decision, seen: triage.seen)))
        ]
    }

    /// Takes the last step back, or makes it again; what is on its way is waited for.
    mutating func takeBack(_ action: Action) -> [Effect] {
        if let refusal = triage.refusal { return message.show(refusal, isError: true) }
        guard triage.inFlight == 0 else {
            triage.awaited = action
            return []
        }
        let isUndo = action == .undo
        guard let (_, decisions) = isUndo ? triage.history.undo() : triage.history.redo() else {
            return message.show(
                isUndo ? "nothing of this run is left to take back" : "nothing was taken back")
        }
        triage.inFlight += 1
        triage.isReturning = true
        let kind: TriageStep.Kind = isUndo ? .undone : .redone
        return [.triage(.step(decisions, kind, seen: triage.seen))]
    }

    private mutating func jumpToUndecided(step: Int) -> [Effect] {
        guard let position = undecided(from: list.position, step: step) else {
            return message.show("no undecided mail further \(step > 0 ? "down" : "up")")
        }
        list.wanted = nil
        list.position = position
        return []
    }

    /// The position of the next undecided mail; nil where there is none.
    func undecided(from start: Int, step: Int) -> Int? {
        var position = start + step
        while (0..<rows.count).contains(position) {
            if triage.marks[rows[position]].decided == .no { return position }
            position += step
        }
        return nil
    }

    /// Sets where the cursor goes behind a decision.
    mutating func setAdvance(_ word: String) -> [Effect] {
        guard let advance = TriageState.Advance(rawValue: word) else {
            let words = TriageState.Advance.allCases.map(\.rawValue).joined(separator: ", ")
            return message.show("advance takes \(words)", isError: true)
        }
        triage.advance = advance
        return [.keepSettings([Settings.Entry(key: .advance, value: advance.rawValue)])]
            + message.show("behind a decision: \(advance.words)")
    }

    /// Gives a row a mark; how many of the listed mails are decided follows.
    mutating func setMark(_ mark: RowMark, of row: Int) {
        let wasDecided = triage.marks[row].decided != .no
        triage.marks[row] = mark
        guard wasDecided != (mark.decided != .no),
            rows.position(of: row).map({ rows[$0] }) == row
        else { return }
        triage.decidedCount += wasDecided ? -1 : 1
    }

    /// Follows a change of marks: rows that the filter asks for by their marks come and go.
    mutating func marksChanged(home: Int? = nil) -> [Effect] {
        guard query.asksForMarks || bar != nil else { return [] }
        // The cursor stands on the row that followed; that one is kept.
        list.position = max(0, min(list.position, rows.count - 1))
        list.anchor = cursorRow
        return select(home: home, keepsHeight: true)
    }
}

extension DecisionMark {
    /// The same in the column of the list.
    var rowMark: RowMark { RowMark(rawValue: rawValue) }
}
