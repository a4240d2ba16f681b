/// Which action a key has in a context, made from ``ActionTable``.
struct Keymap: Sendable {
    private let actions: [Place: Action]
    private let prefixes: Set<Place>

    private struct Place: Hashable {
        let context: UInt16
        let keys: KeySequence
    }
}

extension Keymap {
    /// The keys that the table gives.
    static let standard = Keymap(ActionTable.entries)

    /// The keymap of a list of actions; where a key stands twice in a context, the first counts.
    init(_ entries: [ActionEntry]) {
        var actions: [Place: Action] = [:]
        var prefixes: Set<Place> = []
        for entry in entries {
            for context in Contexts.each where entry.contexts.contains(context) {
                for keys in entry.keys where keys.isBinding(in: context) {
                    let place = Place(context: context.rawValue, keys: keys)
                    if actions[place] == nil { actions[place] = entry.action }
                    guard let prefix = keys.prefix else { continue }
                    prefixes.insert(
                        Place(context: context.rawValue, keys: KeySequence(prefix)))
                }
            }
        }
        self.actions = actions
        self.prefixes = prefixes
    }

    /// The action of a key; nil where the key is not bound.
    func action(_ keys: KeySequence, in context: Contexts) -> Action? {
        actions[Place(context: context.rawValue, keys: keys)]
    }

    /// True where the key waits for another one.
    func isPrefix(_ key: Key, in context: Contexts) -> Bool {
        prefixes.contains(Place(context: context.rawValue, keys: KeySequence(key)))
    }
}

extension KeySequence {
    /// True where the keys can stand for an action: where letters are text, a letter cannot.
    func isBinding(in context: Contexts) -> Bool {
        guard !context.isDisjoint(with: .typing), case .character = prefix ?? key else {
            return true
        }
        return false
    }
}
