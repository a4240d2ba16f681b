import SESCore
import Testing

@testable import SESBrowser

@Suite struct LayoutTests {
    @Test(arguments: [
        (24, 80, "stacked"), (48, 160, "side by side"), (18, 60, "stacked"), (17, 60, "list"),
        (10, 40, "list"), (16, 140, "side by side"), (15, 140, "list"), (24, 139, "stacked"),
        (4, 20, "list"), (3, 80, "too small"), (24, 19, "too small"),
    ])
    func `the size decides`(rows: Int, columns: Int, kind: String) {
        #expect(layout(rows, columns).kind == kind)
    }

    @Test func `the list has 45 percent of a stacked screen and 55 of a wide one`() {
        #expect(layout(24, 80).list?.rows == 10)
        #expect(layout(24, 80).detail?.rows == 11)
        #expect(layout(48, 160).list?.columns == 88)
    }

    @Test func `panes lie on the screen and never on one another`() {
        for rows in 1...60 {
            for columns in [1, 19, 20, 39, 69, 70, 80, 139, 140, 200] {
                for choice in LayoutChoice.allCases {
                    for growth in [-60, 0, 60] {
                        for hasFilterGrid in [false, true] {
                            expectApart(
                                Layout(
                                    Size(rows: rows, columns: columns), choice: choice,
                                    growth: growth, hasFilterGrid: hasFilterGrid))
                        }
                    }
                }
            }
        }
    }

    @Test func `every size leaves a row for mails or for the detail`() {
        for rows in 4...60 {
            for hasFilterGrid in [false, true] {
                let layout = Layout(
                    Size(rows: rows, columns: 80), choice: .auto, growth: 0,
                    hasFilterGrid: hasFilterGrid)
                #expect((layout.listRows?.rows ?? 0) >= 1)
            }
        }
    }

    @Test(arguments: [
        (0, 9, "0"), (999, 3, "999"), (48_310, 6, "48,310"), (48_310, 5, "48310"),
        (48_310, 4, "48k"), (1_234_567, 4, "1M"), (1_234_567, 5, "1234k"), (48_310, 2, "+"),
    ])
    func `a count takes the longest form that fits`(value: Int, letters: Int, text: String) {
        #expect(Count(value).fitting(letters) == text)
    }

    @Test(arguments: [(0, "0"), (-1234, "-1,234"), (-123, "-123"), (1_000_000, "1,000,000")])
    func `thousands are set apart`(value: Int, text: String) {
        #expect(Count(value).grouped == text)
    }

    @Test(arguments: [
        (160, "2026-11-22 09:41:07", true), (87, "11-22 09:41", true), (60, "09:41", true),
        (55, "09:41", false), (31, "", false),
    ])
    func `columns leave when there is no room`(columns: Int, time: String, hasFrom: Bool) {
        let list = ListColumns(columns)
        let form = TimeForm(columns: list.width(of: .time))
        #expect(form.text(Timestamp(iso: "2026-11-22T09:41:07Z".utf8)) == time)
        #expect((list.width(of: .from) > 0) == hasFrom)
        #expect(list.width(of: .subject) > 0)
    }

    @Test(arguments: [(88, 13, 22), (80, 0, 23), (60, 0, 20), (40, 0, 0)])
    func `the display name has a column of its own where the address keeps its room`(
        columns: Int, name: Int, from: Int
    ) {
        let list = ListColumns(columns)
        #expect(list.width(of: .author) == name)
        #expect(list.width(of: .from) == from)
    }

    @Test(arguments: [(80, "no time"), (40, "--:--"), (30, "")])
    func `a missing time is said in words`(columns: Int, words: String) {
        let form = TimeForm(columns: ListColumns(columns).width(of: .time))
        #expect(form.text(.missing) == words)
    }

    @Test func `the filter grid shows all five checks on a screen of ten rows`() {
        let layout = Layout(
            Size(rows: 10, columns: 40), choice: .auto, growth: 0, hasFilterGrid: true)
        #expect(layout.grid?.rows == 6)
        #expect(layout.listRows?.rows == 2)
    }

    private func layout(_ rows: Int, _ columns: Int) -> Layout {
        Layout(
            Size(rows: rows, columns: columns), choice: .auto, growth: 0, hasFilterGrid: false)
    }

    private func expectApart(_ layout: Layout) {
        guard !layout.isTooSmall else { return }
        let size = layout.size
        let regions = [
            layout.top, layout.hint, layout.grid, layout.list, layout.title, layout.detail,
            layout.rule, layout.summary,
        ].compactMap(\.self)
        for (index, region) in regions.enumerated() {
            let isInside =
                region.row >= 0 && region.column >= 0 && region.rows >= 0 && region.columns >= 0
                && region.row + region.rows <= size.rows
                && region.column + region.columns <= size.columns
            let other = regions[..<index].first { $0.overlaps(region) }
            if !isInside || other != nil {
                Issue.record("\(size): \(region) and \(String(describing: other))")
            }
        }
    }
}

extension Layout {
    fileprivate var kind: String {
        if isTooSmall { return "too small" }
        if rule != nil { return "side by side" }
        return detail == nil ? "list" : "stacked"
    }
}

extension Region {
    fileprivate func overlaps(_ other: Region) -> Bool {
        row < other.row + other.rows && other.row < row + rows
            && column < other.column + other.columns && other.column < column + columns
    }
}
