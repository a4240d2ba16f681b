import Foundation
import Testing

@testable import SESCore

/// Holds the reader of ordinary records against the decoders that read everything.
@Suite struct OrdinaryScanTests {
    /// What a row is, in a form that can be compared.
    struct Seen: Hashable {
        var facts: UInt32
        var time: Int64
        var mailKey: UInt64
        var offset: Int
        var length: Int
        var route: Route
        var from: [UInt8]
        var name: [UInt8]
        var subject: [UInt8]
        var folded: [UInt8]

        static func rows(of findings: PieceFindings) -> [Seen] {
            let piece = findings.rows
            return (0..<piece.count).map { index in
                let row = piece.row(index)
                let start = index == 0 ? 0 : Int(piece.foldedEnds[index - 1])
                return Seen(
                    facts: row.facts.bits, time: row.time.milliseconds, mailKey: row.mailKey,
                    offset: piece.place(index).offset, length: piece.place(index).length,
                    route: findings.routes[Int(piece.place(index).route)], from: Array(row.from),
                    name: Array(row.name), subject: Array(row.subject),
                    folded: Array(piece.folded[start..<Int(piece.foldedEnds[index])]))
            }
        }
    }

    /// The row of the document at the start of the text, read the short way; nil where it is declined.
    private func ordinary(_ text: [UInt8]) -> (Seen, end: Int)? {
        var scan = OrdinaryScan(text.span, at: 0)
        guard scan.read() == .accepted else { return nil }
        #expect(scan.record.lineFeeds == text[..<scan.position].count { $0 == 0x0A })
        var collector = PieceCollector(file: 0, from: 0)
        collector.add(scan.record, in: text.span, base: 0)
        return (Seen.rows(of: collector.take(from: 0))[0], scan.position)
    }

    /// The rows of a text, and where its first document ends, by the decoders that read everything.
    private func whole(_ text: [UInt8]) -> (rows: [Seen], end: Int) {
        var reader = DocumentReader()
        var collector = PieceCollector(file: 0, from: 0)
        var end = 0
        while true {
            switch reader.next(text.span, base: 0, isFinal: true) {
            case .document(let range, let form, let isSalvaged):
                collector.add(
                    document: range, of: form, in: text.span, base: 0, isSalvaged: isSalvaged)
                if end == 0, reader.frames.isEmpty { end = reader.position }
            case .end: return (Seen.rows(of: collector.take(from: 0)), end)
            case .value, .envelope, .remark, .text, .broken:
                if end == 0, reader.frames.isEmpty { end = reader.position }
            case .more: return ([], 0)
            }
        }
    }

    private static let records: [String] = [
        #"{"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":MAIL,"receipt":RECEIPT}}]}"#,
        #"{"eventSource":"aws:ses","ses":{"receipt":RECEIPT,"mail":MAIL}}"#,
        #"{"notificationType":"Received","mail":MAIL,"receipt":RECEIPT,"content":"a\r\nb"}"#,
        #"{"receipt":RECEIPT,"mail":MAIL}"#,
        #"{ "notificationType" : "Received" , "receipt" : RECEIPT , "mail" : MAIL }"#,
    ]

