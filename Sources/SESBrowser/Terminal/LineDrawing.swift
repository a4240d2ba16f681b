/// How the rules and borders of a grid are joined.
///
/// Panes draw with `-`, `|` and `+`. Which corner or tee a `+` stands for follows from the lines
/// around it, so that a pane need not know what its neighbours draw.
enum LineDrawing {
    /// A row of the grid, its line cells replaced by box-drawing scalars.
    static func row(_ row: Int, of grid: Grid) -> [Cell] {
        var cells = Array(grid.row(row))
        for column in cells.indices where cells[column].style.attributes.contains(.line) {
            cells[column].scalar = glyph(row, column, in: grid)
        }
        return cells
    }

    private static func glyph(_ row: Int, _ column: Int, in grid: Grid) -> UInt32 {
        switch grid[row, column].scalar {
        case dash: return 0x2500
        case bar: return 0x2502
        case plus: break
        default: return grid[row, column].scalar
        }
        var arms: Arms = []
        if joins(row - 1, column, in: grid, with: bar) { arms.insert(.up) }
        if joins(row + 1, column, in: grid, with: bar) { arms.insert(.down) }
        if joins(row, column - 1, in: grid, with: dash) { arms.insert(.left) }
        if joins(row, column + 1, in: grid, with: dash) { arms.insert(.right) }
        return arms.glyph
    }

    /// True where the cell is a line that comes from the direction in which `stroke` runs.
    private static func joins(
        _ row: Int, _ column: Int, in grid: Grid, with stroke: UInt32
    ) -> Bool {
        guard row >= 0, row < grid.size.rows, column >= 0, column < grid.size.columns else {
            return false
        }
        let cell = grid[row, column]
        guard cell.style.attributes.contains(.line) else { return false }
        return cell.scalar == stroke || cell.scalar == plus
    }

    private static let dash = UInt32(0x2D)
    private static let bar = UInt32(0x7C)
    private static let plus = UInt32(0x2B)
}

/// The directions in which a junction has a line.
private struct Arms: OptionSet {
    let rawValue: UInt8
    static let up = Arms(rawValue: 1 << 0)
    static let down = Arms(rawValue: 1 << 1)
    static let left = Arms(rawValue: 1 << 2)
    static let right = Arms(rawValue: 1 << 3)

    /// The box-drawing scalar that has these arms.
    var glyph: UInt32 {
        switch self {
        case [.left, .right], .left, .right: 0x2500
        case [.up, .down], .up, .down: 0x2502
        case [.down, .right]: 0x250C
        case [.down, .left]: 0x2510
        case [.up, .right]: 0x2514
        case [.up, .left]: 0x2518
        case [.up, .down, .right]: 0x251C
        case [.up, .down, .left]: 0x2524
        case [.left, .right, .down]: 0x252C
        case [.left, .right, .up]: 0x2534
        default: 0x253C
        }
    }
}
