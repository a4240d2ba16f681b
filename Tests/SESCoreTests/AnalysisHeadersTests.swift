import SESCore
import Testing

@Suite struct TrustedHeadersTests {
    @Test func `the block that SES wrote ends at the first header of the sender`() {
        let headers = HeaderSample.block + [("Received", "from a by b"), ("From", "x@y.example")]
        let trusted = TrustedHeaders(headers.fields)
        #expect(trusted.count == HeaderSample.block.count)
        #expect(trusted.clientAddress == "198.51.100.7")
        #expect(trusted.helo == "mx1.list.example")
    }

    @Test func `scanning that is off leaves two headers out of the block`() {
        let headers = HeaderSample.block.filter { !$0.0.hasSuffix("-Verdict") } + [("From", "x")]
        #expect(TrustedHeaders(headers.fields).count == HeaderSample.block.count - 2)
    }

    @Test func `a verdict out of its place is the sender's, even at the very top`() {
        let off = HeaderSample.block.filter { !$0.0.hasSuffix("-Verdict") }
        let trusted = TrustedHeaders((off + [("X-SES-Spam-Verdict", "PASS")]).fields)
        #expect(trusted.count == off.count)
    }

    @Test func `a host that greets with an address is known by its own address`() {
        let value: RawText =
            "from [192.0.2.1] (unknown [IPv6:2001:db8::7]) by inbound-smtp.eu-west-1.amazonaws.com"
        let trusted = TrustedHeaders([HeaderField(name: "received", value: value)])
        #expect(trusted.clientAddress == "IPv6:2001:db8::7")
        #expect(trusted.helo == "[192.0.2.1]")
    }

    @Test(
        arguments: [
            "from a (b [192.0.2.1]) by inbound-smtp.evil.example with SMTP",
            "from a (b [192.0.2.1]) by mx.corp.example with ESMTP",
            "",
        ] as [RawText])
    func `headers that another host wrote on top are not trusted`(received: RawText) {
        let headers = [
            HeaderField(name: "Return-Path", value: "<a@b.example>"),
            HeaderField(name: "Received", value: received),
            HeaderField(name: "X-SES-Spam-Verdict", value: "PASS"),
        ]
        let trusted = TrustedHeaders(headers)
        #expect(trusted.count == 0)
        #expect(trusted.clientAddress == nil)
    }

    @Test func `no headers, nothing trusted`() {
        #expect(TrustedHeaders(nil).count == 0)
        #expect(TrustedHeaders([]).count == 0)
    }
}

@Suite struct HeaderFindingTests {
    @Test func `an event whose headers agree with its receipt has no findings`() {
        #expect(HeaderFinding.all(in: event(HeaderSample.block)).isEmpty)
        #expect(HeaderFinding.all(in: MailEvent()).isEmpty)
    }

    @Test func `a receipt that says other than SES's headers is found`() {
        var forged = event(HeaderSample.block)
        forged.receipt?.verdicts[.spam] = Verdict(token: "FAIL")
        forged.receipt?.verdicts[.dmarc] = Verdict(token: "PASS")
        #expect(
            HeaderFinding.all(in: forged) == [
                .disagrees(check: .spam, receipt: "FAIL", header: "PASS"),
                .disagrees(check: .dmarc, receipt: "PASS", header: "FAIL"),
            ])
    }

    @Test func `letter case and a missing verdict are no disagreement`() {
        var plain = event(HeaderSample.block)
        plain.receipt?.verdicts[.spam] = Verdict(token: "pass")
        plain.receipt?.verdicts[.virus] = .missing
        #expect(HeaderFinding.all(in: plain).isEmpty)
    }

    @Test func `headers that pose as SES's further down are found`() {
        let imitations: [(String, String)] = [
            ("From", "x@y.example"), ("x-ses-spam-verdict", "PASS"),
            ("Authentication-Results", "AmazonSES.com; spf=pass"),
            ("Authentication-Results", "mx.other.example; spf=pass"),
            ("X-SES-Outgoing", "2020.01.01-192.0.2.1"),
        ]
        let findings = HeaderFinding.all(in: event(HeaderSample.block + imitations))
        let top = HeaderSample.block.count
        #expect(
            findings == [
                .imitates(name: "x-ses-spam-verdict", value: "PASS", index: top + 1),
                .imitates(
                    name: "Authentication-Results", value: "AmazonSES.com; spf=pass",
                    index: top + 2),
            ])
        #expect(
            findings.first?.words.description
                == "x-ses-spam-verdict is header \(top + 2), below SES's own: "
                + "the sender may have written it")
    }

    private func event(_ headers: [(String, String)]) -> MailEvent {
        var event = MailEvent()
        var mail = Mail()
        mail.headers = headers.fields
        event.mail = mail
        var receipt = Receipt()
        for (check, status) in [
            (Check.spam, "PASS"), (.virus, "PASS"), (.spf, "PASS"), (.dkim, "PASS"),
            (.dmarc, "FAIL"),
        ] {
            receipt.verdicts[check] = Verdict(token: RawText(status))
        }
        event.receipt = receipt
        return event
    }
}

private enum HeaderSample {
    /// What SES puts on top of a mail, with values of our own.
    static let block = [
        ("Return-Path", "<bounce@list.example>"),
        (
            "Received",
            "from mx1.list.example (mx1.list.example [198.51.100.7]) "
                + "by inbound-smtp.eu-west-1.amazonaws.com with SMTP id k3v0 for a@corp.example"
        ),
        ("X-SES-Spam-Verdict", "PASS"),
        ("X-SES-Virus-Verdict", "PASS"),
        ("Received-SPF", "pass (spfCheck: ...) client-ip=198.51.100.7;"),
        (
            "Authentication-Results",
            "amazonses.com; spf=pass; dkim=pass header.i=@list.example; dmarc=fail header.from=x;"
        ),
        ("X-SES-RECEIPT", "AEFB"),
        ("X-SES-DKIM-SIGNATURE", "a=rsa-sha256"),
    ]
}

extension [(String, String)] {
    fileprivate var fields: [HeaderField] {
        map { HeaderField(name: RawText($0.0), value: RawText($0.1)) }
    }
}
