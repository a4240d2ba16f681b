import SESCore

/// The open filter bar: a text and a grid that are two views of one filter.
struct FilterBar: Sendable {
    /// The statuses in the order of the grid's columns.
    static let statuses: [VerdictStatus] = [
        .pass, .gray, .fail, .processingFailed, .disabled, .missing, .other,
    ]

    var editor: LineEditor
    var recall = Recall()
    /// Words that fit what is typed, since Tab was pressed.
    var candidates: [String] = []
    /// True where the keys go to the grid.
    var isInGrid = false
    /// The check under the grid's cursor.
    var row = 0
    /// The status under the grid's cursor, as an index into ``statuses``.
    var column = 2
    /// The filter when the bar was opened.
    let before: FilterState.Version
    /// Where reading the text stopped; the last good filter is in force.
    var error: QueryError?
    private(set) var facets = Facets()
    private var histogram = StatusHistogram()

    /// A bar for a filter as it stands.
    init(_ version: FilterState.Version) {
        before = version
        editor = LineEditor(version.text)
    }
}

extension FilterBar {
    /// The check under the cursor.
    var check: Check { Check.allCases[row] }

    /// The status under the cursor.
    var status: VerdictStatus { Self.statuses[column] }

    /// Forgets what was counted, because other rows are folded now.
    mutating func forgetCounts() { histogram = StatusHistogram() }

    /// Counts anew after the filter or the table has changed.
    mutating func count(_ table: EventTable, _ filter: VerdictFilter, folds: Deliveries) {
        if histogram.scanned == 0 || histogram.scanned > table.count {
            histogram = StatusHistogram(folds: folds)
        }
        histogram.extend(to: table)
        facets = histogram.facets(filter)
    }
}
