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
        switch state.context {
        case .filterText:
            return hints([.accept, .dismiss, .enterGrid, .complete, .olderEntry])
        case .filterGrid: return hints([.toggleCell, .accept, .dismiss, .leaveGrid, .clearFilter])
        case .help, .regions: return hints([.runItem, .closeOverlay])
        default: break
        }
        if state.focus == .detail {
            return hints([.nextView, .search, .nextMatch, .nextMail, .close])
        }
        let clear: [Action] = state.filter.filter.isEmpty ? [] : [.clearFilter]
        return hints([.openFilter]) + [chips].compactMap(\.self)
            + hints(clear + [.open, .nextFail, .search, .nextView, .command, .quit])
    }

    private static func hints(_ actions: [Action]) -> [Hint] { actions.compactMap(Hint.init) }

    /// One hint for the five keys that step a check.
    private static var chips: Hint? {
        guard let first = ActionTable.entry(.stepSpam)?.keys.first,
            let last = ActionTable.entry(.stepDMARC)?.keys.first
        else { return nil }
        return Hint(key: "\(first.name)-\(last.name)", word: "verdict")
    }

    private static func following(_ wait: PendingKeys.Wait) -> [Hint] {
        guard case .prefix(let prefix) = wait else { return [Hint(key: "a-z", word: "bookmark")] }
        return ActionTable.entries.flatMap { entry in
            entry.keys.filter { $0.prefix == prefix }
                .map { Hint(key: $0.key.name, word: entry.hint ?? entry.name) }
        }
    }
}
