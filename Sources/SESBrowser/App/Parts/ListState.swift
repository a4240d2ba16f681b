import SESCore

/// Where the cursor and the window of the list stand.
struct ListState: Hashable, Sendable {
    /// The position of the cursor among the rows that are shown.
    var position = 0
    /// The position of the first row on the screen.
    var top = 0
    /// How many columns of the subject are scrolled out on the left.
    var column = 0
    /// The row of the table under the cursor, or the last one there was.
    var anchor: Int?
    /// The row under the cursor before the same check was stepped again and again.
    var stepAnchor: Int?
    /// The mail that a reload is to find again.
    var wanted: Wanted?
    /// Rows of the table by the letter of their bookmark.
    var bookmarks: [Unicode.Scalar: Int] = [:]

    /// A mail by its key, and where it stood.
    struct Wanted: Hashable, Sendable {
        let key: UInt64
        let position: Int
        /// How many rows below the top of the window.
        let offset: Int
        /// The row of the table, once it was found there.
        var row: Int?
    }
}

extension ListState {
    /// Brings cursor and window back into the list.
    ///
    /// - Parameters:
    ///   - count: How many rows are shown.
    ///   - visible: How many of them fit on the screen.
    ///   - jumps: True where the window moves by half a page at the edge, because the terminal
    ///     cannot scroll half of its width.
    mutating func settle(count: Int, visible: Int, jumps: Bool) {
        position = max(0, min(position, count - 1))
        let visible = max(1, visible)
        let step = jumps ? visible / 2 : 0
        if position < top - visible || position >= top + 2 * visible {
            // After a far jump what stands around the row is worth seeing.
            top = position - visible / 2
        } else if position < top {
            top = min(position, top - step)
        } else if position >= top + visible {
            top = max(position - visible + 1, jumps ? top + step : 0)
        }
        top = max(0, min(top, count - visible))
    }

    /// Has the cursor go to a row when the rows are picked that are to be shown, so many rows below the top
    /// of the window, or at its present height.
    mutating func want(_ row: Int, of table: EventTable, below offset: Int? = nil) {
        wanted = Wanted(
            key: table[row].mailKey, position: position, offset: offset ?? position - top,
            row: row)
    }

    /// Puts the cursor on a position as far below the top as it was before a reload.
    mutating func restore(_ wanted: Wanted, at position: Int) {
        self.wanted = nil
        self.position = position
        top = position - wanted.offset
    }

    /// Scrolls the window; the cursor moves only where it would leave the window.
    mutating func scroll(by rows: Int, count: Int, visible: Int) {
        top = max(0, min(top + rows, count - max(1, visible)))
        position = max(top, min(position, top + max(1, visible) - 1))
    }
}
