import Foundation
import Testing

@testable import SESCore

/// Tables of comma-separated values.
@Suite struct CSVReaderTests {
    /// The items of a table, read through windows of the given step.
    func items(of bytes: [UInt8], step: Int) -> [ReaderItem] {
        var reader = CSVReader()
        var items: [ReaderItem] = []
        var (base, end) = (0, 0)
        while true {
            let item = reader.next(
                bytes.span.extracting(base..<end), base: base, isFinal: end == bytes.count)
            switch item {
            case .more:
                base = reader.needed
                end = min(bytes.count, end + max(step, end - base))
            case .end: return items
            default: items.append(item)
            }
        }
    }

    func begins(_ bytes: [UInt8]) -> Bool { CSVReader.begins(bytes.span) }

    func mails(of bytes: [UInt8], step: Int = 4096) -> [(mail: Mail?, receipt: Receipt?, Route)] {
        items(of: bytes, step: step).flatMap { item -> [(Mail?, Receipt?, Route)] in
            guard case .document(let range, let form, _) = item else { return [] }
            return Unwrapper.findings(bytes.span, in: range, form: form).compactMap { finding in
                guard case .record(let decoded) = finding.what, let decoded else { return nil }
                #expect(finding.route.record(in: Array(bytes[finding.carrier])) == decoded)
                let event = EventDecoder.event(decoded.span)
                return (event.mail, event.receipt, finding.route)
            }
        }
    }

    func fixture(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: Expectation.folder.appending(path: name)))
    }

    @Test(
        arguments: [
            "message", "message-pretty", "message-prefix", "message-python", "message-damaged",
        ],
        [1, 7, 64, 4096])
    func `the mails of a table are those of the lines`(name: String, step: Int) throws {
        let bytes = try fixture("Tables/\(name).csv")
        #expect(begins(bytes))
        let lines = try fixture("Framings/lines--lambda-1.json")
        let plain = lines.split(separator: 0x0A).map { line in
            let start = line.firstRange(of: Array(#"{"eventSource""#.utf8))?.lowerBound ?? 0
            return EventDecoder.event(Array(line[start...].dropLast(2)).span)
        }
        let found = mails(of: bytes, step: step)
        #expect(found.map(\.mail) == plain.map(\.mail))
        #expect(found.map(\.receipt) == plain.map(\.receipt))
        #expect(found.allSatisfy { $0.2.envelopes.first == .csv && $0.2.envelopes.last == .lambda })
        let broken = items(of: bytes, step: step).count {
            if case .broken = $0 { true } else { false }
        }
        #expect(broken == (name == "message-damaged" ? 2 : 0))
    }

    @Test(arguments: [1, 7, 64, 4096])
    func `rows whose columns are the fields of an event are records`(step: Int) throws {
        let bytes = try fixture("Tables/columns.csv")
        #expect(begins(bytes))
        let found = mails(of: bytes, step: step)
        #expect(found.map(\.mail?.messageID) == ["aaaaaaaa0", "bbbbbbbb1", "cccccccc2"])
        #expect(found.map { $0.receipt?.verdicts[.spam].status } == [.pass, .fail, .disabled])
        let dmarc = [Verdict(token: "PASS"), Verdict(token: "FAIL"), .missing]
        #expect(found.map { $0.receipt?.verdicts[.dmarc] } == dmarc)
        #expect(found[2].mail?.subject == "Grüße 漢字 🎉")
        #expect(found.allSatisfy { $0.2.marks == .lossy })
    }

    @Test(
        arguments: [
            #"{"a,@message":1}"#, "2026-11-18,@messages\n", "From: a\n", "", "@message",
            "a,b\n@message,c\n", "\"@message\n",
        ])
    func `other files are no such tables`(text: String) {
        #expect(!begins(Array(text.utf8)))
    }

    @Test(
        arguments: [
            "@message\n", "\u{FEFF}\"@timestamp\",\"@message\"\r\n",
            "Records.0.ses.receipt.spamVerdict.status,x\n",
        ])
    func `a table is told by the names of its columns`(text: String) {
        #expect(begins(Array(text.utf8)))
    }

    @Test(arguments: 0..<300)
    func `every byte is in exactly one item whatever the window`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = [
            "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "{}", "@message,b\n", "\"{\"\"a\"\":1}\"",
            " ",
            "\u{FEFF}",
            "x,\"y\"\n", "\"p\nq\",z\n",
        ]
        let bytes = (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in
            Array(parts[Int.random(in: 0..<parts.count, using: &random)].utf8)
        }
        let whole = joined(items(of: bytes, step: 1 << 20))
        var position = 0
        for item in whole {
            #expect(item.range.lowerBound == position)
            position = item.range.upperBound
        }
        #expect(position == bytes.count)
        for step in [1, 7, 64] { #expect(joined(items(of: bytes, step: step)) == whole) }
    }

    @Test func `a row behind one that is not closed is read`() {
        let text = "@message,b\n\"open,1\n\"{\"\"receipt\"\":{\"\"spamVerdict\"\":{}}}\",2\n"
        let found = mails(of: Array(text.utf8))
        #expect(found.count == 1)
    }

    @Test func `open quotes cost time linear in their number`() {
        let text = "@message\n" + String(repeating: "\"a\n", count: 100_001)
        let broken = items(of: Array(text.utf8), step: 4096).count {
            if case .broken = $0 { true } else { false }
        }
        #expect(broken > 0)
    }
}
