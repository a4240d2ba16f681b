import SESCore

/// A key and a word for what it does.
struct Hint: Hashable, Sendable {
    let key: String
    let word: String

    /// The hint of an action; nil where the table gives it no word or no key.
    init?(_ action: Action) {
        guard let entry = ActionTable.entry(action), let word = entry.hint,
            let key = entry.keys.first
        else { return nil }
        self.init(key: key.name, word: word)
    }

    /// The hint of an action whose word depends on where the person is.
    private init?(_ action: Action, saying word: String) {
        guard let key = ActionTable.entry(action)?.keys.first else { return nil }
        self.init(key: key.name, word: word)
    }

    private init(key: String, word: String) {
        self.key = key
        self.word = word
    }
}

extension Hint {
    /// How many columns key and word take.
    var columns: Int { key.utf8.count + 1 + word.utf8.count }

    /// Adds key and word to a line.
    func append(to line: inout ScreenLine) {
        line.append(key, .keyName)
        line.append(" " + word, .hintBar)
    }

    /// The hints that fit what the person is doing, the most useful first.
    static func all(_ state: State) -> [Hint] {
        if let wait = state.pending.wait, state.pending.isShown { return following(wait) }
        if state.copy.shown != nil { return [Hint(key: "any key", word: "goes on")] }
        switch state.context {
        case .filterText:
            return hints([.accept, .dismiss, .enterGrid, .complete, .olderEntry])
        case .filterGrid: return hints([.toggleCell, .accept, .dismiss, .leaveGrid, .clearFilter])
        case .help: return hints([.runItem, .itemPageDown, .closeOverlay])
        case .regions: return regions(state)
        case .pick: return hints([.runItem, .leaveOutItem, .closeOverlay])
        case .statistics:
            return [
                Hint(.runItem, saying: "narrow"), Hint(.nextSection), Hint(.itemPageDown),
                Hint(.closeOverlay),
            ].compactMap(\.self)
        case .report:
            return [
                Hint(.runItem, saying: "narrow"), Hint(.itemPageDown), Hint(.closeOverlay),
            ].compactMap(\.self)
        case .handOver: return hints([.copyCommand, .closeOverlay])
        case .columns:
            return hints([.toggleColumn, .columnDown, .columnUp, .keepColumns, .closeOverlay])
        default: break
        }
        if state.focus == .detail {
            return hints([.close, .nextView, .nextMail, .search, .nextMatch])
        }
        return list(state)
    }

    private static func list(_ state: State) -> [Hint] {
        var hints: [Hint?] = state.rows.count > 0 ? [Hint(.open)] : []
        if state.query != .all {
            hints.append(Hint(.clearFilter))
            if state.rows.count == 0, state.filter.hasPrevious { hints.append(Hint(.swapFilter)) }
        }
        if state.rows.count > 0, state.triage.access == .open {
            hints += [Hint(.decideSpam), Hint(.decideHam), Hint(.decideMaybe)]
            if state.triage.history.canUndo { hints.append(Hint(.undo)) }
        }
        hints += [Hint(.openFilter), chips(state.size.columns)]
        if state.rows.count > 0 {
            if state.triage.access == .open { hints += [Hint(.tag), Hint(.nextUndecided)] }
            hints.append(Hint(.nextFail))
        }
        if state.deliveries.foldedCount > 0 {
            hints.append(Hint(.deliveries, saying: state.isUnfolded ? "fold" : "unfold"))
        }
        if state.rows.count > 0 { hints.append(Hint(.search)) }
        hints.append(Hint(.close, saying: "quit"))
        if state.rows.count > 0 { hints.append(Hint(.nextView)) }
        hints.append(Hint(.command))
        return hints.compactMap(\.self)
    }

    private static func regions(_ state: State) -> [Hint] {
        switch state.regions?.level {
        case .bytes:
            [Hint(.itemPageDown), Hint(.closeOverlay, saying: "back")].compactMap(\.self)
        case .places:
            [Hint(.runItem, saying: "bytes"), Hint(.closeOverlay, saying: "back")]
                .compactMap(\.self)
        default: [Hint(.runItem, saying: "places"), Hint(.closeOverlay)].compactMap(\.self)
        }
    }

    private static func hints(_ actions: [Action]) -> [Hint] { actions.compactMap(Hint.init) }

    /// One hint for the five keys that step a check.
    private static func chips(_ columns: Int) -> Hint? {
        guard let first = ActionTable.entry(.stepSpam)?.keys.first,
            let last = ActionTable.entry(.stepDMARC)?.keys.first
        else { return nil }
        return Hint(key: "\(first.name)-\(last.name)", word: columns >= 60 ? "verdict" : "check")
    }

    private static func following(_ wait: PendingKeys.Wait) -> [Hint] {
        guard case .prefix(let prefix) = wait else { return [Hint(key: "a-z", word: "bookmark")] }
        return ActionTable.entries.flatMap { entry in
            entry.keys.filter { $0.prefix == prefix }
                .map { Hint(key: $0.key.name, word: entry.hint ?? entry.name) }
        }
    }
}
