/// The open list in which columns are chosen and put in order.
struct ColumnsEditor: Hashable, Sendable {
    /// All columns, those that are shown before the others as long as none is moved.
    private(set) var entries: [Entry]
    var cursor = ListCursor()

    /// A column, and whether it is ticked.
    struct Entry: Hashable, Sendable {
        let column: ListColumn
        var isShown: Bool
    }

    /// The list for a choice as it stands.
    init(_ choice: ColumnChoice) { entries = Self.entries(choice) }
}

extension ColumnsEditor {
    /// What is ticked.
    var choice: ColumnChoice { ColumnChoice(entries.filter(\.isShown).map(\.column)) }

    /// True where nothing is ticked.
    var isEmpty: Bool { !entries.contains(where: \.isShown) }

    /// Ticks or unticks the column under the cursor.
    mutating func toggle() { entries[cursor.position].isShown.toggle() }

    /// Moves the cursor by lines.
    mutating func move(cursorBy count: Int) {
        cursor.position = max(0, min(cursor.position + count, entries.count - 1))
    }

    /// Keeps the cursor on a page of so many rows.
    mutating func settle(rows: Int) { cursor.settle(count: entries.count, rows: rows) }

    /// Moves the column under the cursor by one place, and the cursor with it.
    mutating func move(by step: Int) {
        let target = cursor.position + step
        guard entries.indices.contains(target) else { return }
        entries.swapAt(cursor.position, target)
        cursor.position = target
    }

    /// Goes back to the columns that the list has where nobody chooses.
    mutating func reset() { entries = Self.entries(.standard) }

    private static func entries(_ choice: ColumnChoice) -> [Entry] {
        let shown = choice.columns
        return shown.map { Entry(column: $0, isShown: true) }
            + ListColumn.all.filter { !shown.contains($0) }
            .map { Entry(column: $0, isShown: false) }
    }
}