    private func record(_ random: inout SeededRandom) -> String {
        func pick(_ words: [String]) -> String {
            words[Int.random(in: 0..<words.count, using: &random)]
        }
        let status = { (random: inout SeededRandom) in
            ["PASS", "FAIL", "GRAY", "DISABLED", "PROCESSING_FAILED", "pass"][
                Int.random(in: 0..<6, using: &random)]
        }
        let mail =
            #"{"timestamp":"TIME","source":"SOURCE","messageId":"k3v0","destination":["a@b.example"],"#
            + #""headersTruncated":TRUNCATED,"headers":[{"name":"X","value":"Y \" z"},{"name":"A","value":""}HEADER],"#
            + #""commonHeaders":{"returnPath":"r","from":["FROM"],"date":"d","to":["t"]SUBJECT}}"#
        let filled =
            mail.replacingOccurrences(
                of: "TIME", with: pick(["2026-11-18T09:41:07.250Z", "2026-11-18", "x", ""])
            )
            .replacingOccurrences(of: "SOURCE", with: pick(["", "<>", "a@b.example", "ü@é"]))
            .replacingOccurrences(of: "TRUNCATED", with: pick(["true", "false"]))
            .replacingOccurrences(
                of: "FROM",
                with: pick([
                    "Jane Doe <jane@x.example>", "jane@x.example", #"\"Doe, J\" <j@x>"#, "",
                    "no address", #"\"a\"@b <c@d>"#, "<j@x>", "J < j@x >", "Ünï <ü@x> (c)", "a@b c",
                    #"\"\" <c@d>"#, #"\"x\\\"y\" <c@d>"#, "a <b@c> d", #"\"n\" d@e"#,
                ])
            )
            .replacingOccurrences(
                of: "SUBJECT",
                with: pick([
                    #","subject":"Hello""#, #","subject":"\u00dcber 漢字""#, #","messageId":"m""#,
                    #","messageId":"m","subject":"ÀÉ ΣΑΣ 한국""#, #","subject":"""#, "",
                    #","subject":"\ud83d\ude00 x","cc":["a","b"]"#, #","subject":"\q""#,
                    #","replyTo":["\n"]"#, #","subject":null"#,
                ])
            )
            .replacingOccurrences(
                of: "HEADER",
                with: pick([
                    "", #",{"name":"Subject","value":"=?utf-8?Q?=C3=9C_x?="}"#,
                    #",{"name":"subJECT","value":"a\tb"},{"name":"Subject","value":"c"}"#,
                    #",{"name":"B","value":"\q"}"#, #",{"value":"v","name":"Subject"}"#,
                    #",{"name":"Subject"}"#,
                ]))
        var receipt = pick([
            #"{"timestamp":"t","processingTimeMillis":298,"recipients":["x"]"#,
            #"{"recipients":["x","y"],"processingTimeMillis":298"#,
        ])
        for check in ["spam", "virus", "spf", "dkim", "dmarc"]
        where Int.random(in: 0..<9, using: &random) > 0 {
            receipt += #","\#(check)Verdict":{"status":"\#(status(&random))"}"#
        }
        receipt += pick([
            "", #","dmarcPolicy":"reject""#, #","dmarcPolicy":"NONE""#,
            #","action":{"type":"S3","x":[1]}"#,
        ])
        receipt += "}"
        let record = pick(Self.records).replacingOccurrences(of: "MAIL", with: filled)
            .replacingOccurrences(of: "RECEIPT", with: receipt)
        return pick([record, record, Self.spaced(record), Self.pretty(record)])
    }

    /// The spelling of Python.
    private static func spaced(_ text: String) -> String {
        text.replacingOccurrences(of: "\":", with: "\": ")
            .replacingOccurrences(of: ",\"", with: ", \"")
            .replacingOccurrences(of: "},{", with: "}, {")
    }

    private static func pretty(_ text: String) -> String {
        spaced(text).replacingOccurrences(of: ", \"", with: ",\n  \"")
            .replacingOccurrences(of: "\": {", with: "\": {\r\n")
    }

    private func inSNS(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return
            #"{"Type":"Notification","MessageId":"7","TopicArn":"arn","Message":"\#(escaped)","Signature":"x"}"#
    }

    @Test(arguments: 0..<8)
    func `an ordinary record gives the row that the whole reading gives`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var accepted = 0
        for _ in 0..<60 {
            var text = record(&random)
            if Int.random(in: 0..<4, using: &random) == 0 { text = inSNS(text) }
            let bytes = Array((text + "\n").utf8)
            guard let (seen, end) = ordinary(bytes) else { continue }
            accepted += 1
            let whole = whole(bytes)
            #expect(whole.rows == [seen], "\(text)")
            #expect(whole.end == end, "\(text)")
        }
        #expect(accepted > 6)
    }

    @Test(arguments: 0..<16)
    func `no damage makes the two readings differ`(seed: UInt64) {
        var random = SeededRandom(seed: seed &+ 1000)
        let parts = [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "null", #""mail":{}"#, #","a":1"#, " ",
            #"{"Records":["#, "\u{1}", "é",
        ]
        for _ in 0..<120 {
            var text = record(&random)
            if Int.random(in: 0..<4, using: &random) == 0 { text = inSNS(text) }
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default:
                    let part = parts[Int.random(in: 0..<parts.count, using: &random)]
                    bytes.insert(contentsOf: Array(part.utf8), at: place)
                }
            }
            bytes.append(0x0A)
            guard bytes[0] == UInt8(ascii: "{"), let (seen, end) = ordinary(bytes) else { continue }
            let whole = whole(bytes)
            #expect(whole.rows.first == seen, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(whole.end == end, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func `envelopes in envelopes do not make it recurse`() {
        let deep = String(repeating: #"{"Records":["#, count: 100_000)
        let bytes = Array(deep.utf8)
        var scan = OrdinaryScan(bytes.span, at: 0)
        #expect(scan.read() == .declined)
    }
}
