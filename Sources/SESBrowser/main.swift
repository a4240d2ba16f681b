/// Shows a list of a hundred lines until the Browser takes its place.
func drawDemo(_ size: Size, top: Int, cursor: Int, note: String) -> Grid {
    var grid = Grid(size: size)
    func write(_ text: String, _ row: Int, _ style: Style) {
        for (column, scalar) in text.unicodeScalars.enumerated() where column < size.columns {
            grid[row, column] = Cell(scalar: scalar.value, style: style)
        }
    }
    for row in 0..<max(1, size.rows - 1) where top + row < 100 {
        let isCursor = top + row == cursor
        var style = Style.plain
        if isCursor { style.attributes = .reverse }
        if (top + row) % 7 == 3 { style.foreground = .red }
        write("\(isCursor ? ">" : " ") mail number \(top + row)", row, style)
    }
    if size.rows > 1 { write("ses-browser \(note)", size.rows - 1, .plain) }
    return grid
}

func runDemo() throws(TerminalError) -> Int32 {
    var terminal = try Terminal()
    var (top, cursor) = (0, 0)
    var note = terminal.notices.joined(separator: "; ")
    while true {
        let size = terminal.size
        let page = max(1, size.rows - 1)
        top = min(max(top, cursor - page + 1), cursor)
        terminal.show(drawDemo(size, top: top, cursor: cursor, note: note))
        for input in terminal.wait(milliseconds: nil) {
            switch input {
            case .key(.character("q")): return 0
            case .key(.character("j")), .key(.down): cursor = min(99, cursor + 1)
            case .key(.character("k")), .key(.up): cursor = max(0, cursor - 1)
            case .key(.control("z")): terminal.suspend()
            case .key(.control("l")): terminal.redraw()
            case .key(let key): note = "key \(key)"
            case .paste(let bytes): note = "paste of \(bytes.count) bytes ignored"
            case .terminate(let signal): return 128 + signal
            case .hangUp: return 129
            case .resize, .resumed, .wake: break
            }
        }
    }
}

import Glibc

do { exit(try runDemo()) } catch { print("ses-browser: \(error)"); exit(2) }
