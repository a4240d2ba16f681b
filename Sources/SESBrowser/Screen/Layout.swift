/// How the panes share the screen, as the person chose it.
enum LayoutChoice: UInt8, CaseIterable, Hashable, Sendable {
    /// By the size of the screen.
    case auto
    case stacked
    case sideBySide
    case listOnly
    case detailOnly
}

extension LayoutChoice {
    /// The name in messages.
    var name: String {
        switch self {
        case .auto: "by size"
        case .stacked: "stacked"
        case .sideBySide: "side by side"
        case .listOnly: "list only"
        case .detailOnly: "detail only"
        }
    }
}

/// Where each pane stands on the screen.
struct Layout: Hashable, Sendable {
    /// The rows and columns of the whole screen.
    let size: Size
    /// The grid of the open filter bar.
    private(set) var grid: Region?
    /// The rows of the list, its heading included.
    private(set) var list: Region?
    /// True where the first row of the list names the columns.
    private(set) var hasHeading = false
    /// The line with the names of the views, above the detail.
    private(set) var title: Region?
    /// The content of the detail.
    private(set) var detail: Region?
    /// The vertical rule between panes that stand side by side.
    private(set) var rule: Region?
    /// The line about the row under the cursor where there is no detail.
    private(set) var summary: Region?

    /// The layout of a screen, as chosen where there is room for the choice.
    ///
    /// The detail is larger than usual by `growth` rows, or pairs of columns.
    init(_ size: Size, choice: LayoutChoice, growth: Int, hasFilterGrid: Bool) {
        self.size = size
        guard !isTooSmall else { return }
        var body = Region(row: 1, column: 0, rows: size.rows - 2, columns: size.columns)
        if hasFilterGrid {
            // Of a low screen the checks, the decisions and the time with their heading get all but two.
            let rows = min(8, max(1, body.rows - 2))
            grid = Region(row: 1, column: 0, rows: rows, columns: size.columns)
            body = body.dropping(rows: rows)
        }
        switch Self.resolve(choice, body, hasFilterGrid: hasFilterGrid) {
        case .sideBySide: placeSideBySide(body, growth)
        case .detailOnly:
            title = Region(row: body.row, column: 0, rows: 1, columns: body.columns)
            detail = body.dropping(rows: 1)
        case .stacked: placeStacked(body, growth)
        case .auto, .listOnly: placeList(body, hasFilterGrid: hasFilterGrid)
        }
    }
}

extension Layout {
    /// The least screen that shows anything but a note.
    static let least = Size(rows: 4, columns: 20)

    /// True where the screen shows only that it is too small.
    var isTooSmall: Bool {
        size.rows < Self.least.rows || size.columns < Self.least.columns
    }

    /// The line that says what is shown.
    var top: Region { Region(row: 0, column: 0, rows: 1, columns: size.columns) }

    /// The line of hints, messages and prompts.
    var hint: Region {
        Region(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
    }

    /// Everything between the first and the last line.
    var body: Region {
        Region(row: 1, column: 0, rows: max(0, size.rows - 2), columns: size.columns)
    }

    /// The rows of the list that hold mails; nil where the list is not shown.
    var listRows: Region? { list?.dropping(rows: hasHeading ? 1 : 0) }

    private static func resolve(
        _ choice: LayoutChoice, _ body: Region, hasFilterGrid: Bool
    ) -> LayoutChoice {
        switch choice {
        case .auto:
            if body.columns >= 140, body.rows >= (hasFilterGrid ? 8 : 14) { return .sideBySide }
            return body.rows >= (hasFilterGrid ? 20 : 16) ? .stacked : .listOnly
        case .sideBySide:
            if body.columns >= 70, body.rows >= 4 { return .sideBySide }
            return body.rows >= 6 ? .stacked : .listOnly
        case .stacked: return body.rows >= 6 ? .stacked : .listOnly
        case .detailOnly: return body.rows >= 2 ? .detailOnly : .listOnly
        case .listOnly: return .listOnly
        }
    }

    private mutating func placeSideBySide(_ body: Region, _ growth: Int) {
        let left = min(max(body.columns * 55 / 100 - 2 * growth, 30), body.columns - 30)
        let right = Region(
            row: body.row, column: left + 1, rows: body.rows, columns: body.columns - left - 1)
        list = Region(row: body.row, column: 0, rows: body.rows, columns: left)
        hasHeading = true
        rule = Region(row: body.row, column: left, rows: body.rows, columns: 1)
        title = Region(row: right.row, column: right.column, rows: 1, columns: right.columns)
        detail = right.dropping(rows: 1)
    }

    private mutating func placeStacked(_ body: Region, _ growth: Int) {
        let rows = min(max((body.rows * 45 + 50) / 100 - growth, 2), body.rows - 3)
        list = Region(row: body.row, column: 0, rows: rows, columns: body.columns)
        hasHeading = rows >= 3
        let rest = body.dropping(rows: rows)
        title = Region(row: rest.row, column: 0, rows: 1, columns: rest.columns)
        detail = rest.dropping(rows: 1)
    }

    private mutating func placeList(_ body: Region, hasFilterGrid: Bool) {
        var rows = body
        if !hasFilterGrid, body.rows >= 3 {
            rows.rows -= 1
            summary = Region(row: body.row + rows.rows, column: 0, rows: 1, columns: body.columns)
        }
        list = rows
        hasHeading = rows.rows >= 9
    }
}
