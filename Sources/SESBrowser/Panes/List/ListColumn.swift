import SESCore

/// A column that the list can have.
struct ListColumn: Sendable {
    /// The word for it in `:columns` and in the settings.
    let name: String
    /// What it shows, for whoever chooses columns.
    let help: String
    /// When the column gives way on a narrow screen, as places in one order of all columns: at each it
    /// takes its next narrower width, at the last one it leaves. Empty where it stays to the end.
    let leaving: [Int]
    /// True where its text stands in the record alone, which is read again for rows on the screen.
    let needsRecord: Bool
    let room: @Sendable (TimeReading) -> Room
    let heading: @Sendable (State, _ columns: Int) -> String
    let cells: @Sendable (ListRow, _ columns: Int) -> ScreenLine

    /// How wide a column may be.
    enum Room: Hashable, Sendable {
        /// One of these widths, the widest first.
        case steps([Int])
        /// From the first to the second.
        case between(Int, Int)
        /// At least so many, and all that the others leave.
        case rest(Int)
    }

    /// A column whose heading and room are always the same.
    init(
        _ name: String, _ heading: String, _ help: String, room: Room, leaving: [Int] = [],
        needsRecord: Bool = false,
        cells: @escaping @Sendable (ListRow, _ columns: Int) -> ScreenLine
    ) {
        self.init(
            name: name, help: help, leaving: leaving, needsRecord: needsRecord, room: { _ in room },
            heading: { _, _ in heading }, cells: cells)
    }

    init(
        name: String, help: String, leaving: [Int], needsRecord: Bool,
        room: @escaping @Sendable (TimeReading) -> Room,
        heading: @escaping @Sendable (State, _ columns: Int) -> String,
        cells: @escaping @Sendable (ListRow, _ columns: Int) -> ScreenLine
    ) {
        self.name = name
        self.help = help
        self.leaving = leaving
        self.needsRecord = needsRecord
        self.room = room
        self.heading = heading
        self.cells = cells
    }
}

extension ListColumn: Hashable {
    static func == (left: ListColumn, right: ListColumn) -> Bool { left.name == right.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ListColumn {
    /// Every column, in the order in which they are offered.
    static let all: [ListColumn] = [
        .time, .verdicts, .author, .from, .source, .recipient, .ip, .policy, .action, .took, .file,
        .subject,
    ]

    /// The column of a name; nil where there is none.
    static func named(_ name: String) -> ListColumn? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

extension ListColumn.Room {
    /// The narrowest width after so many steps down; nil where the column has left by then.
    func least(after steps: Int) -> Int? {
        switch self {
        case .steps(let widths): steps < widths.count ? widths[steps] : nil
        case .between(let least, _), .rest(let least): steps == 0 ? least : nil
        }
    }

    /// How many columns more than the least are of use, besides those that nobody else wants.
    var growth: Int {
        if case .between(let least, let most) = self { return most - least }
        return 0
    }

    /// True where the column takes what is left.
    var takesRest: Bool {
        if case .rest = self { return true }
        return false
    }
}
