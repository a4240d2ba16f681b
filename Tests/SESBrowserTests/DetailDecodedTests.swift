import Foundation
import SESCore
import Testing

@testable import SESBrowser

@Suite struct DetailDecodedTests {
    private func loaded(_ headers: [(String, String)], marks: Marks = []) -> LoadedEvent {
        var event = MailEvent()
        var mail = Mail()
        mail.headers = DetailFixture.fields(headers)
        event.mail = mail
        event.marks = marks
        return DetailFixture.loaded(event, envelopes: [.rawMail])
    }

    private func rows(_ view: DetailView, _ loaded: LoadedEvent) -> [String] {
        DetailDocument(view, of: loaded, columns: 120).text.components(separatedBy: "\n")
    }

    @Test func `headers are shown decoded, and what could not be decoded is marked`() {
        let loaded = loaded([
            ("Subject", "=?utf-8?Q?Gr=C3=BC=C3=9Fe?="), ("X-Odd", "=?utf-7?Q?+AGE-?= b"),
            ("Received", "from =?utf-8?Q?a?="),
        ])
        let rows = rows(.headers, loaded)
        #expect(rows.contains("Subject: Grüße"))
        #expect(rows.contains("X-Odd: =?utf-7?Q?+AGE-?= b !enc"))
        #expect(rows.contains("Received: from =?utf-8?Q?a?="))
    }

    @Test func `a mark that a sender typed does not look like ours`() {
        func last(_ value: String) -> StyledGlyph? {
            DetailDocument(.headers, of: loaded([("X-Odd", value)]), columns: 80).row(2).last
        }
        #expect(last("=?x?Q?a?=")?.role == .notation)
        #expect(last("=?x !enc")?.role == .plain)
    }

    @Test func `the summary takes subject and author from headers, and counts what is odd`() {
        let loaded = loaded([
            ("From", "=?utf-8?Q?J=C3=B6rg,_K?= <j@x.example>"),
            ("Subject", "=?utf-8?Q?Gr=C3=BC=C3=9Fe?="), ("X-Odd", "=?x?Q?a?="),
            ("X-Odder", "=?x?Q?b?="),
        ])
        let rows = rows(.summary, loaded)
        #expect(rows[0] == "Subject    Grüße")
        #expect(rows[1] == "From       \"Jörg, K\" <j@x.example>")
        #expect(
            rows.contains(
                "(!) X-Odd and 1 more could not be decoded in full: !enc marks it in view Headers"))
    }

    @Test func `the summary of a raw mail says where its verdicts come from`() {
        var derived = loaded([("Subject", "a")], marks: [.derived])
        derived.event.receipt = Receipt()
        #expect(
            rows(.summary, derived).contains(
                "(!) a raw mail: the verdicts are derived from the headers that SES put on top"))
        let plain = rows(.summary, loaded([("Subject", "a")], marks: [.derived, .noReceipt]))
        #expect(
            plain.contains(
                "(!) a raw mail without SES's headers on top: no verdict can be known"))
        #expect(!plain.contains { $0.contains("derived") || $0.contains("no receipt:") })
    }
}
