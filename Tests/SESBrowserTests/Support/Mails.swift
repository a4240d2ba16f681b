@testable import SESCore

/// A mail of a test table, its verdicts written as the strip shows them.
struct TestMail {
    var time: String
    var strip: String
    var from: String
    var subject: String
    var name = ""
    var marks: Marks = []
}

extension TestMail {
    /// The mails of the mock-ups.
    static let desk: [TestMail] = [
        TestMail(
            time: "2026-11-22T09:41:07Z", strip: "S.??M", from: "win@lottery-desk.example",
            subject: "You have been selected: claim 4.000.000 today"),
        TestMail(
            time: "2026-11-22T09:40:07Z", strip: "S.P?M", from: "billing@paypa1.example",
            subject: "Your account has been limited, verify now", name: "PayPal Billing"),
        TestMail(
            time: "2026-11-22T09:38:07Z", strip: "?..D.", from: "news@mailer.example",
            subject: "[News] November digest: 30% off everything", name: "Mailer News"),
        TestMail(
            time: "2026-11-22T09:37:07Z", strip: "?....", from: "bob@customer.example",
            subject: "Re: Re: invoice 2231 question", name: "Bob"),
        TestMail(
            time: "2026-11-22T09:31:07Z", strip: ".....", from: "alice@partner.example",
            subject: "Minutes of the Tuesday call"),
        TestMail(
            time: "2026-11-22T09:28:07Z", strip: ".....",
            from: "a.very.long.local.part.of.an.address@rnicrosoft.example",
            subject: "Unusual sign-in activity", name: "Rnicrosoft support"),
        TestMail(
            time: "2026-11-22T09:22:07Z", strip: ".V...", from: "scan@copier.example",
            subject: "Scanned document 00417.zip"),
        TestMail(
            time: "2026-11-22T09:19:07Z", strip: "?!..-", from: "shop@outlet.example",
            subject: "Last chance \u{1B}[31mgpj.exe", marks: [.hostileText]),
        TestMail(
            time: "", strip: "     ", from: "", subject: "", marks: [.noReceipt]),
        TestMail(
            time: "2026-11-22T09:05:07Z", strip: ".#..-", from: "odd@new-status.example",
            subject: "A status of tomorrow"),
    ]

    /// Mails whose text is wide, combined, right to left or hostile.
    static let scripts: [TestMail] = [
        TestMail(
            time: "2026-11-22T09:41:07Z", strip: "S.??M", from: "漢字漢字漢字漢字漢字@漢字.example",
            subject: "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"),
        TestMail(
            time: "2026-11-22T09:41:06Z", strip: ".....", from: "a漢@example.test",
            subject: "a漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"),
        TestMail(
            time: "2026-11-22T09:41:05Z", strip: "?....", from: "loto@prize.test",
            subject: "זכית בפרס הגדול!"),
        TestMail(
            time: "2026-11-22T09:41:04Z", strip: "S....", from: "z\u{301}a\u{308}l\u{327}go@h.test",
            subject: "cafe\u{301} u\u{308}ber, \u{202E}gpj.exe", marks: [.hostileText]),
        TestMail(
            time: "2026-11-22T09:41:03Z", strip: "S....", from: "esc@injection.test",
            subject: "\u{1B}]0;title\u{7}\u{1B}[2J\r\nsecond line", marks: [.hostileText]),
    ]

    fileprivate var facts: Facts {
        var facts = Facts()
        for (check, letter) in zip(Check.allCases, strip) {
            facts[check] =
                switch letter {
                case ".": .pass
                case "?": .gray
                case "!": .processingFailed
                case "-": .disabled
                case " ": .missing
                case "#": .other
                default: .fail
                }
        }
        facts.marks = marks
        return facts
    }
}

extension EventTable {
    /// A table of one file; the key of a mail is its number.
    static func of(_ mails: [TestMail], file: RawText = "Samples/inbound.ndjson") -> EventTable {
        var table = EventTable(files: [FileReport(path: file)])
        table.append(mails, firstKey: 1)
        return table
    }

    mutating func append(_ mails: [TestMail], firstKey: UInt64) {
        var builder = PieceBuilder(file: 0)
        for (number, mail) in mails.enumerated() {
            var summary = EventSummary()
            summary.facts = mail.facts
            summary.time = Timestamp(iso: mail.time.utf8)
            summary.mailKey = firstKey + UInt64(number)
            summary.from = Array(mail.from.utf8)
            summary.name = Array(mail.name.utf8)
            summary.subject = Array(mail.subject.utf8)
            builder.append(summary, offset: number * 100, length: 100, route: 0)
        }
        append(Piece(builder))
    }
}

extension LoadedEvent {
    /// The mail of a row: its sender, subject and verdicts.
    static func of(_ row: Row) -> LoadedEvent {
        let address = RawText(row.from)
        let author = row.name.isEmpty ? address : RawText(row.name) + " <" + address + ">"
        var event = MailEvent()
        event.eventSource = "aws:ses"
        event.mail = Mail()
        event.mail?.source = RawText(row.from)
        event.mail?.messageID = "o3vrnil0e2ic28tr"
        event.mail?.commonHeaders = CommonHeaders()
        event.mail?.commonHeaders?.from = [author]
        event.mail?.commonHeaders?.to = ["desk@corp.example"]
        event.mail?.commonHeaders?.subject = RawText(row.subject)
        event.mail?.headers = [
            HeaderField(name: "From", value: author),
            HeaderField(name: "Subject", value: RawText(row.subject)),
        ]
        event.marks = row.facts.marks
        if !event.marks.contains(.noReceipt) {
            event.receipt = Receipt()
            event.receipt?.recipients = ["desk@corp.example"]
            for check in Check.allCases where row.facts[check] != .missing {
                let isOther = row.facts[check] == .other
                let token = isOther ? "QUARANTINED" : RawText(row.facts[check].name)
                event.receipt?.verdicts[check] = Verdict(token: token)
            }
        }
        return LoadedEvent(
            event: event,
            provenance: Provenance(
                file: "Samples/inbound.ndjson", offset: 0, length: 2, line: 1,
                envelopes: [.lambda]),
            carrier: "{}", record: "{}")
    }
}
