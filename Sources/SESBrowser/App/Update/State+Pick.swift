import SESCore

extension State {
    /// Opens the list of the commonest values of a field under the present filter.
    mutating func openPick(_ field: PickField) -> [Effect] {
        pick = PickState(field: field)
        return [.count(field, under: query, questions.begin(.pick))]
    }

    /// Takes the values that were counted, for the open list or for the word that is typed.
    mutating func take(_ list: PickList, number: Int) -> [Effect] {
        if questions.isLatest(number, .pick) { pick?.list = list }
        let effects = questions.isLatest(number, .completion) ? complete(with: list) : []
        return effects + settle()
    }

    /// Narrows the filter to the chosen value, or leaves it out.
    mutating func takePick(leavesOut: Bool) -> [Effect] {
        guard let pick, let value = pick.chosen else { return [] }
        self.pick = nil
        let held = pick.field.condition(value)
        let condition = leavesOut ? Query.not(held) : held
        guard bar != nil else { return narrow(to: condition) }
        let narrowed = query.narrowed(to: condition)
        filter.show(FilterState.Version(query: narrowed, text: narrowed.text))
        bar?.isInGrid = false
        return filterChanged()
    }
}
