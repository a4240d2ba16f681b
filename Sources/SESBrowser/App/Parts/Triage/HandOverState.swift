import SESCore

/// The open menu of commands that take a decision to AWS.
struct HandOverState: Sendable {
    /// The commands for one mail; some cannot be made of it.
    let items: [HandOver]
    /// The chosen command.
    private(set) var position = 0
    /// The first row on the screen.
    private(set) var top = 0
    /// The rows for the width of the screen.
    private(set) var lines = HandOverLines([], columns: 1)

    init(_ items: [HandOver]) { self.items = items }
}

extension HandOverState {
    /// The chosen command.
    var chosen: HandOver? { items.indices.contains(position) ? items[position] : nil }

    /// Lays the commands out for a screen and keeps the window in them.
    mutating func settle(rows: Int, columns: Int) {
        if lines.columns != columns {
            lines = HandOverLines(items, columns: columns)
            show(rows: rows)
        }
        top = max(0, min(top, lines.rows.count - rows))
    }

    /// Moves by commands; one that is longer than the screen is scrolled through first.
    mutating func move(by count: Int, rows: Int) {
        let range = lines.range(of: position)
        if count == 1, range.upperBound > top + rows {
            top = min(top + max(1, rows - 1), range.upperBound - rows)
        } else if count == -1, range.lowerBound < top {
            top = max(top - max(1, rows - 1), range.lowerBound)
        } else {
            position = max(0, min(position + count, items.count - 1))
            show(rows: rows)
        }
    }

    private mutating func show(rows: Int) {
        let range = lines.range(of: position)
        if range.upperBound > top + rows { top = range.upperBound - rows }
        if range.lowerBound < top { top = range.lowerBound }
    }
}
