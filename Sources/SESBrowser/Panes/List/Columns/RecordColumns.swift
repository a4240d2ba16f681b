import SESCore

extension ListColumn {
    /// The envelope sender, `<>` for the null sender.
    static let source = ListColumn(
        "source", "SOURCE", "the envelope sender (MAIL FROM)", room: .between(18, 36), leaving: [6],
        needsRecord: true
    ) { row, columns in
        row.particular(columns, cut: .address) { $0.source.isEmpty ? "<>" : $0.source }
    }

    /// The first envelope recipient, and how many more there are.
    static let recipient = ListColumn(
        "recipient", "RECIPIENT", "who got the mail (RCPT TO)", room: .between(18, 36),
        leaving: [7], needsRecord: true
    ) { row, columns in
        let more = row.particulars?.recipients.bytes.count { $0 == lineFeed } ?? 0
        let note = more > 0 ? " +\(Count(more).fitting(3))" : ""
        var line = row.particular(columns - note.utf8.count, cut: .address) {
            RawText($0.recipients.bytes.prefix { $0 != lineFeed })
        }
        line.append(note, .label)
        return line
    }

    /// The address of the host that handed the mail to SES.
    static let ip = ListColumn(
        "ip", "IP", "the address that SES got the mail from", room: .between(15, 24), leaving: [5],
        needsRecord: true
    ) { row, columns in
        row.particular(columns, cut: .middle) { $0.ip }
    }

    /// The type of the action of the receipt rule.
    static let action = ListColumn(
        "action", "ACTION", "what the receipt rule did", room: .between(6, 8), leaving: [3],
        needsRecord: true
    ) { row, columns in
        row.particular(columns, cut: .end) { $0.action }
    }

    /// How long SES took, set to the right.
    static let took = ListColumn(
        "took", "  TOOK", "how long SES took", room: .steps([6]), leaving: [2], needsRecord: true
    ) { row, columns in
        var line = ScreenLine()
        guard let words = row.particulars?.took.map(Self.words) else { return line }
        line.append(number: words, columns: columns)
        return line
    }

    private static let lineFeed: UInt8 = 0x0A

    /// `812 ms`, `5.2 s`, `12 min` or `3 h`, in six columns at most.
    static func words(milliseconds: Int) -> String {
        switch milliseconds {
        case ..<1000: "\(milliseconds) ms"
        case ..<60_000: "\(milliseconds / 1000).\(milliseconds / 100 % 10) s"
        case ..<3_600_000: "\(milliseconds / 60_000) min"
        default: "\(min(milliseconds / 3_600_000, 9999)) h"
        }
    }
}
