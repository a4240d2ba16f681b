import SESCore

extension State {
    /// Opens the statistics of the mails that are listed.
    mutating func openStatistics() -> [Effect] {
        guard rows.count > 0 else { return message.show("no mail is listed that could be counted") }
        statistics = StatisticsState()
        return recount()
    }

    /// Closes the statistics; a count that is under way is given up.
    mutating func closeStatistics() -> [Effect] {
        let isCounting = statistics?.isCounting ?? false
        statistics = nil
        questions.drop(.statistics)
        return isCounting && selection.pending == nil ? [.stopSelecting] : []
    }

    /// Asks for a count where statistics are open and the list has changed enough.
    mutating func recount() -> [Effect] {
        let isRead = !load.isRunning && !load.isReloading && selection.pending == nil
        let basis = StatisticsState.Basis(rows: rows.count, isRead: isRead)
        guard let statistics, statistics.isBehind(basis) else { return [] }
        let number = questions.begin(.statistics)
        self.statistics?.await(number, basis)
        return [.countStatistics(number)]
    }

    /// Takes a count; one that is not whole is followed by others.
    mutating func take(_ found: Statistics, number: Int, isWhole: Bool) -> [Effect] {
        statistics?.take(found, number: number, isWhole: isWhole)
        return recount()
    }

    /// Moves in the statistics, or narrows the filter to the chosen line.
    mutating func useStatistics(_ action: Action) -> [Effect] {
        let page = layout.overlayRows
        switch action {
        case .itemDown: statistics?.move(by: 1)
        case .itemUp: statistics?.move(by: -1)
        case .itemPageDown: statistics?.move(by: page)
        case .itemPageUp: statistics?.move(by: -page)
        case .firstItem: statistics?.move(by: -(1 << 32))
        case .lastItem: statistics?.move(by: 1 << 32)
        case .itemLeft: statistics?.moveAside(by: -1)
        case .itemRight: statistics?.moveAside(by: 1)
        case .nextSection: statistics?.moveSection(by: 1)
        case .previousSection: statistics?.moveSection(by: -1)
        case .runItem: return narrowToChosen()
        default: return closeStatistics()
        }
        return []
    }

    private mutating func narrowToChosen() -> [Effect] {
        guard let query = statistics?.chosen else {
            return message.show("no mail to narrow the list to")
        }
        return closeStatistics() + narrow(to: query)
    }
}
