import SESCore

/// Everything that the screen depends on.
///
/// Changed only by ``handle(_:)``, ``update(_:)`` and ``receive(_:)``, each of which returns what
/// is to be done outside; ``render(_:theme:size:)`` turns it into cells.
struct State: Sendable {
    var size: Size
    var table: EventTable
    /// How often the files were read anew.
    var reading = 0
    /// The rows that the list shows.
    var rows = ShownRows(all: 0)
    /// The order of the rows.
    var order = RowOrder.reading
    /// What the thread that picks the rows is asked.
    var selection = SelectionState()
    /// What else that thread is asked.
    var questions = Questions()
    /// What rows say that the index skips, as far as it was asked for.
    var late = LateColumns()
    /// Which rows tell of the same mail; empty until that is found out.
    var deliveries = Deliveries()
    /// True where each delivery has a row of its own.
    var isUnfolded = false
    var list = ListState()
    var detail = DetailState()
    var filter = FilterState()
    var search = SearchState()
    var message = MessageState()
    var load = LoadState()
    var panes = PanesState()
    var pending = PendingKeys()
    /// The filters that have a name.
    var saved = SavedFilters()
    var clock = ClockState()
    var triage = TriageState()
    var columns = ColumnsState()
    var copy = CopyState()
    var export = ExportState()
    /// True where the person may write no files and start no programs.
    var isRestricted = false
    /// The open filter bar.
    var bar: FilterBar?
    /// The open list to pick a value from.
    var pick: PickState?
    /// In what the mail that is being read is to be compared with others.
    var awaitedLikeness: Likeness?
    /// The open prompt.
    var prompt: PromptState?
    /// The open help.
    var help: HelpState?
    /// The open list of what is no mail.
    var regions: RegionsState?
    /// The open statistics.
    var statistics: StatisticsState?
    /// The open report.
    var report: ReportState?
    /// The open menu of commands for AWS.
    var handOver: HandOverState?
    /// True while that menu waits for the mail under the cursor.
    var awaitsHandOver = false
    /// Commands that were run, oldest first.
    var commandHistory: [String] = []

    /// The state at the start: nothing is read yet.
    init(size: Size, table: EventTable = EventTable(), filter: FilterState.Version? = nil) {
        self.size = size
        self.table = table
        if let filter { self.filter.show(filter) }
        rows = ShownRows(all: table.count)
    }
}

/// Which pane has the keys and how the panes share the screen.
struct PanesState: Hashable, Sendable {
    /// A pane that takes movement keys.
    enum Pane: Hashable, Sendable {
        case list
        case detail
    }

    var focus = Pane.list
    var choice = LayoutChoice.auto
    /// True while the detail has the whole screen.
    var isZoomed = false
    /// By how many steps the detail is larger than usual; negative where it is smaller.
    var growth = 0
}

/// Keys that wait for another one.
struct PendingKeys: Hashable, Sendable {
    /// What the next key completes.
    enum Wait: Hashable, Sendable {
        case prefix(Key)
        case setBookmark
        case jumpToBookmark
        /// Whether a file may be replaced.
        case overwrite
        /// Whether many mails are to be decided at once.
        case bulk(Decision, [Int])
        /// Whether a step is to be saved although somebody else decided meanwhile.
        case overtaken(DecisionID)
        /// Whether to leave with decisions that are not saved.
        case leaving
        /// Whether an export may replace a file.
        case replaceExport
    }

    var wait: Wait?
    /// True once the keys that may follow are shown.
    var isShown = false
    var token = 0

    /// Waits for the answer to a question, which stands in the message; no list of keys covers it.
    mutating func ask(_ question: Wait) {
        wait = question
        isShown = false
        token += 1
    }
}

extension State {
    /// Where the panes stand.
    var layout: Layout {
        Layout(
            size, choice: panes.isZoomed ? .detailOnly : panes.choice, growth: panes.growth,
            hasFilterGrid: bar != nil)
    }

    /// The pane that the movement keys go to.
    var focus: PanesState.Pane {
        let layout = layout
        if layout.detail == nil { return .list }
        return layout.list == nil ? .detail : panes.focus
    }

    /// The row of the table under the cursor; nil where the list is empty.
    var cursorRow: Int? { rows.count > 0 ? rows[min(list.position, rows.count - 1)] : nil }

    /// What the keys mean now.
    var context: Contexts {
        if help != nil { return .help }
        if regions != nil { return .regions }
        if pick != nil { return .pick }
        if statistics != nil { return .statistics }
        if report != nil { return .report }
        if handOver != nil { return .handOver }
        if columns.editor != nil { return .columns }
        if prompt != nil { return .prompt }
        guard let bar else { return .main }
        return bar.isInGrid ? .filterGrid : .filterText
    }

    /// Brings every part back into its bounds and lets the detail follow the cursor.
    mutating func settle() -> [Effect] {
        let layout = layout
        list.position = max(0, min(list.position, rows.count - 1))
        if let visible = layout.listRows?.rows {
            list.settle(count: rows.count, visible: visible, jumps: layout.rule != nil)
        }
        if let row = cursorRow { list.anchor = row }
        help?.settle(rows: layout.overlayRows)
        pick?.settle(rows: layout.overlayRows)
        regions?.settle(
            table, rows: layout.overlayRows, foot: layout.footRows, columns: size.columns)
        statistics?.settle(rows: layout.overlayRows, columns: size.columns)
        report?.settle(rows: layout.overlayRows)
        handOver?.settle(rows: layout.overlayRows, columns: size.columns)
        columns.editor?.settle(rows: layout.overlayRows - layout.columnsSample)
        let effects =
            followReport()
            + (columns.shown.needsRecords ? columns.particulars.follow(rowsOnScreen) : [])
        guard let pane = layout.detail else { return effects }
        // Until a reload has found the mail again, the one on the screen stays there.
        let following = list.wanted == nil ? detail.follow(cursorRow) : []
        let more = detail.followContent() + describeDue()
        detail.settle(rows: pane.rows, columns: pane.columns)
        return effects + following + more
    }
}

extension Layout {
    /// The rows of an overlay below its heading.
    var overlayRows: Int { max(1, body.rows - 1) }

    /// The rows at the foot of a list that tell all about its chosen line, where there is room.
    var footRows: Int { body.rows >= 6 ? 2 : 0 }
}
