@testable import SESCore

/// A mail of a table that is made to be counted.
struct CountedMail {
    var time = Timestamp.missing
    var statuses: [VerdictStatus] = [.pass, .pass, .pass, .pass, .pass]
    var from = ""
    var recipients: [String] = []
    var ip = ""
}

extension CountedMail {
    var fails: Bool { statuses.contains(.fail) }

    var facts: Facts {
        var facts = Facts()
        for (check, status) in zip(Check.allCases, statuses) { facts[check] = status }
        return facts
    }

    /// The domain of the sender in small letters; empty where there is none.
    var domain: String {
        guard let at = from.lastIndex(of: "@") else { return "" }
        let domain = from[from.index(after: at)...].lowercased()
        return domain.hasSuffix(".") ? String(domain.dropLast()) : domain
    }
}

extension EventTable {
    /// A table of mails, so many in a piece.
    static func counted(_ mails: [CountedMail], pieceSize: Int = 100) -> EventTable {
        var table = EventTable(files: [FileReport(path: "a.ndjson")])
        for start in stride(from: 0, to: mails.count, by: pieceSize) {
            var builder = PieceBuilder(file: 0)
            for mail in mails[start..<min(mails.count, start + pieceSize)] {
                var summary = EventSummary()
                summary.facts = mail.facts
                summary.time = mail.time
                summary.from = Array(mail.from.utf8)
                summary.subject = Array("a subject".utf8)
                builder.append(summary, offset: 0, length: 1, route: 0)
            }
            table.append(Piece(builder))
        }
        return table
    }
}

extension LateColumns {
    /// What mails say that the index skips.
    static func counted(_ mails: [CountedMail]) -> LateColumns {
        var batch = LateBatch()
        for mail in mails {
            var particulars = RowParticulars()
            particulars.recipients = RawText(mail.recipients.joined(separator: "\n"))
            particulars.ip = RawText(mail.ip)
            batch.append(particulars)
        }
        var builder = LateBuilder(LateColumns())
        builder.append(batch)
        return builder.columns
    }
}

extension Timestamp {
    /// The moment of an ISO 8601 text.
    init(_ text: String) { self.init(iso: text.utf8) }
}
