import SESCore

/// The open filter bar: a text and a grid that are two views of one filter.
struct FilterBar: Sendable {
    /// The statuses in the order of the grid's columns.
    static let statuses: [VerdictStatus] = [
        .pass, .gray, .fail, .processingFailed, .disabled, .missing, .other,
    ]

    var editor: LineEditor
    var recall = Recall()
    /// What fits the word that is typed, since Tab was pressed.
    var candidates: [QueryCandidate] = []
    /// True where the keys go to the grid.
    var isInGrid = false
    /// The line of the grid's cursor, as an index into ``FilterGrid/lines``.
    var row = 0
    /// The cell of that line.
    var column = 2
    /// The filter when the bar was opened.
    let before: FilterState.Version
    /// Where reading the text stopped; the last good filter is in force.
    var error: QueryError?
    /// True where the text ends like the name of a field and is not applied yet.
    var isHalfTyped = false
    /// What each cell would show; nil until that is counted.
    var facets: FacetCounts?

    /// A bar for a filter as it stands.
    init(_ version: FilterState.Version) {
        before = version
        editor = LineEditor(version.text)
    }
}

extension FilterBar {
    /// The cell under the cursor.
    var cell: FilterGrid.Cell { FilterGrid.lines[row][column] }

    /// Moves the grid's cursor to another line, or out of the grid at its top.
    mutating func moveLine(by step: Int) {
        guard row + step >= 0 else {
            isInGrid = false
            return
        }
        row = min(row + step, FilterGrid.lines.count - 1)
        column = min(column, FilterGrid.lines[row].count - 1)
    }

    /// Moves the grid's cursor along its line.
    mutating func moveCell(by step: Int) {
        column = max(0, min(column + step, FilterGrid.lines[row].count - 1))
    }
}

/// What the grid of the filter bar consists of.
enum FilterGrid {
    /// A place in the grid.
    enum Cell: Hashable, Sendable {
        case status(Check, VerdictStatus)
        /// What mails were decided to be.
        case triage(RowMark.Decided)
        /// How old mails may be; nil for any age.
        case time(TimeChip?)
        case pick(PickField)
    }

    /// A line for each check, one for decisions, and one for the time and the lists to pick from.
    static let lines: [[Cell]] =
        Check.allCases.map { check in FilterBar.statuses.map { .status(check, $0) } }
        + [RowMark.Decided.allCases.map { .triage($0) }, times + picks]

    /// The cells of the time.
    static let times: [Cell] = TimeChip.allCases.map { .time($0) } + [.time(nil)]

    /// The fields whose values are listed.
    private static let picks: [Cell] = [
        .pick(.sender), .pick(.domain), .pick(.recipient), .pick(.ip),
    ]
}
