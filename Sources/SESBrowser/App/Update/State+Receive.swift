import SESCore

extension State {
    /// Takes what the loop or a thread beside the screen tells.
    mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .table(let table, let fraction, let isDone):
            return take(table, fraction, isDone: isDone) + settle()
        case .detail(let row, let loaded):
            detail.show(loaded, row: row)
            search.detailRow = nil
            return settle()
        case .detailFailed(let row, let reason):
            detail.fail(reason, row: row)
            return settle()
        case .bytes(let content):
            guard let asked = regions?.asked else { return [] }
            regions?.bytes = RegionsState.Bytes(offset: asked.offset, content: content)
            regions?.top = 0
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
        bar?.count(table, filter.filter)
        let wasDone = load.isDone
        load.fraction = fraction
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
        let failed = table.files.filter { $0.failure != nil }
        if let first = failed.first, let reason = first.failure {
            let more = failed.count > 1 ? " (and \(failed.count - 1) more)" : ""
            return message.announce(
                RawText(first.path.bytes + Array(": \(reason)\(more)".utf8)), isError: true)
        }
        let broken = table.brokenCount
        guard broken > 0 else { return [] }
        let parts = broken == 1 ? "1 part" : "\(Count(broken).grouped) parts"
        let them = broken == 1 ? "it" : "them"
        return message.announce(
            RawText("\(parts) could not be read; :broken lists \(them)"))
    }
}

extension EventTable {
    /// How many stretches of all files could not be read.
    var brokenCount: Int { files.reduce(0) { $0 + $1.brokenRegions.count } }
}
