import Testing

@testable import SESBrowser
@testable import SESCore

/// The filter bar and what persons decided.
@Suite struct TriageFilterTests {
    private func driver(rows: Int = 24, columns: Int = 80) -> Driver {
        var driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        driver.mark([1, 1, 0, 2, 3, 0, 0, 1])
        return driver
    }

    @Test func `6 steps through untriaged, spam, ham, maybe and all`() {
        var driver = driver()
        let steps = [
            ("is:untriaged", 5), ("is:spam", 3), ("is:ham", 1), ("is:maybe", 1), ("", 10),
        ]
        for (text, count) in steps {
            driver.press("6")
            #expect(driver.state.filter.text == text)
            #expect(driver.state.rows.count == count)
        }
        driver.press("1", "6", "6", "7")
        #expect(driver.state.filter.text == "spam:fail is:spam newer:1h")
        driver.press("f", .control("u"))
        driver.type("is:ham,maybe a")
        driver.press(.enter, "6")
        #expect(driver.state.filter.text == "is:untriaged a")
    }

    @Test func `steps of one key are one change`() {
        var driver = driver()
        driver.press("1", "6", "6", "6", "-")
        #expect(driver.state.filter.text == "spam:fail")
    }

    @Test func `typing ticks the decisions, and a tick rewrites the text`() {
        var driver = driver()
        driver.type("fspam:fail is:triaged")
        #expect(driver.state.rows.count == 2)
        let line = driver.screen().lines[7]
        #expect(line.hasPrefix(" 6 triage [ ] untriaged 0  [x] spam 2  [x] ham 0  [x] maybe 0"))
        for _ in 0..<6 { driver.press(.down) }
        driver.press(" ")
        #expect(driver.state.filter.text == "spam:fail is:spam,maybe")
        driver.press(.left, " ", .left, " ")
        #expect(driver.state.filter.text == "spam:fail is:untriaged,maybe")
        #expect(driver.state.bar?.editor.text == driver.state.filter.text)
    }

    @Test func `the counts say what a tick would show`() {
        var driver = driver()
        driver.type("fspam:gray,fail")
        for _ in 0..<6 { driver.press(.down) }
        driver.press(.left, .left)
        for decided in RowMark.Decided.allCases {
            let count = driver.state.bar?.facets?[decided]
            driver.press(" ")
            #expect(driver.state.rows.count == count)
            driver.press(" ", .right)
        }
    }

    @Test(arguments: [20, 25, 30, 39, 40, 55, 56, 59, 60, 71, 72, 79, 80, 160])
    func `all four decisions fit every width`(columns: Int) {
        var driver = driver(columns: columns)
        driver.type("f")
        for _ in 0..<6 { driver.press(.down) }
        driver.press(.right, .right)
        let line = driver.screen().lines[7]
        #expect(!line.contains("~"))
        #expect(line.contains(columns > 50 ? "maybe" : "M"))
        let cursor = driver.screen().cursor
        #expect(cursor?.row == 7 && (cursor?.column ?? columns) < columns)
    }
}

@Suite struct FilterTriageLineTests {
    @Test func `no count is cut off, however large and narrow`() {
        let driver = Driver(.of(TestMail.desk))
        var bar = FilterBar(driver.state.filter.version)
        for count in [0, 999, 9999, 48_310, 310_000, 9_999_999] {
            var facets = FacetCounts()
            for decided in RowMark.Decided.allCases { facets[decided] = count }
            bar.facets = facets
            for columns in 20...200 {
                let label = GridColumns(columns).label
                let line = FilterTriageLine(driver.state, bar, columns: columns, label: label)
                let (text, starts) = line.parts
                #expect(text.columns <= columns)
                #expect(!text.glyphs.contains { $0.glyph.scalar == 0x7E })
                #expect(starts.count == 4 && label + (starts.last ?? columns) < columns)
            }
        }
    }
}

@Suite struct TriageGoldenTests {
    @Test(arguments: [(24, 80), (48, 160), (18, 60), (10, 40)])
    func `filter grid with decisions`(size: (rows: Int, columns: Int)) throws {
        var driver = Driver(.of(TestMail.desk), rows: size.rows, columns: size.columns)
        driver.mark([1, 1, 0, 2, 3, 0, 0, 1])
        driver.type("fis:untriaged,spam ")
        for _ in 0..<6 { driver.press(.down) }
        try expectGolden(
            driver.screen(), .mono, "triage-filter-\(size.columns)x\(size.rows)")
    }
}
