import SESCore

extension State {
    /// Moves in the grid of the filter bar, ticks a cell or opens a list to pick from.
    mutating func useGrid(_ action: Action) -> [Effect] {
        switch action {
        case .enterGrid: bar?.isInGrid = true
        case .leaveGrid: bar?.isInGrid = false
        case .gridUp: bar?.moveLine(by: -1)
        case .gridDown: bar?.moveLine(by: 1)
        case .gridLeft: bar?.moveCell(by: -1)
        case .gridRight: bar?.moveCell(by: 1)
        case .toggleCell: return useCell()
        default: break
        }
        return []
    }

    /// Does what Enter does in the grid: opens the list of a cell that has one, else keeps the filter.
    mutating func acceptCell() -> [Effect] {
        if case .pick(let field) = bar?.cell { return openPick(field) }
        return keepFilter()
    }

    private mutating func useCell() -> [Effect] {
        guard let cell = bar?.cell else { return [] }
        let changed: Query
        switch cell {
        case .status(let check, let status):
            let ticked = query.verdictFilter[check].symmetricDifference(StatusSet(status))
            changed = query.replacing(check, ticked)
        case .triage(let decided):
            let ticked = query.triageFilter.symmetricDifference(DecidedSet(decided))
            changed = query.replacing(triage: ticked)
        case .time(let chip): changed = query.replacing(timeChip: chip)
        case .pick(let field): return openPick(field)
        }
        filter.show(FilterState.Version(query: changed, text: changed.text))
        return filterChanged()
    }
}
