import SESCore

extension State {
    /// Adds a condition to the filter.
    mutating func narrow(to query: Query) -> [Effect] {
        var changed = filter.filter
        for conjunct in query.conjuncts {
            guard case .term(.verdict(let check, let statuses)) = conjunct else {
                return message.show("the filter cannot ask for that; it knows verdicts alone")
            }
            let both = changed[check] == .any ? statuses : changed[check].intersection(statuses)
            changed[check] = both
        }
        filter.change(to: changed, text: changed.text)
        filterChanged(rewritesText: true)
        return []
    }
}
