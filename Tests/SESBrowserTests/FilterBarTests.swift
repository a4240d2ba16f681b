import SESCore
import Testing

@testable import SESBrowser

/// The filter bar beyond verdicts: time, lists to pick from, completion, names.
@Suite struct FilterBarTests {
    private func subjects(_ driver: Driver) -> [String] {
        (0..<driver.state.rows.count).map {
            String(decoding: driver.state.table[driver.state.rows[$0]].subject, as: UTF8.self)
        }
    }

    @Test func `7 steps through the last hour, the last day and all`() {
        var driver = Driver(.of(TestMail.desk))
        driver.now = Timestamp(iso: "2026-11-22T10:35:00Z".utf8)
        driver.press("7")
        #expect(driver.state.filter.text == "newer:1h")
        #expect(driver.state.rows.count == 4)
        driver.press("7")
        #expect(driver.state.filter.text == "newer:24h")
        #expect(driver.state.rows.count == 9)
        driver.press("7")
        #expect(driver.state.filter.text.isEmpty)
        driver.press("1", "7")
        #expect(driver.state.filter.text == "spam:fail newer:1h")
    }

    @Test func `the chips of the time tell how many mails they would show`() {
        var driver = Driver(.of(TestMail.desk))
        driver.now = Timestamp(iso: "2026-11-22T10:35:00Z".utf8)
        driver.press("1", "1", "f")
        #expect(driver.state.bar?.facets?.lastHour == 2)
        #expect(driver.state.bar?.facets?.anyTime == 3)
        for _ in 0..<7 { driver.press(.down) }
        driver.press(.left, .left, " ")
        #expect(driver.state.filter.text == "spam:gray newer:1h")
        #expect(driver.state.bar?.editor.text == "spam:gray newer:1h")
    }

    @Test func `a value that is picked narrows the list, or is left out`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("f")
        for _ in 0..<7 { driver.press(.down) }
        driver.press(.right, .right, .enter)
        #expect(driver.state.context == .pick)
        #expect(driver.state.pick?.list?.entries.count == 9)
        driver.press("j", .enter)
        #expect(driver.state.filter.text == "domain:paypa1.example")
        #expect(subjects(driver) == ["Your account has been limited, verify now"])
        driver.press(.control("u"), .down, .left, .enter, "j", "-")
        #expect(driver.state.filter.text == "-from:billing@paypa1.example")
        #expect(driver.state.rows.count == 9)
        driver.press(.enter, "-")
        #expect(driver.state.rows.count == 10)
    }

    @Test func `a word that may become a field waits for the next letter, or for Enter`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fi")
        #expect(driver.state.rows.count == 10)
        driver.type("nv")
        #expect(driver.state.rows.count == 1)
        driver.press(.control("u"))
        driver.type("is")
        #expect(driver.state.rows.count == 10)
        driver.press(.enter)
        #expect(driver.state.filter.query == .term(.text(.any, [.words("is")])))
        #expect(driver.state.rows.count < 10)
    }

    @Test func `Tab completes addresses and domains of the log with their counts`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("ffrom:b")
        driver.press(.tab)
        let found = driver.state.bar?.candidates.map { "\($0.text) \($0.count ?? 0)" }
        #expect(found == ["billing@paypa1.example 1", "bob@customer.example 1"])
        driver.type("o")
        driver.press(.tab)
        #expect(driver.state.bar?.editor.text == "from:bob@customer.example")
        #expect(driver.state.rows.count == 1)
        driver.press(.control("u"))
        driver.type("from:@pay")
        driver.press(.tab)
        #expect(driver.state.bar?.editor.text == "from:@paypa1.example")
    }

    @Test func `a filter gets a name, is asked for by it, and loses it`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("1:filter save junk")
        driver.press(.enter)
        #expect(driver.effects.contains(.keep(.save("spam:fail", as: "junk"))))
        driver.type("0f@junk")
        driver.press(.enter)
        #expect(driver.state.rows.count == 2)
        #expect(driver.state.filter.text == "@junk")
        driver.type("0:filter delete junk")
        driver.press(.enter)
        #expect(driver.effects.contains(.keep(.delete("junk"))))
        driver.type(":filter @junk")
        driver.press(.enter)
        #expect(driver.message?.contains("a saved filter") == true)
        driver.type(":filter save no name")
        driver.press(.enter)
        #expect(driver.message == "a name is letters, digits, - _ and ., at most 64: no name")
    }

    @Test func `what was asked in earlier runs comes back with Up`() {
        var driver = Driver(.of(TestMail.desk))
        let files = FilterFiles(saved: ["old virus:fail"], history: ["spam:gray", "dkim:fail"])
        driver.receive(.filters(files))
        driver.press("f", .up, .up)
        #expect(driver.state.bar?.editor.text == "spam:gray")
        driver.press(.enter)
        #expect(driver.effects.contains(.keep(.remember("spam:gray"))))
        driver.type(":filter @old")
        driver.press(.enter)
        #expect(driver.state.rows.count == 1)
    }

    @Test func `a regular expression that PCRE2 refuses is an error at its place`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fspam:fail /a(/")
        #expect(driver.state.bar?.error != nil)
        #expect(driver.state.rows.count == 2)
        driver.type(" ")
        #expect(driver.state.bar?.error?.offset == 13)
    }

    @Test func `the page about the language asks its questions`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("f", .function(1))
        #expect(driver.screen().lines[2].hasPrefix("The query language"))
        driver.type("broken by")
        driver.press(.enter)
        #expect(driver.state.filter.text == "spf:fail dmarc:pass")
        #expect(driver.state.help == nil)
    }
}
