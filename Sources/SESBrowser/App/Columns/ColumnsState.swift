import SESCore

/// The columns of the list, and what is known of rows for those that need the record.
struct ColumnsState: Sendable {
    var choice = ColumnChoice.standard
    /// The open list in which columns are chosen.
    var editor: ColumnsEditor?
    var particulars = ParticularsCache()
}

extension ColumnsState {
    /// The columns as they are shown: while they are being chosen, those that are ticked.
    var shown: ColumnChoice { editor?.choice ?? choice }
}

extension State {
    /// The columns of a list of some width.
    func listColumns(in width: Int) -> ListColumns {
        ListColumns(width, choice: columns.shown, times: clock.reading)
    }

    /// The rows of the table that the list has on the screen, from the top down.
    var rowsOnScreen: [Int] {
        guard let visible = layout.listRows?.rows else { return [] }
        let end = min(list.top + visible, rows.count)
        return list.top < end ? (list.top..<end).map { rows[$0] } : []
    }
}
