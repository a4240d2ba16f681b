import Testing

@testable import SESCore

/// Mails for tests, as the S3 action stores them.
enum RawMailSample {
    static let received =
        "Received: from mx1.list.example (mx1.list.example [198.51.100.7])\r\n"
        + " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id k3v0abc\r\n"
        + " for support@corp.example;\r\n"
        + " Mon, 03 Feb 2025 04:05:06 +0000 (UTC)\r\n"

    /// SES's headers with the given results of the three checks that it makes on senders.
    static func block(
        _ results: String,
        scan: String = "X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n",
        path: String = "<bounce@list.example>"
    ) -> String {
        "Return-Path: \(path)\r\n" + received + scan
            + "Received-SPF: pass (spfCheck: of list.example) client-ip=198.51.100.7;\r\n"
            + "Authentication-Results: amazonses.com;\r\n \(results)\r\n"
            + "X-SES-RECEIPT: AEFB\r\nX-SES-DKIM-SIGNATURE: a=rsa-sha256; d=amazonses.com\r\n"
    }

    /// A mail with a block of SES's on top.
    static func mail(
        _ block: String, from: String = "Jane <jane@list.example>", extra: String = ""
    ) -> String {
        block + "From: \(from)\r\nTo: support@corp.example\r\nSubject: Hello\r\n" + extra
            + "\r\nBody\r\n"
    }

    static func event(_ mail: String) -> MailEvent { event(bytes: Array(mail.utf8)) }

    static func event(bytes: [UInt8]) -> MailEvent {
        EventDecoder.event(RawMail.record(bytes.span).span)
    }
}

@Suite struct RawMailTests {
    private func statuses(
        _ results: String, from: String = "Jane <jane@list.example>"
    ) -> [String] {
        let mail = RawMailSample.mail(RawMailSample.block(results), from: from)
        let event = RawMailSample.event(mail)
        return [Check.spf, .dkim, .dmarc].map { check in
            event.receipt?.verdicts[check].spelled?.description ?? "missing"
        }
    }

    @Test(
        arguments: [
            ("spf=pass", 0, "PASS"), ("spf=none", 0, "GRAY"), ("spf=neutral", 0, "GRAY"),
            ("spf=softfail", 0, "GRAY"), ("spf=permerror", 0, "PROCESSING_FAILED"),
            ("spf=temperror", 0, "PROCESSING_FAILED"), ("spf=fail", 0, "FAIL"),
            ("SPF=Pass", 0, "PASS"), ("spf=hardfail", 0, "hardfail"), ("dmarc=pass", 0, "missing"),
            ("dkim=pass header.i=@list.example", 1, "PASS"),
            ("dkim=pass header.i=@mail.list.example", 1, "PASS"),
            ("dkim=pass header.i=jane@LIST.example", 1, "PASS"),
            ("dkim=pass header.d=list.example", 1, "PASS"),
            ("dkim=pass header.i=@amazonses.com", 1, "GRAY"),
            ("dkim=pass header.i=@notlist.example", 1, "GRAY"),
            ("dkim=pass header.i=@example", 1, "GRAY"), ("dkim=pass", 1, "GRAY"),
            ("spf=pass", 1, "GRAY"), ("dkim=none", 1, "GRAY"),
            ("dkim=fail header.i=@list.example", 1, "FAIL"),
            ("dkim=permerror header.i=@list.example", 1, "PROCESSING_FAILED"),
            (
                "dkim=pass header.i=@other.example; dkim=fail header.i=@list.example", 1, "FAIL"
            ),
            (
                "dkim=pass header.i=@list.example; dkim=permerror header.i=@other.example", 1,
                "PASS"
            ),
            (
                "dkim=permerror header.i=@x.example; dkim=pass header.i=@other.example", 1, "GRAY"
            ),
            ("dmarc=pass header.from=list.example", 2, "PASS"),
            ("dmarc=none header.from=list.example", 2, "GRAY"),
            ("dmarc=fail header.from=list.example", 2, "FAIL"),
            ("dmarc=permerror", 2, "PROCESSING_FAILED"), ("spf=pass", 2, "missing"),
        ] as [(String, Int, String)])
    func `a result of SES stands for the verdict seen with it`(
        results: String, check: Int, status: String
    ) {
        #expect(statuses(results)[check] == status)
    }

    @Test func `alignment is judged by the domain that SES checked, not by what From looks like`() {
        let results = "dkim=pass header.i=@evil.example; dmarc=fail header.from=bank.example;"
        #expect(statuses(results, from: "x@evil.example")[1] == "GRAY")
        let older = "dkim=pass header.i=@list.example; dmarc=none properties.from=list.example"
        #expect(statuses(older, from: "x@evil.example")[1] == "PASS")
    }

    @Test(
        arguments: [
            "spf=fail helo=x; dmarc=pass; dmarc=fail header.from=list.example",
            "spf=fail (open; dmarc=pass; dmarc=fail header.from=list.example",
            "spf=fail envelope-from=\"open; dmarc=pass; dmarc=fail header.from=list.example",
        ])
    func `two results of one check that differ are no answer`(results: String) {
        #expect(statuses(results)[2] == "CONFLICTING")
        #expect(VerdictStatus(token: "CONFLICTING") == .other)
    }

