import Foundation

@testable import SESCore

/// A log of random events in a real file, read into a table of several pieces, and what its rows say.
struct RandomLog {
    let table: EventTable
    /// The event of each row, decoded whole.
    let events: [MailEvent]
    let late: [LateMail]
    let deliveries: Deliveries
    /// What persons said of the first rows.
    let marks: RowMarks

    /// What a row says that the index skips.
    struct LateMail {
        var source: RawText
        var recipients: [RawText]
        var ip: RawText
        var action: RawText
        var took: UInt32?
        var isMismatched: Bool
    }

    init(seed: UInt64, events count: Int) throws {
        var random = SeededGenerator(seed: seed)
        var lines: [[UInt8]] = []
        for _ in 0..<count {
            let repeated = Int.random(in: 0..<8, using: &random) == 0 ? lines.last : nil
            lines.append(repeated ?? Self.event(&random))
        }
        let bytes = Array(lines.joined(separator: [0x0A]))
        let url = FileManager.default.temporaryDirectory.appending(
            path: "ses-browser-\(UUID().uuidString)@logs.example")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        var settings = LoadSettings()
        settings.firstGoals = [2000, 9000, 30_000]
        settings.pieceSize = 8192
        let path = RawText(url.path(percentEncoded: false))
        let table = LogLoader(paths: [path], settings: settings).load()
        var reader = RecordReader()
        events = try (0..<table.count).map { row throws in
            try table.load(row, with: &reader, countsLine: false).event
        }
        deliveries = Deliveries.linking(table) { true } ?? Deliveries()
        late = (0..<table.count).map { _ in Self.lateMail(&random) }
        var marks = RowMarks()
        for row in 0..<table.count * 9 / 10 where Bool.random(using: &random) {
            let bits = UInt8.random(in: 0..<64, using: &random)
            // Most without the bit that no decision has.
            let isOrdinary = Int.random(in: 0..<8, using: &random) > 0
            marks[row] = RowMark(rawValue: isOrdinary ? bits & ~4 : bits)
        }
        self.marks = marks
        self.table = table
    }
}

extension RandomLog {
    /// Words that meet each other in part, in two letter cases, in several scripts; letters that fold to
    /// ASCII or do not; what is hostile; what divides texts.
    static let words = [
        "invoice", "Invoice", "INVOICE", "in", "é", "É", "\u{212A}", "\u{17F}", "k", "S", "ß", "日本",
        "a", "aa", "A", "@", "@Example.com", "@mail.example.com", "example.com", ".com", "\n",
        "\u{202E}", "\u{0}", "\u{7F}", "İ", "ı", "a@", "日", "e", "99", " ", "\u{FE0F}", "e\u{301}",
        "Юг", "юГ", "Ⱥ", "ⱥ", "",
    ]

