import SESCore

@testable import SESBrowser

/// Mails for the tests of the detail pane, made by hand.
enum DetailFixture {
    /// The event of the Lambda guide, value for value:
    /// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html>
    static var lambdaGuide: LoadedEvent {
        var event = MailEvent()
        event.eventSource = "aws:ses"
        event.eventVersion = "1.0"
        event.mail = lambdaGuideMail
        event.receipt = lambdaGuideReceipt
        return loaded(event, envelopes: [.lambda])
    }

    private static var lambdaGuideMail: Mail {
        var mail = Mail()
        mail.timestamp = "1970-01-01T00:00:00.000Z"
        mail.source = "janedoe@example.com"
        mail.messageID = "o3vrnil0e2ic28tr"
        mail.destination = ["johndoe@example.com"]
        mail.headersTruncated = false
        mail.headers = fields([
            ("Return-Path", "<janedoe@example.com>"),
            (
                "Received",
                "from mailer.example.com (mailer.example.com [203.0.113.1]) by "
                    + "inbound-smtp.us-west-2.amazonaws.com with SMTP id o3vrnil0e2ic for "
                    + "johndoe@example.com; Wed, 07 Oct 2015 12:34:56 +0000 (UTC)"
            ),
            (
                "DKIM-Signature",
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=example; "
                    + "h=mime-version:from:date:message-id:subject:to:content-type; "
                    + "bh=jX3F0bCAI7sIbkHyy3mLYO28ieDQz2R0P8HwQkklFj4=; "
                    + "b=sQwJ+LMe9RjkesGu+vqU56asvMhrLRRYrWCbV"
            ),
            ("MIME-Version", "1.0"),
            ("From", "Jane Doe <janedoe@example.com>"),
            ("Date", "Wed, 7 Oct 2015 12:34:56 -0700"),
            ("Message-ID", "<0123456789example.com>"),
            ("Subject", "Test Subject"),
            ("To", "johndoe@example.com"),
            ("Content-Type", "text/plain; charset=UTF-8"),
        ])
        var common = CommonHeaders()
        common.from = ["Jane Doe <janedoe@example.com>"]
        common.to = ["johndoe@example.com"]
        common.returnPath = "janedoe@example.com"
        common.messageID = "<0123456789example.com>"
        common.date = "Wed, 7 Oct 2015 12:34:56 -0700"
        common.subject = "Test Subject"
        mail.commonHeaders = common
        return mail
    }

    private static var lambdaGuideReceipt: Receipt {
        var receipt = Receipt()
        receipt.recipients = ["johndoe@example.com"]
        receipt.timestamp = "1970-01-01T00:00:00.000Z"
        receipt.processingTimeMillis = "574"
        for check in [Check.spam, .virus, .spf, .dkim] {
            receipt.verdicts[check] = Verdict(token: "PASS")
        }
        receipt.action = action(
            "Lambda",
            [
                ("invocationType", "Event"),
                ("functionArn", "arn:aws:lambda:us-west-2:111122223333:function:Example"),
            ])
        return receipt
    }

    /// A newsletter that somebody should look at: most remarks, and members of tomorrow.
    static var suspect: LoadedEvent {
        var event = MailEvent()
        event.notificationType = "Received"
        event.contentLength = 8412
        event.marks = [.repeatedKey, .salvaged]
        event.extras = [ExtraField(path: "receipt.newVerdict", source: #"{"status":"PASS"}"#)]
        var mail = Mail()
        mail.timestamp = "2026-11-22T09:38:07.120Z"
        mail.source = "bounce-8841@bulk.relay.example"
        mail.messageID = "8f2c41d0a7b34c6e9f10"
        mail.destination = ["list@corp.example"]
        mail.headersTruncated = true
        mail.headers = fields([
            ("Return-Path", "<bounce-8841@bulk.relay.example>"),
            (
                "Received",
                "from bulk.relay.example (bulk.relay.example [198.51.100.24]) "
                    + "by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 8f2c41"
            ),
            ("X-SES-Spam-Verdict", "PASS"),
            ("X-SES-Spam-Verdict", "PASS"),
            ("X-Mailer", "BulkSender 4.2"),
            ("List-Unsubscribe", "<https://mailer.example/u/8841>"),
        ])
        var common = CommonHeaders()
        common.subject = "[News] November digest: 30% off everything"
        common.from = ["Mailer News <news@mailer.example>"]
        common.replyTo = ["deals@elsewhere.example"]
        common.to = ["ops@corp.example", "a@corp.example", "b@corp.example", "c@corp.example"]
        common.date = "Sun, 22 Nov 2026 09:37:56 +0000"
        mail.commonHeaders = common
        event.mail = mail
        var receipt = Receipt()
        receipt.timestamp = "2026-11-22T09:38:08.001Z"
        receipt.processingTimeMillis = "812"
        receipt.recipients = ["ops@corp.example"]
        receipt.verdicts[.spam] = Verdict(token: "GRAY")
        receipt.verdicts[.virus] = Verdict(token: "DISABLED")
        receipt.verdicts[.spf] = Verdict(token: "MAYBE")
        receipt.verdicts[.dkim] = Verdict(token: "PROCESSING_FAILED")
        receipt.verdicts[.dmarc] = Verdict(token: "FAIL")
        receipt.dmarcPolicy = .reject
        receipt.action = action(
            "S3", [("bucketName", "mail-in"), ("objectKey", "in/8f2c41"), ("sealed", "no")])
        event.receipt = receipt
        return loaded(event, envelopes: [.sns, .notification], line: 12)
    }

    static func loaded(
        _ event: MailEvent, envelopes: [EnvelopeName] = [.pair], line: Int? = nil,
        carrier: RawText = "{}", record: RawText = "{}"
    ) -> LoadedEvent {
        LoadedEvent(
            event: event,
            provenance: Provenance(
                file: "logs/inbound.ndjson", offset: 4301, length: carrier.count, line: line,
                envelopes: envelopes),
            carrier: carrier, record: record)
    }

    static func fields(_ headers: [(String, String)]) -> [HeaderField] {
        headers.map { HeaderField(name: RawText($0.0), value: RawText($0.1)) }
    }

    private static func action(_ type: RawText, _ members: [(RawText, RawText)]) -> ReceiptAction {
        var action = ReceiptAction()
        action.type = type
        action.members = members.map {
            ReceiptAction.Member(name: $0.0, value: $0.1, isText: true)
        }
        return action
    }
}

extension DetailDocument {
    /// The rows as a person reads them, without blanks at their ends.
    var text: String {
        (0..<rowCount).map { String.trimmingEnd(text(ofRow: $0)) }.joined(separator: "\n")
    }

    /// A row as text; every glyph is one scalar.
    func text(ofRow index: Int) -> String {
        var text = ""
        text.unicodeScalars.append(
            contentsOf: row(index).compactMap { Unicode.Scalar($0.glyph.scalar) })
        return text
    }
}

extension String {
    fileprivate static func trimmingEnd(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
