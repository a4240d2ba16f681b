import SESCore

extension TriageDesk {
    /// Takes in what others decided, if they did.
    mutating func refresh(_ request: TriageRequest) {
        guard (try? store?.wasChangedByOthers()) == true else { return }
        takeIn(index.lastRow, request)
    }

    /// Takes in what was decided after a row of the store.
    mutating func takeIn(_ row: Int64, _ request: TriageRequest) {
        guard let changes = try? store?.changes(since: row) else { return }
        let unsaved = pending.unsaved
        for decision in changes.current where unsaved[decision.key] == nil {
            index.apply(decision)
        }
        index.noteRow(changes.lastRow)
        let others = changes.current.filter { store?.isOwn($0) == false }
        guard !others.isEmpty else { return }
        post(
            .others(
                others, rows: marks(of: request.table.rows(about: others.map(\.key)), request),
                reading: reading, seen: index.lastRow))
    }

    /// Tells what was decided about the mail of a row, and about others of its sender; false where that
    /// was given up.
    mutating func describe(
        _ row: Int, _ request: TriageRequest, while isAlone: () -> Bool
    ) -> Bool {
        guard store != nil, row < request.table.count,
            let key = try? request.table.triageKey(of: row, with: &reader)
        else { return true }
        let history = (try? store?.history(of: key)) ?? []
        let alike = LikeThis(request.table[row])
        guard let sender = tally(alike.sender, request, while: isAlone),
            let domain = tally(alike.domain, request, while: isAlone)
        else { return false }
        post(
            .described(
                row: row, reading: reading,
                MailTriage(
                    history: history, sender: sender.seen > 0 ? sender : nil,
                    domain: domain.seen > 0 ? domain : nil)))
        return true
    }

    /// Counts the mails of a query; none without one, nil where it was given up.
    private func tally(
        _ query: Query?, _ request: TriageRequest, while isAlone: () -> Bool
    ) -> MailTriage.Tally? {
        var tally = MailTriage.Tally()
        guard let query, let compiled = try? CompiledQuery(query, now: .missing) else {
            return tally
        }
        let rows = 0..<request.table.count
        guard let found = compiled.rows(of: request.table, range: rows, while: isAlone) else {
            return nil
        }
        found.rows.forEach { row in
            if !request.deliveries.isFolded(row) { tally.count(request.marks[row]) }
        }
        return tally
    }

    /// Keeps where the person was; what is not on the disk is tried once more.
    mutating func remember(
        _ filter: RawText, _ row: Int?, wasCut: Bool, _ request: TriageRequest
    ) {
        save(request)
        let key = row.flatMap { row in
            row < request.table.count
                ? try? request.table.triageKey(of: row, with: &reader) : nil
        }
        try? store?.remember(
            Visit(time: SystemClock.now, wasCut: wasCut, filter: filter, key: key))
    }
}
