import Testing

@testable import SESBrowser

/// Rules and borders join.
struct LineDrawingTests {
    private func grid(_ lines: [String]) -> Grid {
        var grid = Grid(size: Size(rows: lines.count, columns: lines[0].unicodeScalars.count))
        for (row, line) in lines.enumerated() {
            for (column, scalar) in line.unicodeScalars.enumerated() where scalar != " " {
                grid[row, column] = Cell(
                    scalar: scalar.value, style: Style(attributes: [.line, .bold]))
            }
        }
        return grid
    }

    private func drawn(_ lines: [String]) -> [String] {
        let grid = grid(lines)
        return lines.indices.map { row in
            var text = String.UnicodeScalarView()
            for cell in LineDrawing.row(row, of: grid) {
                text.append(Unicode.Scalar(cell.scalar) ?? "?")
            }
            return String(text)
        }
    }

    @Test func `a junction has the arms that its neighbours reach out`() {
        #expect(
            drawn(["+--+--+", "|  |  |", "+--+--+", "|  |  |", "+--+--+"])
                == ["┌──┬──┐", "│  │  │", "├──┼──┤", "│  │  │", "└──┴──┘"])
        #expect(drawn(["---+---", "   |   "]) == ["───┬───", "   │   "])
        #expect(drawn(["+"]) == ["┼"])
    }
}
