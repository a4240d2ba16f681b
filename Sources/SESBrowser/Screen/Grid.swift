import SESCore

/// What the screen is to show: rows of cells, made by the panes and shown by the terminal.
struct Grid: Hashable, Sendable {
    let size: Size
    private var cells: [Cell]
    /// Where the terminal's own cursor stands, for screen readers and prompts.
    var cursor: Point?
    /// True where the terminal's cursor is to be seen, as in a prompt.
    var showsCursor = false

    init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.rows * size.columns)
    }
}

/// Rows and columns of a screen or a part of it, never negative.
struct Size: Hashable, Sendable {
    var rows: Int
    var columns: Int
}

/// A place on the screen, counted from 0 at the top left.
struct Point: Hashable, Sendable {
    var row: Int
    var column: Int
}

/// One cell of the screen.
struct Cell: Hashable, Sendable {
    /// The scalar that stands here; 0 in the right half of a wide one.
    var scalar: UInt32
    /// Up to four combining marks; zero where there is none.
    var marks: SIMD4<UInt32> = .zero
    var style: Style = .plain

    static let blank = Cell(scalar: 0x20)
}

extension Grid {
    /// The cells of a row, from left to right.
    func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The cell at a place on the screen.
    subscript(row: Int, column: Int) -> Cell {
        get { cells[row * size.columns + column] }
        set { cells[row * size.columns + column] = newValue }
    }
}