    @Test(
        arguments: [
            "spf=fail envelope-from=\"a; dmarc=pass; \\\" b\"@x.example; dmarc=fail",
            "spf=fail (a; dmarc=pass (b; dmarc=pass) \\) dmarc=pass;); dmarc=fail",
        ])
    func `words of the sender in quotation marks and comments are no results`(results: String) {
        #expect(statuses(results) == ["FAIL", "GRAY", "FAIL"])
    }

    @Test func `what SES put on top becomes the parts of the event`() throws {
        let event = RawMailSample.event(
            RawMailSample.mail(
                RawMailSample.block("spf=pass"), extra: "Cc: A <a@x.example>, b@x.example\r\n"))
        let mail = try #require(event.mail)
        #expect(event.notificationType == "Received")
        #expect(mail.timestamp == "2025-02-03T04:05:06.000Z")
        #expect(mail.messageID == "k3v0abc")
        #expect(mail.source == "bounce@list.example")
        #expect(mail.destination == ["support@corp.example", "a@x.example", "b@x.example"])
        #expect(mail.headersTruncated == false)
        #expect(mail.headers?.count == 12)
        #expect(mail.commonHeaders?.returnPath == "bounce@list.example")
        #expect(mail.commonHeaders?.from == ["Jane <jane@list.example>"])
        #expect(mail.commonHeaders?.cc == ["A <a@x.example>", "b@x.example"])
        #expect(mail.commonHeaders?.subject == "Hello")
        #expect(event.receipt?.recipients == ["support@corp.example"])
        #expect(event.receipt?.dmarcPolicy == .absent)
        #expect(event.extras.isEmpty)
        #expect(TrustedHeaders(mail.headers).clientAddress == "198.51.100.7")
    }

    @Test func `a null sender is an empty one`() {
        let event = RawMailSample.event(
            RawMailSample.mail(RawMailSample.block("dmarc=permerror;", path: "<>")))
        #expect(event.mail?.source == "")
        #expect(event.receipt?.verdicts[.dmarc].status == .processingFailed)
    }

    @Test func `statuses of the scans stand as SES spells them`() {
        let scan = "X-SES-Spam-Verdict: Odd one\r\nX-SES-Virus-Verdict: FAIL\r\n"
        let event = RawMailSample.event(
            RawMailSample.mail(RawMailSample.block("spf=pass", scan: scan)))
        #expect(event.receipt?.verdicts[.spam].spelled == "Odd one")
        #expect(event.receipt?.verdicts[.virus].status == .fail)
    }

    @Test func `scanning that is off leaves the verdicts missing, whatever the sender adds`() {
        let forged = "X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n"
        let off = RawMailSample.block("spf=fail", scan: "")
        for mail in [
            RawMailSample.mail(off), RawMailSample.mail(off, extra: forged),
        ] {
            let event = RawMailSample.event(mail)
            #expect(event.receipt?.verdicts[.spam] == .missing)
            #expect(event.receipt?.verdicts[.virus] == .missing)
            #expect(event.receipt?.verdicts[.spf].status == .fail)
        }
    }

    @Test func `a second block of SES's headers, written by the sender, never counts`() {
        let forged = RawMailSample.block(
            "spf=pass; dkim=pass header.i=@list.example; dmarc=pass")
        let scan = "X-SES-Spam-Verdict: FAIL\r\nX-SES-Virus-Verdict: FAIL\r\n"
        let results = "spf=fail; dkim=fail header.i=@list.example; dmarc=fail"
        let event = RawMailSample.event(
            RawMailSample.mail(RawMailSample.block(results, scan: scan), extra: forged))
        for check in Check.allCases {
            #expect(event.receipt?.verdicts[check].status == .fail)
        }
        #expect(HeaderFinding.all(in: event).count == 5)
    }

    @Test(
        arguments: [
            "From: x@y.example\r\nSubject: Hello\r\n\r\nBody",
            "Received: from a by mx.corp.example; Mon, 03 Feb 2025 04:05:06 +0000\r\n"
                + RawMailSample.mail(RawMailSample.block("spf=pass")),
            "X-SES-Spam-Verdict: PASS\r\n" + RawMailSample.mail(RawMailSample.block("spf=pass")),
        ])
    func `without SES's headers on top nothing is known of a mail but its headers`(mail: String) {
        let event = RawMailSample.event(mail)
        #expect(event.receipt == nil)
        #expect(event.marks.contains(.noReceipt))
        #expect(event.mail?.source == nil && event.mail?.timestamp == nil)
        #expect(event.mail?.subject == "Hello")
    }

    @Test func `bytes of headers that are no UTF-8 come through, and nothing in them is JSON`() {
        let subject = Array("a\"},\u{1}\\u0041".utf8) + [0xFC, 0xED, 0xA0, 0x80, 0x7F]
        let bytes = Array("From: x@y.example\nSubject: ".utf8) + subject + Array("\n\n".utf8)
        let event = RawMailSample.event(bytes: bytes)
        #expect(event.mail?.subject?.bytes == subject)
        #expect(event.mail?.headers?.last?.value.bytes == subject)
        #expect(!event.marks.contains(.malformed))
    }
}
