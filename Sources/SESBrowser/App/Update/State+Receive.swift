import SESCore

extension State {
    /// Takes what the loop or a thread beside the screen tells.
    mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .table(let table, let fraction, let isDone):
            return take(table, fraction, isDone: isDone) + settle()
        case .deliveries(let found): return take(found) + settle()
        case .detail(let row, let loaded):
            detail.show(loaded, row: row)
            search.detailRow = nil
            return settle()
        case .detailFailed(let row, let reason):
            detail.fail(reason, row: row)
            return settle()
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
        case .notice(let text): return self.message.announce(RawText(text))
        case .timer(.detail(let token)): return detail.due(token)
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
        if load.isReloading || newer.count < rows.scanned { startOver() }
        table = newer
        let old = rows.scanned
        rows.extend(to: table)
        if order != .reading { followCursor() }
        findWanted(from: old)
        regions?.update(table)
        countFacets()
        let wasDone = load.isDone
        load.fraction = fraction
        load.bytesRead = table.files.reduce(0) { $0 + $1.bytesRead }
        load.isDone = isDone
        return isDone && !wasDone ? report() : []
    }

    /// Keeps the cursor on its mail when new rows have come before it; a cursor that was never
    /// moved from the top stays there.
    private mutating func followCursor() {
        guard list.position > 0, let anchor = list.anchor else { return }
        let offset = list.position - list.top
        list.position = rows.nearestPosition(to: anchor, in: table)
        list.top = list.position - offset
    }

    private mutating func startOver() {
        load.isReloading = false
        deliveries = Deliveries()
        rows = FilteredRows(filter.filter, order: order)
        detail.forgetRow()
        list.anchor = nil
        list.bookmarks = [:]
        search.detailRow = nil
    }

    private mutating func findWanted(from first: Int) {
        guard let wanted = list.wanted, first < table.count else { return }
        for row in first..<table.count where table[row].mailKey == wanted.key {
            list.restore(wanted, at: rows.nearestPosition(to: row, in: table))
            return
        }
    }

    /// What the person should know once everything is read.
    private mutating func report() -> [Effect] {
        if let wanted = list.wanted { list.restore(wanted, at: wanted.position) }
        return reportFailures() + reportBroken()
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
