import SESCore
import Testing

@testable import SESBrowser

/// The report on what was decided, and its keys.
@Suite struct ReportTests {
    /// Decisions about the desk: the first is spam that SES found, the second ham that it failed, the
    /// fifth spam that it passed, the sixth ham, the third nobody knows.
    private static let decisions: [Int: RowMark] = [
        0: .spam, 1: .ham, 2: .maybe, 4: .spam, 5: .ham, 6: .tagged,
    ]

    private func opened(
        _ decisions: [Int: RowMark] = decisions, rows: Int = 30, columns: Int = 80
    ) -> Driver {
        var driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        driver.mark(decisions)
        driver.press(.escape)
        driver.update(.report)
        return driver
    }

    private func chosen(_ driver: Driver) -> String? {
        driver.screen().lines.first { $0.hasPrefix(">") }
    }

    /// The rates of a line, as they stand on the screen.
    private func words(_ line: String?) -> [String] {
        (line ?? "").split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }

    @Test func `verdicts, checks, presets and domains are told with how many of how many`() {
        let lines = opened(rows: 40).screen().lines
        #expect(lines[1] == "5 of 10 mails decided: 2 spam, 2 ham, 1 maybe")
        let spam = lines.first { $0.hasPrefix(" spam ") }
        #expect(
            words(spam) == ["spam", "1", "of", "2", "(50.0", "%)", "1", "of", "2", "(50.0", "%)"])
        let strict = lines.first { $0.hasPrefix(" @strict") }
        #expect(
            words(strict)
                == ["@strict", "2", "of", "4", "(50.0", "%)", "1", "of", "2", "1", "of", "2"])
        #expect(lines.contains { $0.hasSuffix("paypa1.example") })
        #expect(lines.contains { $0.hasSuffix("partner.example") })
        #expect(!lines.contains { $0.hasSuffix("lottery-desk.example") })
    }

    @Test func `only the mails of the list are counted`() {
        var driver = Driver(.of(TestMail.desk))
        driver.mark(Self.decisions)
        driver.press("1")
        driver.update(.report)
        #expect(driver.screen().lines[1] == "2 of 2 mails decided: 1 spam, 1 ham, 0 maybe")
        driver.press("q", "2")
        driver.update(.report)
        #expect(driver.state.context == .main)
        #expect(driver.message == "no mail is listed to report on")
    }

    @Test func `where nothing is decided the keys for it are told`() {
        let driver = opened([3: .tagged])
        #expect(driver.screen().lines[1] == "0 of 10 mails decided: 0 spam, 0 ham, 0 maybe")
        #expect(driver.screen().lines[3] == " nothing is decided yet: S, H, M decide")
        var other = driver
        other.press("j", "G", " ", .right, .enter)
        #expect(other.message == "no mail to narrow the list to")
    }

    @Test func `a decision that is made meanwhile is counted`() {
        var driver = opened()
        driver.mark([7: .spam])
        #expect(driver.screen().lines[1] == "6 of 10 mails decided: 3 spam, 2 ham, 1 maybe")
    }

    @Test func `Enter on a domain narrows the list to it`() {
        var driver = opened()
        driver.press("G", .enter)
        #expect(driver.state.context == .main)
        #expect(driver.state.filter.text == "domain:paypa1.example")
        #expect(driver.state.rows.count == 1)
    }

    @Test func `what a cell counts is a query`() {
        var driver = opened()
        #expect(driver.state.report?.chosenLine == .status(.pass))
        #expect(driver.state.report?.choice?.text == "spam:pass is:spam")
        driver.press(.right)
        #expect(driver.state.report?.choice?.text == "spam:pass is:ham")
        driver.press(.right, .right)
        #expect(driver.state.report?.choice == nil)
        driver.press("j", "h", "h")
        #expect(driver.state.report?.choice?.text == "spam:fail is:spam")
        driver.press("j", "j")
        #expect(driver.state.report?.chosenLine == .check(.spam))
        #expect(driver.state.report?.choice?.text == "spam:fail is:ham")
        driver.press("l")
        #expect(driver.state.report?.choice?.text == "spam:pass is:spam")
        for _ in 0..<6 { driver.press("j") }
        #expect(
            driver.state.report?.choice?.text == "(@strict is:ham) | (-@strict is:spam)")
    }

    @Test func `Enter on false positives narrows the list to them`() {
        var driver = opened()
        driver.press("j", "j", "j", .enter)
        #expect(driver.state.context == .main)
        #expect(driver.state.filter.text == "spam:fail is:ham")
    }

    @Test func `closing gives a count up that is under way, and its result is dropped`() {
        var driver = Driver(.of(TestMail.desk))
        driver.answersStatistics = false
        driver.mark(Self.decisions)
        driver.update(.report)
        #expect(driver.screen().lines[1] == "counting 10 mails")
        var number = 0
        for case .countReport(let asked) in driver.effects { number = asked }
        driver.press("q")
        #expect(driver.effects == [.stopSelecting])
        driver.update(.report)
        driver.receive(.report(number, TriageReport()))
        #expect(driver.screen().lines[1] == "counting 10 mails")
    }

    @Test func `the chosen line stays the same when the screen changes`() {
        var driver = opened()
        driver.press("j", "j", "j", "j")
        let line = driver.state.report?.chosenLine
        for (rows, columns) in [(48, 160), (10, 40), (24, 80), (4, 20)] {
            driver.handle(.resize(Size(rows: rows, columns: columns)))
            #expect(driver.state.report?.chosenLine == line)
            #expect(chosen(driver) != nil)
        }
    }

    @Test func `text of senders passes the gate`() {
        var mails = TestMail.desk
        mails[1].from = "a@x\u{1B}[2J\u{202E}.example"
        var driver = Driver(.of(mails), rows: 40)
        driver.mark(Self.decisions)
        driver.update(.report)
        #expect(driver.screen().lines.contains { $0.contains("x^[[2j<U+202E>.example") })
    }

    @Test(arguments: [(24, 80), (48, 160), (10, 40)])
    func `the report on the screen`(rows: Int, columns: Int) throws {
        var mails: [TestMail] = []
        for number in 0..<30 {
            mails += TestMail.desk.map { mail in
                var mail = mail
                if number > 0, !mail.from.isEmpty { mail.from += ".d\(number % 7)" }
                return mail
            }
        }
        var driver = Driver(.of(mails), rows: rows, columns: columns)
        var marks: [Int: RowMark] = [:]
        for row in 0..<300 where row % 3 != 1 {
            marks[row] = [.spam, .ham, .ham, .maybe, .spam][row * row % 11 % 5]
        }
        driver.mark(marks)
        driver.press(.escape)
        driver.update(.report)
        driver.press("j", "j", "j", "j", .right)
        try expectGolden(driver.screen(), .mono, "report-\(columns)x\(rows)")
        driver.press("G")
        try expectGolden(driver.screen(.color), .color, "report-end-\(columns)x\(rows)")
    }

    @Test func `every small size gives a screen`() {
        var driver = opened()
        for rows in 1...20 {
            for columns in stride(from: 1, through: 100, by: 7) {
                driver.handle(.resize(Size(rows: rows, columns: columns)))
                driver.press(rows % 3 == 0 ? "k" : "j", .right)
                if let cursor = driver.screen().cursor {
                    #expect((0..<rows).contains(cursor.row))
                    #expect((0..<columns).contains(cursor.column))
                }
            }
        }
    }
}
