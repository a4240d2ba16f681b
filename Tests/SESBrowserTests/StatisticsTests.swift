import SESCore
import Testing

@testable import SESBrowser

/// The statistics and their keys.
@Suite struct StatisticsTests {
    /// The count that the last step asked for.
    private func asked(_ driver: Driver) -> Int? {
        for case .countStatistics(let number) in driver.effects { return number }
        return nil
    }

    /// Answers the count that the last step asked for; false where none was.
    @discardableResult
    private func count(_ driver: inout Driver) -> Bool {
        guard let number = asked(driver),
            let found = Statistics(
                counting: StatisticsSource(
                    driver.state.table, shown: driver.state.rows, late: driver.state.late),
                while: { true })
        else { return false }
        driver.receive(.statistics(number, found, isWhole: true))
        return true
    }

    private func opened(rows: Int = 24, columns: Int = 80) -> Driver {
        var driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        driver.answersStatistics = false
        driver.press(.escape, "i")
        count(&driver)
        return driver
    }

    private func chosen(_ driver: Driver) -> String? {
        driver.screen().lines.first { $0.hasPrefix(">") }
    }

    @Test func `until the count is there the screen says so`() {
        var driver = Driver(.of(TestMail.desk))
        driver.answersStatistics = false
        driver.press("i")
        #expect(driver.screen().lines[1] == "counting 10 mails")
        count(&driver)
        let lines = driver.screen().lines
        #expect(lines[1] == "10 mails, 4 (40%) FAIL in any check")
        #expect(
            lines[3]
                == ">spam           4         3         2           0         0         1         0"
        )
    }

    @Test func `only what the filter lets through is counted`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "i")
        count(&driver)
        #expect(driver.screen().lines[1] == "2 mails, 2 (100%) FAIL in any check")
    }

    @Test func `a list without mails has no statistics`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "2", "i")
        #expect(driver.state.context == .main)
        #expect(driver.message == "no mail is listed that could be counted")
    }

    @Test func `the cursor passes over headings, and the first line shows the heading above it`() {
        var driver = opened()
        for _ in 0..<5 { driver.press("j") }
        #expect(chosen(driver)?.hasPrefix(">2026-11-22 09:05") == true)
        driver.press("G")
        #expect(driver.state.statistics?.chosenLine?.isChoice == true)
        driver.press("g")
        #expect(driver.screen().lines[2].hasPrefix(" CHECK"))
        #expect(chosen(driver)?.hasPrefix(">spam") == true)
    }

    @Test func `Tab goes from section to section and round, Shift-Tab back`() {
        var driver = opened()
        let starts = (0..<6).map { _ in
            defer { driver.press(.tab) }
            return driver.state.statistics?.chosenLine?.subject
        }
        #expect(starts[0] == .check(.spam))
        #expect(starts[1] == .moment(Timestamp(iso: "2026-11-22T09:05:00Z".utf8)))
        #expect(starts[2] == .text(.sender, ""))
        #expect(starts[3] == .text(.domain, ""))
        #expect(starts[4] == .check(.spam))
        driver.press(.backTab, .backTab, .backTab)
        #expect(driver.state.statistics?.chosenLine?.subject == .text(.domain, ""))
    }

    @Test func `Enter on a cell of the verdicts narrows the filter to it`() {
        var driver = opened()
        driver.press("j", "j", .left, .enter)
        #expect(driver.state.context == .main)
        #expect(driver.state.filter.text == "spf:gray")
        #expect(driver.state.rows.count == 1)
        driver.press("i")
        count(&driver)
        driver.press("j", "j", "j", "j", .enter)
        #expect(driver.state.filter.text == "spf:gray dmarc:fail")
        driver.press("-")
        #expect(driver.state.filter.text == "spf:gray")
    }

    @Test func `a cell without mails is no filter`() {
        var driver = opened()
        driver.press(.right, .enter)
        #expect(driver.state.context == .statistics)
        #expect(driver.message == "no mail to narrow the list to")
    }

    @Test func `what is chosen is a query`() {
        var driver = opened()
        #expect(
            driver.state.statistics?.chosen == .term(.verdict(.spam, StatusSet(.fail))))
        driver.press(.tab)
        let day = CivilDate(year: 2026, month: 11, day: 22)
        #expect(
            driver.state.statistics?.chosen
                == .and([
                    .term(.time(.days(first: day, last: day))),
                    .term(.timeOfDay(TimeOfDayRange(first: 545, last: 545))),
                ]))
        driver.press("j")
        #expect(driver.state.statistics?.chosen == nil)
        driver.press(.tab)
        #expect(driver.state.statistics?.chosen == nil)
        driver.press("j")
        let address = "a.very.long.local.part.of.an.address@rnicrosoft.example"
        #expect(
            driver.state.statistics?.chosen == .term(.text(.from, [.words(RawText(address))])))
        driver.press(.tab, "j")
        #expect(
            driver.state.statistics?.chosen
                == .term(.text(.domain, [.words("copier.example")])))
    }

    @Test func `closing gives a count up that is under way, and its result is dropped`() {
        var driver = Driver(.of(TestMail.desk))
        driver.answersStatistics = false
        driver.press("i")
        let number = asked(driver) ?? 0
        driver.press("q")
        #expect(driver.effects == [.stopSelecting])
        #expect(driver.state.context == .main)
        driver.press("i")
        #expect(asked(driver) == number + 1)
        driver.receive(.statistics(number, Statistics(), isWhole: true))
        #expect(driver.screen().lines[1] == "counting 10 mails")
        driver.receive(.statistics(number + 1, Statistics(), isWhole: true))
        #expect(driver.screen().lines[1] == "0 mails, 0 (0%) FAIL in any check")
        driver.press(.escape)
        #expect(driver.effects == [])
    }

    @Test
    func `while files are read the count is made anew when twice as much is there, and at the end`()
    {
        let mails = TestMail.desk
        var driver = Driver(.of(Array(mails.prefix(3))), isDone: false, fraction: 0.1)
        driver.answersStatistics = false
        driver.press("i")
        #expect(count(&driver))
        #expect(asked(driver) == nil)
        #expect(driver.screen().lines[1].hasSuffix(", counting on"))
        driver.press(.tab, "j")
        let moment = driver.state.statistics?.chosenLine?.subject
        driver.receive(.table(.of(Array(mails.prefix(5))), fraction: 0.3, isDone: false))
        #expect(asked(driver) == nil)
        driver.receive(.table(.of(Array(mails.prefix(8))), fraction: 0.5, isDone: false))
        let number = asked(driver) ?? 0
        driver.receive(.table(.of(mails), fraction: 1, isDone: true))
        #expect(asked(driver) == nil)
        driver.receive(.statistics(number, Statistics(), isWhole: true))
        #expect(count(&driver))
        #expect(driver.screen().lines[1] == "10 mails, 4 (40%) FAIL in any check")
        #expect(moment != nil)
        driver.receive(.table(.of(mails), fraction: 1, isDone: true))
        #expect(asked(driver) == nil)
    }

    @Test func `the chosen line stays the same when the screen or the counts change`() {
        var driver = opened()
        driver.press(.tab, .tab, "j", "j")
        let subject = driver.state.statistics?.chosenLine?.subject
        for (rows, columns) in [(48, 160), (10, 40), (24, 80), (4, 20), (60, 140)] {
            driver.handle(.resize(Size(rows: rows, columns: columns)))
            #expect(driver.state.statistics?.chosenLine?.subject == subject)
            #expect(driver.screen().lines.contains { $0.contains(">") })
        }
    }

    @Test func `on a wide screen left and right change the column at the same height`() {
        var driver = opened(rows: 48, columns: 160)
        driver.press("j", .right, .right, .right, .right, .right)
        let line = driver.screen().lines.first { $0.contains("|>") }
        #expect(line?.hasPrefix(" virus") == true)
        driver.press("h")
        #expect(chosen(driver)?.hasPrefix(">virus") == true)
    }

    @Test(arguments: [
        (0, 0, ""), (1, 0, "-"), (1, 1, "#"), (1000, 1, "#---------"), (1000, 999, "#########-"),
        (1000, 500, "#####-----"), (1000, 1000, "##########"), (500, 0, "-----"), (100, 1, "-"),
        (100, 50, "#"), (240, 10, "#-"),
    ])
    func `a bar shows the share of FAIL without a colour`(count: Int, failing: Int, bar: String) {
        var line = ScreenLine()
        StatisticsBar(count, failing: failing, most: 1000, columns: 10).append(to: &line, .ascii)
        #expect(line.text == bar)
    }

    @Test(arguments: [
        (0, 0, "0%"), (0, 5, "0%"), (1, 1000, "<1%"), (1, 2, "50%"), (999, 1000, "99%"),
        (7, 7, "100%"), (314, 1000, "31%"), (316, 1000, "32%"),
    ])
    func `a share is nothing or all only where it is`(part: Int, whole: Int, text: String) {
        #expect(Share(part, of: whole).text == text)
    }

    @Test func `text of senders passes the gate`() {
        var mails = TestMail.desk
        mails[0].from = "a\u{1B}[2J\u{202E}@x.example"
        var driver = Driver(.of(mails), rows: 60)
        driver.press("i")
        count(&driver)
        #expect(driver.screen().lines.contains { $0.hasSuffix("a^[[2j<U+202E>@x.example") })
    }

    @Test func `what is not read yet is no empty list`() {
        let driver = opened(rows: 100)
        let lines = driver.screen().lines
        let heading = lines.firstIndex { $0.contains("RECIPIENT") } ?? 0
        #expect(lines[heading + 1] == " not read yet")
    }

    @Test func `the help has a line for the statistics, which works from there`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("?statistics")
        driver.press(.enter)
        #expect(driver.state.context == .statistics)
        driver.press("?", "q", "q")
        #expect(driver.state.context == .main)
        driver.type(":stats")
        driver.press(.enter)
        #expect(driver.state.context == .statistics)
    }
}

extension ScreenLine {
    /// The letters of the line.
    fileprivate var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: glyphs.compactMap { Unicode.Scalar($0.glyph.scalar) })
        return String(text)
    }
}
