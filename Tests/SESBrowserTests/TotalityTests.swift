import SESCore
import Testing

@testable import SESBrowser

/// No size and no keys may break the screen.
@Suite struct TotalityTests {
    private static let keys: [Key] =
        (0x20..<0x7F).compactMap(Unicode.Scalar.init).filter { $0 != "Q" }.map(Key.character)
        + "abcdefghklnpruwy".unicodeScalars.map(Key.control)
        + [
            .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .tab, .backTab,
            .escape, .backspace, .delete, .insert, .function(1), .function(5), .character("漢"),
        ]

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `key soup at any size gives whole rows`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var driver = Driver(.of(TestMail.desk + TestMail.scripts))
        for step in 0..<60 {
            if step % 12 == 0 {
                driver.handle(.resize(size(seed: seed, &random)))
            }
            if let key = Self.keys.randomElement(using: &random) { driver.press(key) }
            if random.next() % 5 == 0 { driver.rest() }
            if step % 4 == 0 { expectWhole(driver.screen(step % 8 == 0 ? .mono : .color)) }
        }
    }

    @Test func `every small size gives whole rows`() {
        let driver = Driver(.of(Array(TestMail.scripts.prefix(2)) + TestMail.desk))
        for rows in 1...12 {
            for columns in stride(from: 1, through: 60, by: 3) {
                let size = Size(rows: rows, columns: columns)
                expectWhole(render(driver.state, theme: .mono, size: size))
            }
        }
    }

    @Test(arguments: [(1, 1), (3, 80), (24, 19)])
    func `a screen that is too small says so`(rows: Int, columns: Int) {
        let driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        let note = "too small (20x4)".prefix(columns)
        #expect(driver.screen().lines[0] == note)
    }

    @Test func `wide glyphs are never split`() {
        let wide = [StyledGlyph](
            repeating: StyledGlyph(glyph: Glyph(scalar: 0x6F22, width: 2), role: .plain), count: 9)
        for columns in 1...20 {
            var line = ScreenLine("a")
            line.append(wide)
            var grid = Grid(size: Size(rows: 1, columns: columns))
            let all = Region(row: 0, column: 0, rows: 1, columns: columns)
            grid.draw(line, row: 0, in: all, theme: .mono)
            expectWhole(grid)
            for dropped in 0...6 {
                let rest = line.dropping(columns: dropped)
                #expect(rest.columns == line.columns - dropped)
            }
            line.cut(to: columns)
            #expect(line.columns <= columns)
        }
    }

    private func size(seed: UInt64, _ random: inout SplitMix) -> Size {
        let big = seed % 8 == 0
        return Size(
            rows: Int(random.next() % (big ? 200 : 40)) + 1,
            columns: Int(random.next() % (big ? 500 : 170)) + 1)
    }

    /// Each row has exactly as many cells as the screen has columns, and the second half of every
    /// wide glyph stands behind its first.
    private func expectWhole(_ grid: Grid) {
        for row in 0..<grid.size.rows {
            let cells = Array(grid.row(row))
            guard cells.count == grid.size.columns else {
                Issue.record("row \(row) has \(cells.count) cells")
                return
            }
            for (column, cell) in cells.enumerated() {
                let isWide = [0x6F22, 0x5B57].contains(cell.scalar)
                let isFollowed = column + 1 < cells.count && cells[column + 1].scalar == 0
                let isHalf = cell.scalar == 0
                if isWide != isFollowed || (isHalf && column == 0)
                    || (!isHalf && !isWide && !isPrintable(cell.scalar))
                {
                    Issue.record("row \(row), column \(column): \(cell.scalar)")
                    return
                }
            }
        }
        if let cursor = grid.cursor {
            #expect((0..<grid.size.rows).contains(cursor.row))
            #expect((0..<grid.size.columns).contains(cursor.column))
        }
    }

    private func isPrintable(_ scalar: UInt32) -> Bool {
        scalar >= 0x20 && !(0x7F..<0xA0).contains(scalar)
    }
}

/// A small generator whose numbers depend on the seed alone.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
