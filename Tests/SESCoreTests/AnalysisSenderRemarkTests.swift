import SESCore
import Testing

@testable import SESCore

@Suite struct SenderRemarkTests {
    @Test func `an ordinary mail has no remarks`() {
        #expect(
            remarks(from: ["Jane Doe <jane@corp.example>"], source: "jane@corp.example").isEmpty)
        #expect(SenderRemark.all(in: MailEvent()).isEmpty)
    }

    @Test func `an envelope sender of another domain is remarked`() {
        #expect(
            remarks(from: ["News <news@mailer.example>"], source: "b-1@bulk.relay.example")
                == [.envelopeSenderDiffers(domain: "bulk.relay.example")])
    }

    @Test(
        arguments: ["b@bounces.CORP.example", "b@corp.example.", "", "<>", "postmaster"]
            as [RawText])
    func `a subdomain, another spelling and the null sender are no difference`(source: RawText) {
        #expect(remarks(from: ["Jane <jane@Corp.example>"], source: source).isEmpty)
    }

    @Test func `a domain that only ends alike differs`() {
        #expect(
            remarks(from: ["a@corp.example"], source: "a@evilcorp.example")
                == [.envelopeSenderDiffers(domain: "evilcorp.example")])
    }

    @Test func `an answer that goes elsewhere is remarked`() {
        #expect(
            remarks(
                from: ["a@corp.example"], source: "a@corp.example",
                replyTo: ["a@corp.example, Deals <deals@elsewhere.example>"])
                == [.replyToDiffers(domain: "elsewhere.example")])
    }

    @Test func `several authors are counted, and any of their domains counts`() {
        #expect(
            remarks(from: ["a@one.example", "b@two.example"], source: "x@two.example")
                == [.severalAuthors(2)])
    }

    @Test(
        arguments: [
            "\"security@bank.example\" <x@evil.example>",
            "security@bank.example via List <list@evil.example>",
        ] as [RawText])
    func `a display name that holds another address is remarked`(from: RawText) {
        #expect(remarks(from: [from], source: "x@evil.example") == [.displayNameHoldsAddress])
    }

    @Test func `a display name of another domain is remarked`() {
        #expect(
            remarks(from: ["PayPal.com Service <x@evil.example>"], source: "x@evil.example")
                == [.displayNameNamesDomain("paypal.com")])
    }

    @Test(
        arguments: [
            "\"X@evil.example\" <x@evil.example>", "Mr.Smith <x@evil.example>",
            "J. R. Hartley <x@evil.example>", "Evil.example <x@mail.evil.example>",
            "e.g. Somebody <x@evil.example>", "x@evil.example (Some Body)",
        ] as [RawText])
    func `a display name of no other domain is not`(from: RawText) {
        #expect(remarks(from: [from], source: "").isEmpty)
    }

    @Test func `headers answer where SES decoded none`() {
        var event = MailEvent()
        var mail = Mail()
        mail.source = "x@evil.example"
        mail.headers = [
            HeaderField(name: "FROM", value: "\"Doe, Jane\" <j@corp.example>, b@corp.example")
        ]
        event.mail = mail
        #expect(
            SenderRemark.all(in: event)
                == [.severalAuthors(2), .envelopeSenderDiffers(domain: "evil.example")])
    }

    private func remarks(
        from: [RawText], source: RawText, replyTo: [RawText] = []
    ) -> [SenderRemark] {
        var event = MailEvent()
        var mail = Mail()
        var common = CommonHeaders()
        common.from = from
        common.replyTo = replyTo
        mail.commonHeaders = common
        mail.source = source
        event.mail = mail
        return SenderRemark.all(in: event)
    }
}

@Suite struct MailboxListTests {
    @Test func `commas in names, comments and routes divide nothing`() {
        let list = MailboxText.list(
            "\"a, b\" <x@a.example>, (c, d) y@b.example.,, <@r,@s:z@c.example>")
        #expect(list.map(\.domain) == ["a.example", "b.example", "c.example"])
    }
}
