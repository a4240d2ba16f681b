import SESCore
import Testing

@testable import SESBrowser

@Suite struct SearchTests {
    @Test func `a search goes to the next mail whose sender or subject holds the text`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("/INVOICE")
        driver.press(.enter)
        #expect(driver.subject == "Re: Re: invoice 2231 question")
        driver.press("/", .control("u"))
        driver.type("copier.example")
        driver.press(.enter)
        #expect(driver.subject == "Scanned document 00417.zip")
    }

    @Test func `a search finds display names, whether their column is shown or not`() {
        var driver = Driver(.of(TestMail.desk), columns: 60)
        driver.type("/SOFT SUPPORT")
        driver.press(.enter)
        #expect(driver.subject == "Unusual sign-in activity")
    }

    @Test func `n and N go on, past the ends with a notice`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("/account")
        driver.press(.enter, "n")
        #expect(driver.message == "search went on at the top")
        driver.type("/example")
        driver.press(.enter)
        let first = driver.state.list.position
        driver.press("n", "n", "N")
        #expect(driver.state.list.position == first + 1)
    }

    @Test func `a search without a match stays and says so`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j")
        driver.type("/nowhere")
        driver.press(.enter)
        #expect(driver.state.list.position == 1)
        #expect(driver.message == "no match for nowhere")
    }

    @Test func `matches are marked until Esc`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("/minutes")
        driver.press(.enter)
        let match = Theme.mono.style(.match)
        let row = driver.state.list.position - driver.state.list.top + 2
        #expect(driver.screen().row(row).suffix(40).filter { $0.style == match }.count == 7)
        driver.press(.escape)
        #expect(!driver.screen().row(row).suffix(40).contains { $0.style == match })
        driver.press("n")
        #expect(driver.message == "search went on at the top")
    }

    @Test(arguments: [
        ("Grüße", "viele grÜße"), ("a", "A"), ("漢字", "x漢字y"), ("SS", "xss"),
    ])
    func `letter case does not matter`(needle: String, text: String) {
        #expect(finds(needle, in: Array(text.utf8)))
    }

    @Test func `bytes that are no UTF-8 are searched too`() {
        #expect(finds("spam", in: [0xFF, 0x53, 0x50, 0x41, 0x4D, 0x80]))
    }

    @Test func `no text is found across two columns`() {
        #expect(!finds("xü", in: [0x58], after: Array("Ü".utf8)))
    }

    private func finds(_ needle: String, in subject: [UInt8], after from: [UInt8] = []) -> Bool {
        var summary = EventSummary()
        (summary.from, summary.subject) = (from, subject)
        var builder = PieceBuilder(file: 0)
        builder.append(summary, offset: 0, length: 0, route: 0)
        var table = EventTable()
        table.append(Piece(builder))
        return SearchTerm(needle).map { table.holds($0.folded, row: 0) } ?? false
    }
}
