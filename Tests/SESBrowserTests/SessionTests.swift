import SESCore
import Testing

@testable import SESBrowser

@Suite struct SessionTests {
    @Test func `Control-C stops the reading, and at rest says how to quit`() {
        var driver = Driver(.of(TestMail.desk), isDone: false, fraction: 0.2)
        driver.press(.control("c"))
        #expect(driver.effects.first == .stopLoading)
        #expect(driver.screen().lines[0].hasSuffix("stopped 20%"))
        driver.press(.control("c"))
        #expect(driver.message == "nothing is running; q or Q quits")
        #expect(!driver.effects.contains(.quit))
    }

    @Test func `a reload keeps the mail under the cursor`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j", "j", "j", "R")
        #expect(driver.effects.first == .reload)
        var newer = EventTable(files: [FileReport(path: "Samples/inbound.ndjson")])
        newer.append(Array(TestMail.desk[8...]), firstKey: 100)
        driver.receive(.table(newer, fraction: 0.5, isDone: false))
        #expect(driver.state.rows.count == 2)
        newer.append(TestMail.desk, firstKey: 1)
        driver.receive(.table(newer, fraction: 1, isDone: true))
        #expect(driver.subject == "Re: Re: invoice 2231 question")
        #expect(driver.state.list.position == 5)
    }

    @Test func `a message stands for four seconds`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("Z")
        let stale = driver.effects
        driver.press("Y")
        #expect(driver.effects == [.wake(afterMilliseconds: 4000, .message(2))])
        for case .wake(_, let timer) in stale { driver.receive(.timer(timer)) }
        #expect(driver.message == "Y is not bound; ? shows the keys")
        driver.receive(.timer(.message(2)))
        #expect(driver.message == nil)
    }

    @Test func `announcements wait for each other`() {
        var driver = Driver(.of(TestMail.desk))
        driver.receive(.notice("TERM is unknown"))
        driver.receive(.notice("the locale is unknown"))
        #expect(driver.message == "TERM is unknown")
        driver.receive(.timer(.message(1)))
        #expect(driver.message == "the locale is unknown")
        driver.receive(.timer(.message(2)))
        #expect(driver.message == nil)
    }

    @Test func `an announcement that a key's message covers comes back`() {
        var driver = Driver(.of(TestMail.desk))
        driver.receive(.notice("TERM is unknown"))
        driver.press("Z")
        #expect(driver.message == "Z is not bound; ? shows the keys")
        driver.receive(.timer(.message(2)))
        #expect(driver.message == "TERM is unknown")
        driver.press(.escape)
        driver.receive(.timer(.message(3)))
        #expect(driver.message == nil)
    }

    @Test func `each file that failed is named, and so are the unreadable parts`() {
        let names = ["a.log", "b.log", "c.log", "d.log"]
        var table = EventTable(
            files: names.map { name in
                var report = FileReport(path: RawText(name))
                report.failure = "no such file"
                return report
            })
        var report = table.files[3]
        report.brokenRegions = [BrokenRegion(offset: 0, length: 3, line: 1, reason: "cut")]
        table.update(report, at: 3)
        var driver = Driver(table)
        var messages: [String?] = []
        for token in 1...5 {
            messages.append(driver.message)
            driver.receive(.timer(.message(token)))
        }
        #expect(
            messages == [
                "a.log: no such file", "b.log: no such file",
                "c.log: no such file (and 1 more file)", "1 unreadable part: type :regions", nil,
            ])
        #expect(driver.screen().lines[0].hasSuffix("0 of 0 mails   1 broken   4 failed"))
    }

    @Test(arguments: [
        (80, "10 of 10 mails   2 broken"), (60, "10 of 10 mails   2 broken"),
        (40, "10 of 10   2 broken"), (20, "10/10"),
    ])
    func `the first line tells what is shown of how many, and what is broken`(
        columns: Int, facts: String
    ) {
        var table = EventTable.of(TestMail.desk)
        var report = table.files[0]
        let region = BrokenRegion(offset: 0, length: 3, line: 1, reason: "cut")
        report.brokenRegions = [region, region]
        table.update(report, at: 0)
        let driver = Driver(table, columns: columns)
        #expect(driver.screen().lines[0].hasSuffix(" " + facts))
    }

    @Test func `on a narrow screen the filter comes before the long form of the counts`() {
        var driver = Driver(.of(TestMail.desk), columns: 40)
        driver.press("1", "5")
        #expect(driver.screen().lines[0] == " spam:fail dmarc:fail     2 of 10 mails")
        driver.press("2")
        #expect(driver.screen().lines[0] == " spam:fail viru~ail dmarc:fail  0 of 10")
    }

    @Test func `a file that cannot be read is named, through the gate`() {
        var table = EventTable.of(TestMail.desk, file: "a\u{1B}]0;b")
        var report = table.files[0]
        report.failure = "Permission denied"
        table.update(report, at: 0)
        let driver = Driver(table)
        let line = driver.screen().lines.last ?? ""
        #expect(line.hasPrefix(" a"))
        #expect(line.hasSuffix("]0;b: Permission denied"))
        #expect(!line.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `files without a mail say what was found instead`() {
        var table = EventTable.of([])
        var report = table.files[0]
        report.otherDocuments = [.json: 2, .logText: 1]
        table.update(report, at: 0)
        let text = Driver(table).screen().lines[3]
        #expect(text == "    no inbound mail in this file, but 3 other documents")
    }

    @Test func `a mail that cannot be read again says why`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j")
        driver.receive(.detailFailed(row: 1, "no longer in file"))
        let text = driver.screen().lines.joined(separator: "\n")
        #expect(text.contains("this mail cannot be read again: no longer in file"))
    }

    @Test func `layouts follow the key, and give way where there is no room`() {
        var driver = Driver(.of(TestMail.desk))
        #expect(driver.state.layout.rule == nil)
        driver.press("L")
        #expect(driver.state.layout.rule != nil)
        driver.press("L")
        #expect(driver.state.layout.detail == nil)
        driver.press("L")
        #expect(driver.state.layout.list == nil)
        driver.press("L")
        #expect(driver.state.panes.choice == .auto)
        let rows = driver.state.layout.detail?.rows ?? 0
        driver.press("+")
        #expect(driver.state.layout.detail?.rows == rows + 1)
        driver.press("_", "_")
        #expect(driver.state.layout.detail?.rows == rows - 1)
    }

    @Test func `keys go to the pane that has them`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press(.tab, "j")
        #expect(driver.state.list.position == 0)
        driver.press("J")
        #expect(driver.state.list.position == 1)
        #expect(driver.state.focus == .detail)
        driver.press(.enter)
        #expect(driver.state.layout.list == nil)
        driver.press("q", "j")
        #expect(driver.state.list.position == 2)
        #expect(driver.state.layout.list != nil)
    }

    @Test func `views follow one another`() {
        var driver = Driver(.of(TestMail.desk))
        let views = (0..<6).map { _ in
            driver.press("v")
            return driver.state.detail.view
        }
        #expect(views == [.headers, .content, .json, .raw, .summary, .headers])
        driver.press("a")
        #expect(driver.state.detail.view == .summary)
        driver.press("a")
        #expect(driver.state.detail.view == .headers)
    }

    @Test func `zooming keeps the window of the list`() {
        var driver = Driver(.of(TestMail.desk + TestMail.desk))
        driver.press("G", "k", "k")
        let top = driver.state.list.top
        driver.press(.enter, .escape)
        #expect(driver.state.list.top == top)
    }

    @Test func `what ends the program ends it`() {
        var driver = Driver(.of(TestMail.desk))
        driver.handle(.terminate(signal: 15))
        #expect(driver.effects == [.quit])
        driver.handle(.hangUp)
        #expect(driver.effects == [.quit])
        driver.press(.function(10))
        #expect(driver.effects == [.quit])
    }
}
