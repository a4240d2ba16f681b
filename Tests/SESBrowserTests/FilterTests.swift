import SESCore
import Testing

@testable import SESBrowser

@Suite struct FilterTests {
    @Test func `a digit steps through FAIL, GRAY, not PASS, PASS and any`() {
        var driver = Driver(.of(TestMail.desk))
        let expected: [StatusSet] = [
            StatusSet(.fail), StatusSet(.gray), .notPass, StatusSet(.pass), .any,
        ]
        for set in expected {
            driver.press("1")
            #expect(driver.state.query.verdictFilter[.spam] == set)
        }
    }

    @Test func `from a set that was ticked by hand a digit gives FAIL`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("f", .down, " ", .right, " ", .enter, "1")
        #expect(driver.state.query.verdictFilter[.spam] == StatusSet(.fail))
    }

    @Test(arguments: [
        ("1", 2), ("11", 3), ("111", 6), ("1111", 4), ("11111", 10), ("14", 0), ("12", 0),
        ("55", 0), ("3", 1), ("10", 10), ("1-", 10), ("1--", 2), ("11-", 10), ("120-", 0),
    ])
    func `digits narrow the list`(keys: String, count: Int) {
        var driver = Driver(.of(TestMail.desk))
        driver.type(keys)
        #expect(driver.state.rows.count == count)
    }

    @Test func `the cursor stays on its mail, else goes to the nearest`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j", "j", "j", "1", "1")
        #expect(driver.subject == "Re: Re: invoice 2231 question")
        driver.press("0")
        #expect(driver.subject == "Re: Re: invoice 2231 question")
        driver.press("4")
        #expect(driver.subject == "[News] November digest: 30% off everything")
        driver.press("0", "g", "2")
        #expect(driver.subject == "Scanned document 00417.zip")
    }

    @Test func `after an empty result the cursor is back on its mail`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j", "1", "2")
        #expect(driver.subject == nil)
        driver.press("-")
        #expect(driver.subject == "Your account has been limited, verify now")
    }

    @Test func `an empty result says how to get back`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "2")
        let text = driver.screen().lines.joined(separator: "\n")
        #expect(text.contains("no mail matches"))
        #expect(text.contains("0 shows all, - goes back"))
    }

    @Test func `ticking cells filters, and Esc brings back what was before`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("2", "0", "f", .down)
        #expect(driver.state.context == .filterGrid)
        driver.press(" ")
        #expect(driver.state.query.verdictFilter[.spam] == StatusSet(.fail))
        driver.press(.left, " ")
        #expect(driver.state.query.verdictFilter[.spam] == [StatusSet(.fail), StatusSet(.gray)])
        #expect(driver.state.rows.count == 5)
        driver.press(.escape)
        #expect(driver.state.rows.count == 10)
        #expect(driver.state.context == .main)
        driver.press("-")
        #expect(driver.state.query.verdictFilter[.virus] == StatusSet(.fail))
    }

    @Test func `Enter keeps the ticked filter, and - goes back`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("f", .down, " ", .enter)
        #expect(driver.state.rows.count == 2)
        driver.press("-")
        #expect(driver.state.rows.count == 10)
        driver.press("-")
        #expect(driver.state.rows.count == 2)
    }

    @Test func `a text that cannot be read leaves the last good filter`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "f")
        driver.press(.control("u"))
        driver.type("nonsense:x")
        #expect(driver.state.bar?.error != nil)
        let lines = driver.screen().lines
        #expect(lines[0].contains("stopped at "))
        #expect(lines.last?.hasPrefix(" expected ") == true)
        let kept = driver.state.rows.count
        driver.press(.enter)
        #expect(driver.message?.hasPrefix("stopped at ") == true)
        #expect(driver.state.rows.count == kept)
        #expect(driver.state.bar != nil)
        driver.press(.escape)
        #expect(driver.state.rows.count == 2)
    }

    @Test func `a filter that is set by a command and cannot be read changes nothing`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("1:filter nonsense:x")
        driver.press(.enter)
        #expect(driver.message?.hasPrefix("stopped at ") == true)
        #expect(driver.state.rows.count == 2)
    }

    @Test func `facets count with every condition but their own`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "f")
        let facets = driver.state.bar?.facets
        #expect(facets?[.spam, .fail] == 2)
        #expect(facets?[.spam, .gray] == 3)
        #expect(facets?[.spam, .pass] == 4)
        #expect(facets?[.dkim, .gray] == 2)
        #expect(facets?[.dkim, .fail] == 0)
    }

    @Test func `a later snapshot only adds`() {
        var table = EventTable.of(TestMail.desk)
        var driver = Driver(table, isDone: false)
        driver.press("1", "j")
        table.append(TestMail.desk, firstKey: 100)
        driver.receive(.table(table, fraction: 1, isDone: true))
        #expect(driver.state.rows.count == 4)
        #expect(driver.state.list.position == 1)
        #expect(driver.state.rows[2] == 10)
    }
}
