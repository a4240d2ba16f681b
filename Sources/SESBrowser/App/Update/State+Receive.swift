import SESCore

extension State {
    /// Takes what the loop or a thread beside the screen tells.
    mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .table(let table, let fraction, let isDone):
            return take(table, fraction, isDone: isDone) + recount() + settle()
        case .deliveries(let found): return take(found) + recount() + settle()
        case .selection(let number, let found):
            return take(found, number: number) + goOn() + recount() + settle()
        case .counted(let number, let list): return take(list, number: number)
        case .found(let number, let position): return takeMatch(position, number: number) + settle()
        case .filters(let lines):
            take(lines)
            return []
        case .detail(let row, let loaded):
            detail.show(loaded, row: row)
            search.detailRow = nil
            return finishLikeness() + finishHandOver() + describe(row) + settle()
        case .detailFailed(let row, let reason):
            detail.fail(reason, row: row)
            return failHandOver(reason) + settle()
        case .content(let token, let answer):
            detail.show(answer, token: token)
            search.detailRow = nil
            return settle()
        case .bytes(let content):
            regions?.show(content)
            return settle()
        case .bytesFailed(let reason):
            regions?.fail(reason)
            return settle()
        case .statistics(let number, let found, let isWhole):
            return take(found, number: number, isWhole: isWhole) + settle()
        case .report(let number, let found):
            report?.take(found, number: number)
            return settle()
        case .particulars(let found): return take(found) + settle()
        case .toCopy(let row, let loaded): return take(toCopy: loaded, row: row)
        case .toCopyFailed(let reason): return failToCopy(reason)
        case .triage(let news): return take(news) + settle()
        case .note(let text, let rows): return note(text, on: rows) + settle()
        case .ids(let ids, let missed): return copy(ids: ids, missed: missed)
        case .rows(let rows, let purpose, let reading):
            return take(rows, for: purpose, reading: reading) + settle()
        case .timer(.retrySaving(let number)): return retrySaving(number)
        case .saved(let outcome): return take(saved: outcome)
        case .exporting(let count): return take(exported: count)
        case .exported(let outcome): return take(exported: outcome)
        case .settings(let settings): return take(settings)
        case .settingsKept(let failure): return take(kept: failure)
        case .zone(let zone): return take(zone)
        case .notice(let text): return self.message.announce(RawText(text))
        case .timer(.detail(let token)): return detail.due(token)
        case .timer(.particulars(let token)):
            columns.particulars.due(token)
            return settle()
        case .timer(.message(let token)):
            return self.message.due(token)
        case .timer(.prefix(let token)):
            pending.isShown = pending.wait != nil && token == pending.token
            return []
        }
    }

    private mutating func take(
        _ newer: EventTable, _ fraction: Double?, isDone: Bool
    ) -> [Effect] {
        if load.isReloading || newer.count < table.count { startOver() }
        let old = table.count
        table = newer
        findWanted(from: old)
        tagAgain(from: old)
        regions?.update(table)
        let wasDone = load.isDone
        load.fraction = fraction
        load.bytesRead = table.files.reduce(0) { $0 + $1.bytesRead }
        load.isDone = isDone
        return select(.growth) + marksMissing()
            + (isDone && !wasDone ? reportFailures() + reportBroken() + greet() : [])
    }

    private mutating func startOver() {
        load.isReloading = false
        reading += 1
        table = EventTable()
        deliveries = Deliveries()
        late = LateColumns()
        triage.startOver()
        // The rows of the question may be those of other mails now.
        if case .bulk? = pending.wait { pending.wait = nil }
        rows = ShownRows(all: 0)
        detail.forgetRow()
        list.anchor = nil
        list.bookmarks = [:]
        columns.particulars.forget()
        search.detailRow = nil
    }

    private mutating func findWanted(from first: Int) {
        guard let wanted = list.wanted, wanted.row == nil, first < table.count else { return }
        list.wanted?.row = (first..<table.count).first { table[$0].mailKey == wanted.key }
    }

    /// Tells of each file that failed; of very many only the first ones are named.
    private mutating func reportFailures() -> [Effect] {
        let most = 3
        let failed = table.files.filter { $0.failure != nil }
        return failed.prefix(most).enumerated().flatMap { index, file in
            let more = index == most - 1 ? failed.count - most : 0
            let others = more > 0 ? " (and \(more) more \(more == 1 ? "file" : "files"))" : ""
            let words = ": \(file.failure ?? "")\(others)"
            return message.announce(RawText(file.path.bytes + Array(words.utf8)), isError: true)
        }
    }

    private mutating func reportBroken() -> [Effect] {
        let broken = table.brokenCount
        guard broken > 0 else { return [] }
        let parts = broken == 1 ? "part" : "parts"
        return message.announce(
            RawText("\(Count(broken).grouped) unreadable \(parts): type :regions"))
    }
}

extension EventTable {
    /// How many stretches of all files could not be read.
    var brokenCount: Int { files.reduce(0) { $0 + $1.brokenRegions.count } }

    /// How many documents of all files are no inbound mail.
    var otherCount: Int { files.reduce(0) { $0 + $1.otherDocuments.values.reduce(0, +) } }
}
