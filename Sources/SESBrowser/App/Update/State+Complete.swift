import SESCore

extension State {
    /// Completes the word before the cursor of the filter bar; values that the log holds are counted first.
    mutating func completeFilter() -> [Effect] {
        guard let bar else { return [] }
        let completion = QueryCompletion(bar.editor.text, cursor: bar.editor.head.utf8.count)
        guard let field = completion.countedField else {
            put(completion, seen: [])
            return applyCompletion()
        }
        put(completion, seen: [])
        let others = (try? saved.read(completion.others(in: bar.editor.text))) ?? .all
        return applyCompletion()
            + [.count(field, under: others, questions.begin(.completion))]
    }

    /// Completes with values that were counted meanwhile.
    mutating func complete(with list: PickList) -> [Effect] {
        questions.drop(.completion)
        guard let bar else { return [] }
        let completion = QueryCompletion(bar.editor.text, cursor: bar.editor.head.utf8.count)
        guard let field = completion.countedField else { return [] }
        put(
            completion,
            seen: list.entries.map {
                SeenValue($0.text, count: $0.count, isDomain: field == .domain)
            })
        return applyCompletion()
    }

    private mutating func put(_ completion: QueryCompletion, seen: [SeenValue]) {
        let filters = saved.named
        let candidates = completion.candidates(seen: seen, filters: filters)
        if let replacement = completion.replacement(candidates), let text = bar?.editor.text {
            let (changed, cursor) = completion.put(replacement, into: text)
            bar?.editor.replace(with: changed, cursor: cursor)
        }
        bar?.candidates = candidates.count > 1 ? candidates : []
    }

    /// Applies the text; what was offered stays on the screen.
    private mutating func applyCompletion() -> [Effect] {
        let candidates = bar?.candidates ?? []
        let effects = applyBarText()
        bar?.candidates = candidates
        return effects
    }
}

extension QueryCompletion {
    /// A text without the term that is typed, so that its values are not counted under themselves.
    fileprivate func others(in text: String) -> String {
        let bytes = Array(text.utf8)
        let before = bytes.prefix(range.lowerBound)
        let ends = Array(" (|".utf8)
        let start = before.lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
        return String(
            decoding: bytes[..<start] + bytes.dropFirst(range.upperBound), as: UTF8.self)
    }

    /// Whose values in the log can complete the word; nil where the language has all words for it.
    fileprivate var countedField: PickField? {
        guard case .value(let field) = kind, case .text(let text) = field.kind else { return nil }
        switch text {
        case .any, .from: return stem.bytes.first == UInt8(ascii: "@") ? .domain : .sender
        case .domain: return .domain
        case .recipient: return .recipient
        case .source: return .source
        case .ip: return .ip
        default: return nil
        }
    }
}

extension SavedFilters {
    /// All filters with a name, to be offered.
    var named: [NamedFilter] {
        texts.keys.sorted().map { NamedFilter(name: $0, text: texts[$0] ?? "", meaning: "saved") }
            + Presets.all.filter { texts[$0.name] == nil }
    }
}
