import SESCore
import Testing

@testable import SESBrowser

/// Text and grid of the filter bar are two views of one filter.
@Suite struct FilterTextTests {
    @Test func `ticking a cell rewrites the text`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("f", .down, " ", .left, " ")
        #expect(driver.state.bar?.editor.text == "spam:fail,gray")
        driver.press(" ", .right, " ")
        #expect(driver.state.bar?.editor.text.isEmpty == true)
    }

    @Test func `typing ticks the cells`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fspam:gray")
        #expect(driver.state.query.verdictFilter[.spam] == StatusSet(.gray))
        #expect(driver.screen().lines[2].contains("[x]"))
        #expect(driver.state.rows.count == 3)
    }

    @Test func `a half typed term leaves the list as it was, without a word of blame`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fspam:fail dkim:")
        #expect(driver.state.rows.count == 2)
        #expect(driver.state.bar?.error?.isIncomplete == true)
        #expect(!driver.screen().lines[0].contains("stopped"))
        driver.type("bad")
        #expect(driver.state.bar?.error == nil)
    }

    @Test func `a word narrows by author and subject while it is typed`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fINVOICE")
        #expect(driver.subject == "Re: Re: invoice 2231 question")
        driver.press(.backspace, .backspace, .backspace, .backspace, .backspace)
        #expect(driver.state.rows.count > 1)
        #expect(driver.subject == "Re: Re: invoice 2231 question")
    }

    @Test func `the top line shows the filter as typed, and the list why it is empty`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fSPAM:fail virus:FAIL")
        driver.press(.enter)
        let lines = driver.screen().lines
        #expect(lines[0].hasPrefix(" SPAM:fail virus:FAIL"))
        #expect(lines[3] == "    no mail matches SPAM:fail virus:FAIL; 0 shows all, - goes back")
    }

    @Test func `history brings back a filter that was kept`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fspam:fail")
        driver.press(.enter, "0", "f", .up)
        #expect(driver.state.bar?.editor.text == "spam:fail")
        #expect(driver.state.rows.count == 2)
    }

    @Test func `a command sets the filter`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":filter dmarc:off")
        driver.press(.enter)
        #expect(driver.state.rows.count == 2)
        driver.press("-")
        #expect(driver.state.rows.count == 10)
    }
}
