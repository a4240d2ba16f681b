import SESCore

extension State {
    /// Steps the condition on a check, on decisions or on the time.
    mutating func step(_ chip: FilterState.Chip) -> [Effect] {
        let anchor = filter.isStepping(chip) ? list.stepAnchor : list.anchor
        switch chip {
        case .check(let check): filter.step(check)
        case .triage: filter.stepTriage()
        case .time: filter.stepTime()
        }
        let effects = filterChanged(home: anchor)
        list.stepAnchor = anchor
        return effects
    }

    /// Clears the filter or swaps it with the previous one.
    mutating func changeFilter(_ action: Action) -> [Effect] {
        if action == .clearFilter {
            filter.change(to: .all, text: "")
        } else if !filter.swap() {
            return message.show("there is no other filter to go back to")
        }
        return filterChanged()
    }

    /// Sets the filter from a text; one that cannot be read changes nothing.
    mutating func setFilter(_ text: String) -> [Effect] {
        do throws(QueryError) {
            filter.change(to: try saved.read(text), text: text)
        } catch {
            return message.show(error.text, isError: true)
        }
        return filterChanged() + keepHistory()
    }

    /// Adds a condition to the filter, which is a change of its own.
    mutating func narrow(to condition: Query) -> [Effect] {
        let narrowed = query.narrowed(to: condition)
        guard narrowed != query else { return message.show("the filter says so already") }
        filter.change(to: narrowed, text: narrowed.text)
        return filterChanged() + keepHistory()
    }

    /// Follows a change of the filter that was not typed into the bar.
    mutating func filterChanged(home: Int? = nil) -> [Effect] {
        list.stepAnchor = nil
        bar?.editor.replace(with: filter.text)
        bar?.error = nil
        bar?.candidates = []
        return select(home: home)
    }

    /// Applies the text of the bar after it has changed; a text that cannot be read leaves the
    /// last good filter in force, and so does one that ends like the name of a field, until it is
    /// finished.
    mutating func applyBarText(isFinished: Bool = false) -> [Effect] {
        guard let editor = bar?.editor else { return [] }
        let text = editor.text
        bar?.candidates = []
        bar?.isHalfTyped = !isFinished && editor.endsLikeField
        guard bar?.isHalfTyped == false else {
            bar?.error = nil
            return []
        }
        do throws(QueryError) {
            let parsed = try saved.read(text)
            bar?.error = nil
            let isOther = parsed != query
            filter.show(FilterState.Version(query: parsed, text: text))
            list.stepAnchor = nil
            return isOther ? select() : []
        } catch {
            bar?.error = error
            return []
        }
    }

    /// Opens the filter bar.
    mutating func openBar() -> [Effect] {
        bar = FilterBar(filter.version)
        return select(.growth)
    }

    /// Closes the bar and keeps its filter, if its text can be read.
    mutating func keepFilter() -> [Effect] {
        guard let before = bar?.before else { return [] }
        let effects = bar?.isHalfTyped == true ? applyBarText(isFinished: true) : []
        if let error = bar?.error {
            return message.show(error.text, isError: true)
        }
        bar = nil
        filter.keep(before)
        return effects + keepHistory()
    }

    /// Closes the bar and brings back the filter from before.
    mutating func restoreFilter() -> [Effect] {
        guard let before = bar?.before else { return [] }
        bar = nil
        guard before != filter.version else { return [] }
        filter.show(before)
        return filterChanged()
    }

    /// Has the filter that was typed written down for the next start.
    mutating func keepHistory() -> [Effect] {
        filter.text.isEmpty ? [] : [.keep(.remember(filter.text))]
    }
}

extension Query {
    /// The query with a condition that has to hold too, unless it stands there already.
    func narrowed(to condition: Query) -> Query {
        let missing = condition.conjuncts.filter { !conjuncts.contains($0) }
        return .and([self] + missing)
    }
}

extension QueryError {
    /// Where reading stopped and what was expected, for a person.
    var text: String { "stopped at \(offset + 1): \(message)" }
}

extension LineEditor {
    /// True where the cursor stands at the end of what may become the name of a field.
    fileprivate var endsLikeField: Bool {
        guard cursor == scalars.count else { return false }
        let completion = QueryCompletion(text)
        return completion.kind == .field && !completion.stem.isEmpty
            && !completion.candidates().isEmpty
    }
}
