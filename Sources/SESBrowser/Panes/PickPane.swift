import SESCore

/// The list of the commonest values of a field, over the panes.
struct PickPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let pick = state.pick else { return }
        let body = layout.body
        var heading = ScreenLine("    MAILS  \(pick.field.heading)", .columnHeading)
        heading.append(remark(pick), .columnHeading)
        heading.cut(to: body.columns)
        grid.draw(heading, row: 0, in: body, theme: theme)
        let rows = body.dropping(rows: 1)
        guard let list = pick.list else {
            return grid.draw(ScreenLine(" counting"), row: 0, in: rows, theme: theme)
        }
        if list.entries.isEmpty {
            grid.draw(ScreenLine(" no mail tells one"), row: 0, in: rows, theme: theme)
        }
        for row in 0..<rows.rows where pick.cursor.top + row < list.entries.count {
            let position = pick.cursor.top + row
            let entry = list.entries[position]
            let isChosen = position == pick.cursor.position
            var line = ScreenLine(isChosen ? ">" : " ")
            line.append(number: Count(entry.count).fitting(7), columns: 8)
            line.append("  ")
            line.append(
                Gate.glyphs(
                    of: Gate.visible(entry.text.bytes), in: max(0, rows.columns - line.columns),
                    cut: .address))
            grid.draw(line, row: row, in: rows, theme: theme, bar: isChosen ? 9 : 0)
        }
    }

    private func remark(_ pick: PickState) -> String {
        guard let list = pick.list else { return "" }
        let more =
            list.isCapped ? ", the commonest of the first \(Count(list.distinctCount).grouped)" : ""
        return " under the filter: \(Count(list.distinctCount).grouped) different\(more)"
    }
}

extension PickField {
    /// The heading of the list.
    fileprivate var heading: String {
        switch self {
        case .sender: "SENDERS"
        case .domain: "DOMAINS OF SENDERS"
        case .recipient: "ENVELOPE RECIPIENTS"
        case .source: "ENVELOPE SENDERS"
        case .ip: "ADDRESSES OF CLIENTS"
        }
    }
}
