import SESCore

extension State {
    /// Takes what the thread that keeps decisions tells.
    mutating func take(_ news: TriageNews) -> [Effect] {
        switch news {
        case .opened(let opening): return take(opening)
        case .unusable(let error):
            triage.access = .refused(error)
            return message.announce("decisions are not shown: " + error.message, isError: true)
        case .marks(let reading, let first, let marks):
            guard reading == self.reading else { return [] }
            triage.marks.set(marks, from: first)
            triage.decidedCount = triage.marks.decidedCount(among: rows)
            let effects = marksChanged()
            goToFirstUndecided()
            return effects
        case .step(let step): return take(step)
        case .answered:
            triage.inFlight = max(0, triage.inFlight - 1)
            return goOn()
        case .others(let decisions, let rows, let reading, let seen):
            triage.seen = seen
            setMarks(rows, reading)
            forgetAbout(rows)
            return marksChanged() + describeAgain(rows) + message.announce(words(decisions))
        case .damaged(let reason): return [.triage(.stopWriting(reason))]
        case .touched: return triage.access.isReadable ? [.triage(.refresh)] : []
        case .stopped(let reason):
            triage.access = .refused(reason)
            return message.announce("nothing is saved any more: " + reason.message, isError: true)
        case .described(let row, let reading, let found):
            guard reading == self.reading else { return [] }
            triage.about = TriageState.About(row: row, triage: found)
            detail.show(found, row: row)
            return openAwaitedNote()
        }
    }

    private mutating func take(_ opening: TriageOpening) -> [Effect] {
        triage.access = opening.obstacle.map { .refused($0) } ?? .open
        triage.seen = opening.seen
        triage.visit = opening.visit
        var effects: [Effect] = [.watchStore, .triage(.mark)]
        if opening.isOnNetwork {
            effects += message.announce(
                "decisions are kept on a network: only one machine at a time may write there")
        }
        if let row = detail.row { effects += describe(row) }
        return effects + greet()
    }

    private mutating func take(_ step: TriageStep) -> [Effect] {
        triage.seen = step.seen
        triage.unsaved = step.unsaved
        setMarks(step.rows, step.reading)
        forgetAbout(step.rows)
        if step.kind == .decided, step.outcome.isMade {
            triage.history.record(UndoHistory.Step(step.changes))
        }
        var effects = follow(step) + describeAgain(step.rows)
        if step.unread > 0 {
            effects += message.announce(
                RawText(
                    "\(step.unread) \(step.unread == 1 ? "mail" : "mails") could not be read again: "
                        + (step.reason ?? "")),
                isError: true)
        }
        switch step.outcome {
        case .saved:
            if step.unsaved == 0 { triage.failure = nil }
        case .failed(let error, let delay):
            let isNew = triage.failure == nil
            triage.failure = error
            effects.append(
                .wake(afterMilliseconds: delay, .retrySaving(triage.nextRetry())))
            if isNew {
                effects += message.show("not saved, tried again: " + error.message, isError: true)
            }
        case .overtaken(let id, let others):
            pending.ask(.overtaken(id))
            effects += message.show(
                words(others) + ": y decides otherwise, any other key leaves that")
        case .waiting: break
        case .givenUp(let wasMade): giveUp(step, wasMade: wasMade)
        }
        return effects
    }

    /// Goes on as if a step had not been made.
    private mutating func giveUp(_ step: TriageStep, wasMade: Bool) {
        switch step.kind {
        case .decided: if wasMade { triage.history.forget(UndoHistory.Step(step.changes)) }
        case .undone: _ = triage.history.redo()
        case .redone: _ = triage.history.undo()
        case .saved: break
        }
    }

    /// Shows what a step did, where it was not the decision of the moment.
    private mutating func follow(_ step: TriageStep) -> [Effect] {
        guard step.reading == reading, step.outcome.isMade,
            step.kind == .undone || step.kind == .redone
        else {
            let isBulk =
                step.kind == .decided && step.outcome.isMade && step.changes.count > 1
            return marksChanged()
                + (isBulk
                    ? message.show(
                        "\(Count(step.changes.count).grouped) mails decided; u takes that back")
                    : [])
        }
        let word = step.kind == .undone ? "taken back" : "decided again"
        let count = Set(step.rows.keys.map { table[$0].mailKey }).count
        let said = message.show(count > 1 ? "\(Count(count).grouped) decisions \(word)" : word)
        guard let row = step.rows.keys.min() else { return said }
        list.wanted = nil
        guard query.asksForMarks || bar != nil else {
            list.position = rows.nearestPosition(to: row)
            return said
        }
        list.want(row, of: table)
        return said + select(home: row)
    }

    private mutating func setMarks(_ rows: [Int: UInt8], _ reading: Int) {
        guard reading == self.reading else { return }
        for (row, bits) in rows {
            var mark = RowMark(rawValue: bits)
            mark.isTagged = triage.marks[row].isTagged
            setMark(mark, of: row)
        }
    }

    /// What is known of a mail is void where more was decided about it.
    private mutating func forgetAbout(_ rows: [Int: UInt8]) {
        if let row = triage.about?.row, rows[row] != nil { triage.about = nil }
    }

    /// Asks again for what is known of the mail in the detail, or of its sender, where that may have
    /// changed.
    private mutating func describeAgain(_ rows: [Int: UInt8]) -> [Effect] {
        guard let row = detail.row, rows[row] != nil || rows.count > 1 else { return [] }
        return describe(row)
    }

    /// Who decided what, of decisions by others.
    private func words(_ decisions: [StoredDecision]) -> RawText {
        guard let last = decisions.last else { return "somebody decided" }
        let who = last.author.name
        let rest = decisions.count - 1
        let what = RawText(
            " decided \(last.decision.word) \(Age(of: last.time, at: clock.now)?.words ?? "")"
                + (rest > 0 ? ", and \(rest) more" : ""))
        return who + what
    }

    /// Tries once more to save what is not on the disk.
    mutating func retrySaving(_ number: Int) -> [Effect] {
        triage.isLatestRetry(number) && triage.unsaved > 0 ? [.triage(.retry)] : []
    }
}
