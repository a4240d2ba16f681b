import SESCore

extension State {
    /// Opens the list of the commonest values of a field under the present filter.
    mutating func openPick(_ field: PickField) -> [Effect] {
        pick = PickState(field: field)
        return [.count(field, questions.begin(.pick))]
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
        let condition = pick.field.condition(value)
        let narrowed = Query.and([query, leavesOut ? .not(condition) : condition])
        guard bar != nil else { return narrow(to: leavesOut ? .not(condition) : condition) }
        filter.show(FilterState.Version(query: narrowed, text: narrowed.text))
        bar?.isInGrid = false
        return filterChanged()
    }
}