    static func text(_ random: inout SeededGenerator, most: Int) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...most, using: &random) {
            text += Array(words[Int.random(in: 0..<words.count, using: &random)].utf8)
        }
        switch Int.random(in: 0..<40, using: &random) {
        case 0: text.append(UInt8.random(in: 0x80...0xFF, using: &random))
        case 1: text += [UInt8](repeating: 0x61, count: 150)
        default: break
        }
        return text
    }

    /// As JSON; what is no UTF-8 stays.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var json: [UInt8] = [0x22]
        for byte in text {
            switch byte {
            case 0x22, 0x5C: json += [0x5C, byte]
            case 0..<0x20:
                json += Array("\\u00".utf8) + Array((byte < 16 ? "0" : "").utf8)
                json += Array(String(byte, radix: 16).utf8)
            default: json.append(byte)
            }
        }
        return json + [0x22]
    }

    private static func event(_ random: inout SeededGenerator) -> [UInt8] {
        func list(_ most: Int, _ random: inout SeededGenerator) -> [UInt8] {
            var items: [[UInt8]] = []
            for _ in 0..<Int.random(in: 0...most, using: &random) {
                items.append(quoted(mailbox(&random)))
            }
            return [0x5B] + Array(items.joined(separator: [0x2C])) + [0x5D]
        }
        var json = Array(#"{"notificationType":"Received","mail":{"messageId":"#.utf8)
        json += quoted(Array("id\(Int.random(in: 0..<300, using: &random))".utf8))
        if Int.random(in: 0..<12, using: &random) > 0 {
            let day = Int.random(in: 18...22, using: &random)
            let hour = Int.random(in: 10...23, using: &random)
            let minute = Int.random(in: 10...59, using: &random)
            json += Array(#","timestamp":"2026-11-\#(day)T\#(hour):\#(minute):00.500Z""#.utf8)
        }
        json += Array(#","source":"a@x.example","headersTruncated":"#.utf8)
        json += Array((Int.random(in: 0..<9, using: &random) == 0 ? "true" : "false").utf8)
        json += Array(#","headers":[{"name":"#.utf8)
        json += quoted(Array(Bool.random(using: &random) ? "X-Mailer".utf8 : "x-mailer".utf8))
        json += Array(#","value":"#.utf8) + quoted(headerValue(&random))
        json += Array(#"},{"name":"To","value":"#.utf8) + quoted(mailbox(&random))
        json += Array(#"}],"commonHeaders":{"from":"#.utf8) + list(1, &random)
        json += Array(#","to":"#.utf8) + list(2, &random)
        json += Array(#","cc":"#.utf8) + list(2, &random)
        json += Array(#","subject":"#.utf8) + quoted(text(&random, most: 5))
        json += Array(#"}},"receipt":{"#.utf8)
        for check in Check.allCases {
            let words = ["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED", "ODD", ""]
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            if word.isEmpty { continue }
            json += Array(#""\#(check.word)Verdict":{"status":"\#(word)"},"#.utf8)
        }
        let policies = ["", "none", "reject", "quarantine", "odd"]
        let policy = policies[Int.random(in: 0..<policies.count, using: &random)]
        if !policy.isEmpty { json += Array(#""dmarcPolicy":"\#(policy)","#.utf8) }
        return json + Array(#""recipients":[]}}"#.utf8)
    }

    private static func mailbox(_ random: inout SeededGenerator) -> [UInt8] {
        let domains = [
            "@example.com", "@Mail.Example.COM", "@other.example", "@exam\u{212A}.com",
            "@münchen.de",
            "@notexample.com", "@example.com.", "", "@", "@MÜNCHEN.de",
        ]
        let local = text(&random, most: 2).filter { $0 > 0x20 && $0 != 0x40 }
        let domain = domains[Int.random(in: 0..<domains.count, using: &random)]
        let address = local + Array(domain.utf8)
        guard Bool.random(using: &random) else { return address }
        let name = text(&random, most: 3).filter { $0 != 0x22 && $0 != 0x5C }
        return [0x22] + name + Array("\" <".utf8) + address + [0x3E]
    }

    private static func headerValue(_ random: inout SeededGenerator) -> [UInt8] {
        Bool.random(using: &random)
            ? Array("=?utf-8?q?Inv=C3=89_?= <a@mail.example.com>".utf8) : text(&random, most: 3)
    }

    private static func lateMail(_ random: inout SeededGenerator) -> LateMail {
        let count = Int.random(in: 0...2, using: &random)
        let hasTook = Int.random(in: 0..<5, using: &random) > 0
        return LateMail(
            source: RawText(mailbox(&random)),
            recipients: (0..<count).map { _ in
                RawText(mailbox(&random).filter { $0 != 0x0A } + [0x2E])
            },
            ip: RawText("192.0.2.\(Int.random(in: 0..<20, using: &random))"),
            action: Bool.random(using: &random) ? "S3" : "Lambda",
            took: hasTook ? UInt32.random(in: 0...2000, using: &random) : nil,
            isMismatched: Bool.random(using: &random))
    }
}

extension RandomLog {
    /// The late columns of the first rows.
    func lateColumns(rows: Int) -> LateColumns {
        var batch = LateBatch()
        for mail in late.prefix(rows) {
            var particulars = RowParticulars()
            particulars.source = mail.source
            particulars.recipients = RawText(
                mail.recipients.map(\.bytes).joined(separator: [0x0A]))
            particulars.ip = mail.ip
            particulars.action = mail.action
            particulars.took = mail.took.map(Int.init)
            particulars.isMismatched = mail.isMismatched
            batch.append(particulars)
        }
        var builder = LateBuilder(LateColumns())
        builder.append(batch)
        return builder.columns
    }

    /// What the records of the first rows say to the conditions of a query.
    func answers(_ query: CompiledQuery, rows: Int) -> RecordAnswers {
        var answers = RecordAnswers()
        for condition in query.recordConditions {
            var found = RowBits(count: rows)
            for row in 0..<rows where condition.holds(for: events[row]) == true {
                found[row] = true
            }
            answers[condition.term] = found
        }
        return answers
    }
}
