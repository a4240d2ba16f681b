import SESCore

extension State {
    /// Moves the cursor of the list or the window of the detail.
    mutating func move(_ action: Action) -> [Effect] {
        if action != .nextMail, action != .previousMail, focus == .detail {
            scrollDetail(action)
            return []
        }
        list.wanted = nil
        let visible = max(1, layout.listRows?.rows ?? 1)
        let position = list.position
        switch action {
        case .nextRow, .nextMail: list.position += 1
        case .previousRow, .previousMail: list.position -= 1
        case .pageDown: turn(by: visible)
        case .pageUp: turn(by: -visible)
        case .halfPageDown: turn(by: max(1, visible / 2))
        case .halfPageUp: turn(by: -max(1, visible / 2))
        case .scrollDown: list.scroll(by: 1, count: rows.count, visible: visible)
        case .scrollUp: list.scroll(by: -1, count: rows.count, visible: visible)
        case .firstRow: list.position = 0
        case .lastRow: list.position = rows.count - 1
        case .scrollLeft: list.column = max(0, list.column - 8)
        case .scrollRight: list.column = min(504, list.column + 8)
        case .centreRow: list.top = position - visible / 2
        case .rowToTop: list.top = position
        case .rowToBottom: list.top = position - visible + 1
        default: break
        }
        return []
    }

    /// Puts the cursor on a row of the table, or the nearest that is shown.
    mutating func go(to row: Int) -> [Effect] {
        list.wanted = nil
        list.position = rows.nearestPosition(to: row)
        return settle()
    }

    /// Goes to the next row that is shown and has the status in any check.
    mutating func jump(to status: VerdictStatus, step: Int) -> [Effect] {
        var position = list.position + step
        while (0..<rows.count).contains(position) {
            let facts = table.facts(rows[position])
            if Check.allCases.contains(where: { facts[$0] == status }) {
                list.wanted = nil
                list.position = position
                return []
            }
            position += step
        }
        return message.show("no \(status.name) further \(step > 0 ? "down" : "up")")
    }

    /// Moves window and cursor together, so that the cursor keeps its place on the screen.
    private mutating func turn(by count: Int) {
        list.position = max(0, min(list.position + count, rows.count - 1))
        list.top += count
    }

    private mutating func scrollDetail(_ action: Action) {
        let page = max(1, (layout.detail?.rows ?? 1))
        switch action {
        case .nextRow, .scrollDown: detail.top += 1
        case .previousRow, .scrollUp: detail.top -= 1
        case .pageDown: detail.top += max(1, page - 1)
        case .pageUp: detail.top -= max(1, page - 1)
        case .halfPageDown: detail.top += max(1, page / 2)
        case .halfPageUp: detail.top -= max(1, page / 2)
        case .firstRow: detail.top = 0
        case .lastRow: detail.top = detail.document?.rowCount ?? 0
        default: break
        }
    }
}
