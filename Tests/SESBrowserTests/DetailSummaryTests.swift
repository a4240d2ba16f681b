import SESCore
import Testing

@testable import SESBrowser

@Suite struct DetailSummaryTests {
    @Test(arguments: [(80, "detail-guide-80"), (40, "detail-guide-40")])
    func `the event of the Lambda guide reads well`(columns: Int, golden: String) throws {
        let document = DetailDocument(.summary, of: DetailFixture.lambdaGuide, columns: columns)
        try expectGolden(document.text, golden)
    }

    @Test(arguments: [(80, "detail-suspect-80"), (40, "detail-suspect-40")])
    func `a suspect mail shows what is odd about it`(columns: Int, golden: String) throws {
        let document = DetailDocument(.summary, of: DetailFixture.suspect, columns: columns)
        try expectGolden(document.text, golden)
    }

    @Test func `the five verdicts are seen in the first rows`() {
        let document = DetailDocument(.summary, of: DetailFixture.lambdaGuide, columns: 80)
        let rows = (0..<11).map(document.text(ofRow:))
        #expect(rows[10].hasPrefix("  DMARC  missing  the event has no DMARC verdict"))
    }

    @Test func `every field of the Lambda guide's event is shown`() {
        let loaded = DetailFixture.lambdaGuide
        let shown = DetailView.allCases.filter { $0 == .summary || $0 == .headers }
            .map { DetailDocument($0, of: loaded, columns: 1000).text }.joined(separator: "\n")
        let mail = loaded.event.mail
        var values = [
            "aws:ses", "1.0", "1970-01-01T00:00:00.000Z", "o3vrnil0e2ic28tr", "574", "Event",
            "arn:aws:lambda:us-west-2:111122223333:function:Example", "Test Subject",
            "not truncated", "<0123456789example.com>", "Wed, 7 Oct 2015 12:34:56 -0700",
            "Lambda", "janedoe@example.com", "johndoe@example.com", "lambda",
        ]
        values += (mail?.headers ?? []).map { "\($0.name): \($0.value)" }
        for check in ["spam ", "virus", "SPF  ", "DKIM "] { values.append(". \(check)  PASS") }
        for value in values {
            #expect(shown.contains(value), "\(value) is shown")
        }
    }

    @Test func `long fields do not push the verdicts out of sight, and are whole below`() {
        var loaded = DetailFixture.suspect
        let long = RawText(repeatElement(0x41, count: 9000))
        loaded.event.mail?.commonHeaders?.subject = long
        loaded.event.mail?.source = long + "@bulk.example"
        loaded.event.mail?.commonHeaders?.from = [long + "@far.example <x@mailer.example>"]
        loaded.event.receipt?.recipients = (1...99).map { RawText("user\($0)@corp.example") }
        loaded.event.receipt?.verdicts[.spam] = Verdict(token: long)
        let document = DetailDocument(.summary, of: loaded, columns: 80)
        let rows = (0..<document.rowCount).map(document.text(ofRow:))
        let dmarc = rows.firstIndex { $0.hasPrefix("M DMARC") }
        #expect(dmarc.map { $0 < 28 } == true, "\(dmarc as Int?)")
        #expect(rows.contains { $0.contains("... 8.7 kB more") })
        #expect(rows.contains { $0.contains("(+96") })
        #expect(rows.contains { $0.contains("user99@corp.example") })
        #expect(rows.filter { $0.contains("AAAAAAAAAAAAAAAAAAAA") }.count > 300)
    }

    @Test func `an event without mail and receipt says so`() {
        let document = DetailDocument(
            .summary, of: DetailFixture.loaded(MailEvent()), columns: 80)
        #expect(document.text.contains("Subject      (none)"))
        #expect(document.text.contains("(!) the event has no receipt: no verdict can be known"))
    }

    @Test func `the null sender is named`() {
        for source in ["", "<>"] as [RawText] {
            var loaded = DetailFixture.lambdaGuide
            loaded.event.mail?.source = source
            let text = DetailDocument(.summary, of: loaded, columns: 100).text
            #expect(
                text.contains(
                    "Envelope   from <>  (null sender: a bounce or an automatic reply)"))
        }
    }

    @Test func `a mail with an odd date and an unreadable time says so`() {
        var loaded = DetailFixture.suspect
        loaded.event.mail?.commonHeaders?.date = "Sun, 22 Nov 2015 09:37:56 +0000"
        #expect(
            DetailDocument(.summary, of: loaded, columns: 100).text
                .contains("+0000  (!) 11 years earlier than received"))
        loaded.event.mail?.timestamp = "yesterday"
        #expect(
            DetailDocument(.summary, of: loaded, columns: 100).text
                .contains("Received   yesterday  (!) no time that can be read"))
    }

    @Test func `a flood of imitations takes a few lines only`() {
        var loaded = DetailFixture.suspect
        loaded.event.mail?.headers? += Array(
            repeating: HeaderField(name: "X-SES-Spam-Verdict", value: "PASS"), count: 99)
        let text = DetailDocument(.summary, of: loaded, columns: 100).text
        #expect(text.contains("(!) 96 more such headers: see view Headers"))
    }
}
