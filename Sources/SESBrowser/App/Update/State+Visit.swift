import SESCore

extension State {
    /// Asks for what was decided about the mail in the detail, once that is on the screen.
    mutating func describe(_ row: Int) -> [Effect] {
        guard triage.access.isReadable else { return [] }
        triage.isAboutDue = layout.detail == nil
        return triage.isAboutDue ? [] : [.triage(.describe(row: row))]
    }

    /// Asks for what was not asked while no detail was on the screen.
    mutating func describeDue() -> [Effect] {
        guard triage.isAboutDue, layout.detail != nil, let row = detail.row else { return [] }
        return describe(row)
    }

    /// Asks for the marks of rows that have come.
    func marksMissing() -> [Effect] {
        triage.access.isReadable && table.count > 0 ? [.triage(.mark)] : []
    }

    /// Leaves the program; with decisions that are not saved only where the person says so.
    mutating func leave() -> [Effect] {
        guard triage.inFlight == 0 else {
            triage.awaited = .quit
            return []
        }
        guard triage.unsaved > 0 else { return [.quit] }
        pending.ask(.leaving)
        let count = Count(triage.unsaved).grouped
        let reason = triage.failure?.message ?? ""
        return [.triage(.retry)]
            + message.show(
                RawText("\(count) not saved: y leaves without, other keys stay; ") + reason,
                isError: true)
    }

    /// Tells what is new since the last visit, once all is read.
    mutating func greet() -> [Effect] {
        guard load.isDone, triage.access.isReadable, let visit = triage.visit.take() else {
            return []
        }
        let new = table.mailCount(after: visit.time)
        var effects: [Effect] = []
        let when = TimeForm.short.text(visit.time) + " UTC"
        if visit.wasCut, !visit.filter.isEmpty || visit.key != nil {
            triage.cutVisit = visit
            effects += message.announce(
                RawText("the last run was cut off \(when); :resume goes on there"))
        }
        if new > 0 {
            effects += message.announce(RawText("\(Count(new).grouped) new since \(when)"))
        }
        return effects
    }

    /// Goes to the first undecided mail of a list that nobody has touched yet.
    mutating func goToFirstUndecided() {
        guard !triage.isTouched, triage.decidedCount > 0, list.position == 0,
            let first = undecided(from: -1, step: 1), rows[first] < triage.marks.count
        else { return }
        list.position = first
    }

    /// Goes back to filter and mail of the run that was cut off.
    mutating func resume() -> [Effect] {
        guard let visit = triage.cutVisit else {
            return message.show("the last run was not cut off")
        }
        if let row = visit.key.flatMap({ table.rows(about: [$0]).first }) {
            list.want(row, of: table, below: (layout.listRows?.rows ?? 0) / 2)
        }
        return setFilter(String(decoding: visit.filter.bytes, as: UTF8.self))
    }
}

extension TriageState.Access {
    /// True where decisions are known, whether or not new ones can be saved.
    var isReadable: Bool {
        switch self {
        case .open, .refused: true
        case .opening, .homeless: false
        }
    }
}
