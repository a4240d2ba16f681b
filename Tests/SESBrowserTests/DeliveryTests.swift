import SESCore
import Testing

@testable import SESBrowser

/// The list with the deliveries of a mail in one row.
@Suite struct DeliveryTests {
    private func driver(_ table: EventTable = .delivered, rows: Int = 24) -> Driver {
        var driver = Driver(table, rows: rows)
        driver.receive(.deliveries(table.linked))
        return driver
    }

    @Test func `deliveries fold when they are known, and the first line counts mails`() {
        var driver = Driver(.delivered)
        #expect(driver.state.rows.count == 15)
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.state.rows.count == 11)
        let lines = driver.screen().lines
        #expect(lines[0].hasSuffix("11 of 11 mails"))
        #expect(lines[2].contains("x3 You have"))
        #expect(lines[3].contains("x2 Your account"))
        #expect(!lines[5].contains(" x"))
    }

    @Test func `D gives each delivery a row, and folds them again`() {
        var driver = driver()
        #expect(driver.screen().lines.last?.contains("D unfold") == true)
        driver.press("D")
        #expect(driver.state.rows.count == 15)
        #expect(driver.message == "each delivery has a row; D folds them")
        #expect(driver.screen().lines[0].hasSuffix("15 of 15 deliveries"))
        #expect(!driver.screen().lines[2].contains("x3"))
        driver.press("D")
        #expect(driver.state.rows.count == 11)
        #expect(driver.message == "one row a mail; D unfolds them")
    }

    @Test func `where nothing folds, nothing is shown and D says why`() {
        let table = EventTable.of(TestMail.desk)
        var driver = Driver(table)
        driver.press("D")
        #expect(driver.message == "deliveries are put together when all is read")
        driver.press(.escape)
        let before = driver.screen()
        driver.receive(.deliveries(table.linked))
        #expect(driver.effects.isEmpty)
        #expect(driver.screen().lines == before.lines)
        driver.press("D")
        #expect(driver.message == "no mail has a second delivery with the same verdicts")
        #expect(driver.state.rows.count == 10)
    }

    @Test func `the cursor stays on its mail when its rows fold`() {
        var driver = Driver(.delivered)
        driver.press("j", "j", "j", "j", "j")
        let subject = driver.subject
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.subject == subject)
        #expect(driver.state.list.position == 5)
    }

    @Test func `a cursor on a folded delivery goes to the row that stands for it`() {
        var driver = Driver(.delivered)
        driver.type(":12")
        driver.press(.enter)
        #expect(driver.state.cursorRow == 11)
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.state.cursorRow == 1)
        driver.press("D")
        #expect(driver.state.cursorRow == 1)
    }

    @Test func `folding far down keeps the row at its height on the screen`() {
        let many = (0..<200).map {
            TestMail(
                time: "2026-11-22T09:00:00Z", strip: ".....", from: "a@example", subject: "\($0)")
        }
        var table = EventTable.of(many)
        table.append(Array(many[..<100]), firstKey: 1)
        table.append(many, firstKey: 500)
        var driver = Driver(table)
        driver.type(":401")
        driver.press(.enter, "z", "t", "k", "j", "j", "j")
        let (subject, height) = (driver.subject, driver.state.list.position - driver.state.list.top)
        driver.receive(.deliveries(table.linked))
        #expect(driver.subject == subject)
        #expect(driver.state.list.position == 302)
        #expect(driver.state.list.position - driver.state.list.top == height)
    }

    @Test func `a filter and the facets mean the same folded`() {
        var driver = driver()
        driver.press("1", "f")
        #expect(driver.state.rows.count == 3)
        #expect(driver.state.bar?.facets?[.spam, .fail] == 3)
        #expect(driver.state.bar?.facets?[.dmarc, .fail] == 2)
        driver.press(.enter, "D", "f")
        #expect(driver.state.rows.count == 6)
        #expect(driver.state.bar?.facets?[.spam, .fail] == 6)
    }

    @Test func `folding with the filter bar open counts the facets anew`() {
        var driver = Driver(.delivered)
        driver.press("f")
        #expect(driver.state.bar?.facets?[.spam, .fail] == 6)
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.state.bar?.facets?[.spam, .fail] == 3)
    }

    @Test(arguments: ["ot", "ov", "of", "os", "or", "oi", "op", "od", "oo", "O"])
    func `every order shows each mail once`(keys: String) {
        var driver = driver()
        driver.type(keys)
        let state = driver.state
        let rows = (0..<state.rows.count).map { state.rows[$0] }
        #expect(rows.sorted() == Array(0..<10) + [14])
        for row in 0..<15 { #expect(state.rows.position(of: row) != nil) }
        driver.press("D")
        #expect(driver.state.rows.count == 15)
    }

    @Test func `search finds a folded mail once`() {
        var driver = driver()
        driver.type("/account")
        driver.press(.enter)
        #expect(driver.state.cursorRow == 1)
        driver.press("n")
        #expect(driver.state.cursorRow == 1)
        #expect(driver.message == "search went on at the top")
    }

    @Test func `rows that were judged differently carry a remark in list and detail`() {
        var driver = driver()
        let lines = driver.screen().lines
        #expect(lines[6].hasPrefix("   !11-22 09:31"))
        driver.press("j", "j", "j", "j")
        driver.rest()
        driver.press(.enter)
        let detail = driver.screen().lines.joined(separator: "\n")
        #expect(detail.contains("(!) the deliveries of this mail have different verdicts"))
        #expect(detail.contains("(!) spam FAIL"))
    }

    @Test func `the mail on the screen gets its deliveries once they are known`() {
        var driver = Driver(.delivered)
        #expect(driver.state.detail.loaded?.deliveryCount == 1)
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.effects.contains(.load(row: 0)))
        #expect(driver.state.detail.loaded?.deliveryCount == 3)
    }

    @Test func `what belongs to another table is dropped, and a reload starts unfolded`() {
        var driver = driver()
        driver.receive(.deliveries(EventTable.of(TestMail.desk).linked))
        #expect(driver.state.rows.count == 11)
        driver.press("j", "R")
        driver.receive(.deliveries(EventTable.delivered.linked))
        driver.receive(.table(.delivered, fraction: 1, isDone: true))
        #expect(driver.state.rows.count == 15)
        driver.receive(.deliveries(EventTable.delivered.linked))
        #expect(driver.state.rows.count == 11)
        #expect(driver.subject == TestMail.desk[1].subject)
    }

    @Test func `a bookmark on a folded delivery leads to its mail`() {
        var driver = driver()
        driver.press("D", "G", "k", "m", "a", "g", "D", "'", "a")
        #expect(driver.state.cursorRow == 0)
    }

    @Test func `very many deliveries are counted short, and a hundred are listed`() {
        var table = EventTable.of([TestMail.desk[0]])
        for _ in 0..<1233 { table.append([TestMail.desk[0]], firstKey: 1) }
        var driver = driver(table)
        #expect(driver.state.rows.count == 1)
        #expect(driver.screen().lines[2].contains("x1234 You have"))
        driver.press(.enter, "G")
        let lines = driver.screen().lines.joined(separator: "\n")
        #expect(driver.state.detail.loaded?.deliveries.count == 100)
        #expect(driver.state.detail.loaded?.deliveryCount == 1234)
        driver.press("g")
        driver.type("/more")
        driver.press(.enter)
        #expect((lines + driver.screen().lines.joined()).contains("and 1,134 more"))
    }
}
