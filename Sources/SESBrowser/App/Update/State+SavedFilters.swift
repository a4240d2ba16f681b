import SESCore

extension State {
    /// Takes what earlier runs have kept.
    mutating func take(_ files: FilterFiles) {
        saved = SavedFilters(files.saved)
        filter.history = Array(files.history.suffix(FilterState.longestHistory))
    }

    /// Does what `:filter …` says: sets a filter, or saves or deletes one by its name.
    mutating func runFilter(_ words: String) -> [Effect] {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return setFilter(words) }
        switch parts[0] {
        case "save": return save(as: Self.bareName(parts[1]))
        case "delete": return delete(Self.bareName(parts[1]))
        default: return setFilter(words)
        }
    }

    private mutating func save(as name: String) -> [Effect] {
        guard SavedFilters.isName(name) else {
            return message.show(
                "a name is letters, digits, - _ and ., at most 64: \(name)", isError: true)
        }
        guard query != .all else {
            return message.show("there is no filter to save", isError: true)
        }
        let replaced = saved.texts[name] != nil
        saved.save(query.text, as: name)
        return [.keep(.save(query.text, as: name))]
            + message.show("@\(name) \(replaced ? "now stands" : "stands") for \(query.text)")
    }

    private mutating func delete(_ name: String) -> [Effect] {
        guard saved.delete(name) else {
            return message.show("no saved filter is called \(name)", isError: true)
        }
        return [.keep(.delete(name))] + message.show("@\(name) is deleted")
    }

    private static func bareName(_ name: String) -> String {
        name.hasPrefix("@") ? String(name.dropFirst()) : name
    }
}
