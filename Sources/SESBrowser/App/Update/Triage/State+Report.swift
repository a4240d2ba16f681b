import SESCore

extension State {
    /// Opens the report on the mails that are listed.
    mutating func openReport() -> [Effect] {
        guard rows.count > 0 else { return message.show("no mail is listed to report on") }
        report = ReportState()
        return []
    }

    /// Asks for a count where the report is open and something has changed.
    mutating func followReport() -> [Effect] {
        let isRead = !load.isRunning && !load.isReloading && selection.pending == nil
        let basis = ReportState.Basis(
            rows: rows.count, isRead: isRead, marks: triage.marks.version)
        guard let report, report.isBehind(basis) else { return [] }
        let number = questions.begin(.report)
        self.report?.await(number, basis)
        return [.countReport(number)]
    }

    /// What the thread beside the screen is asked for a report.
    var reportQuestion: Question.Kind {
        let presets = Presets.names.compactMap { name in
            (try? saved.read("@\(name)")).map { TriedFilter(name: RawText("@\(name)"), query: $0) }
        }
        return .report(on: rows, triage.marks, trying: presets)
    }

    /// Moves in the report, or narrows the filter to what is chosen.
    mutating func useReport(_ action: Action) -> [Effect] {
        let page = layout.overlayRows
        switch action {
        case .itemDown: report?.move(by: 1)
        case .itemUp: report?.move(by: -1)
        case .itemPageDown: report?.move(by: page)
        case .itemPageUp: report?.move(by: -page)
        case .firstItem: report?.move(by: -(1 << 32))
        case .lastItem: report?.move(by: 1 << 32)
        case .itemLeft: report?.moveAside(by: -1)
        case .itemRight: report?.moveAside(by: 1)
        case .runItem: return narrowToReported()
        default: return closeReport()
        }
        return []
    }

    /// Closes the report; a count that is under way is given up.
    private mutating func closeReport() -> [Effect] {
        let isCounting = report?.isCounting ?? false
        report = nil
        questions.drop(.report)
        return isCounting && selection.pending == nil ? [.stopSelecting] : []
    }

    private mutating func narrowToReported() -> [Effect] {
        guard let choice = report?.choice else {
            return message.show("no mail to narrow the list to")
        }
        do throws(QueryError) {
            guard let query = try choice.query(saved) else {
                return message.show("no query tells mails without a sender")
            }
            return closeReport() + narrow(to: query)
        } catch {
            return message.show(error.text, isError: true)
        }
    }
}

extension ReportState.Choice {
    /// The condition as it is typed; nil for a domain, which may be any bytes.
    var text: String? {
        switch self {
        case .decided(let check, let status, let decision):
            "\(Query.term(.verdict(check, StatusSet(status))).text) is:\(decision.word)"
        case .disagreement(let name): "(\(name) is:ham) | (-\(name) is:spam)"
        case .domain: nil
        }
    }

    /// The condition that leaves these mails alone; nil where no query tells them.
    func query(_ saved: SavedFilters) throws(QueryError) -> Query? {
        if let text { return try saved.read(text) }
        guard case .domain(let domain) = self else { return nil }
        return RankedField.domain.query(domain)
    }
}
