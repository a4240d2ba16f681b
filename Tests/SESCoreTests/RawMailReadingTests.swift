import Foundation
import Testing

@testable import SESCore

@Suite struct HeaderBlockTests {
    private func fields(_ text: String) -> [String] {
        HeaderBlock(Array(text.utf8).span).fields.map { "\($0.name)=\($0.value)" }
    }

    @Test(
        arguments: [
            ("A: 1\r\nB: 2\r\n\r\nC: 3\r\n", ["A=1", "B=2"]),
            ("A: 1\nB: 2\n\nC: 3\n", ["A=1", "B=2"]),
            ("A: 1\r\n two\r\n\tthree\r\nB:2", ["A=1 two\tthree", "B=2"]),
            ("A : 1\nB\t:2\nC:\n", ["A=1", "B=2", "C="]),
            ("A: 1\n  \n more\nB: 2\n", ["A=1   more", "B=2"]),
            ("From x Wed Nov 18 09:41:07 2026\nA: 1\n", ["A=1"]),
            ("\u{FEFF}A: 1\nB: 2\n", ["A=1", "B=2"]),
            ("A: 1\nFrom x: y\nB: 2\n", ["A=1"]), ("A: 1\nno header\nB: 2\n", ["A=1"]),
            ("From : x\n", ["From=x"]), (" A: 1\n", []), ("\nA: 1\n", []), ("", []),
            ("A: x: y\n", ["A=x: y"]), (": x\nA: 1\n", []),
        ] as [(String, [String])])
    func `headers are read up to the first line that is none`(text: String, expected: [String]) {
        #expect(fields(text) == expected)
    }
}

@Suite struct RawMailRecognitionTests {
    @Test(
        arguments: [
            "Return-Path: <a@x.example>\r\nReceived: from a\r\n by b",
            "From: a@x.example\nSubject: b\n\nbody {\"Records\":[]}",
            "From a@x.example Wed Nov 18\nX-Any: 1\nDate: today\n",
            "\u{FEFF}MIME-Version: 1.0\nContent-Type: text/plain\n\n",
            "X-SES-Spam-Verdict: PASS\nX-Other: [a] {b}\n\n", "Subject: [list] {Spam?} a\nX: y\n\n",
            "From : a@x.example\nTo : b@x.example\n\n", "Subject: a\nX-Y: z\nX-Cut",
            "DKIM-Signature: v=1;\n\tb=abc\nDelivered-To: x\n",
            "Return-Path: <a@x.example>\nReceived: from a\n\tby b\nSubject: {\"Records\":[]}\n\n",
            "Received: from a\nX-SES-Spam-Verdict: FAIL\nX-{}: b\nX: [{\"mail\":{}}]\n\n",
            "Received: from a\nReceived-SPF: fail\nno header\n{\"Records\":[]}\n",
            "Return-Path: <>\nReceived: from a\nX: y\n {\"Records\":[]}\n\n",
        ])
    func `a file that begins with headers is a mail`(head: String) {
        let begins = RawMail.begins(Array(head.utf8).span)
        #expect(begins)
    }

    @Test(
        arguments: [
            "", "\n", "{\"Records\":[]}", "[{\"mail\":{}}]", "From: a@x.example\n",
            "Received: {\"Records\":[]}\nReceived: {\"Records\":[]}\n",
            "Received: [{\"Records\":[]}]\nSubject: a\n", "Received: {\n  \"Records\": []\n}\n",
            "Received:\n  {\"Records\": []}\nSubject: a\n", "Subject: {'Records': []}\nTo: x\n",
            "From: a@x.example\nSubject: b\n{\"Records\":[]}\n",
            "START RequestId: 1 Version: 2\nFrom: a\nTo: b\n", "X-A: 1\nX-B: 2\n\n",
            "2026-11-18T09:41:07Z {\"Records\":[]}\n", "@timestamp,@message\n1,2\n",
            "Received: 1\nReceived: 2\n{\"Records\":[]}\n",
            "From: a@x.example\nno header\nTo: b\n", " From: a@x.example\nTo: b\n",
        ])
    func `logs, tables and prose are no mails`(head: String) {
        let begins = RawMail.begins(Array(head.utf8).span)
        #expect(!begins)
    }
}

@Suite struct MailReaderTests {
    /// The items of a mail, neighbours of one kind joined, and the most bytes that were kept.
    private func items(of bytes: [UInt8], step: Int) -> (items: [ReaderItem], kept: Int) {
        var reader = MailReader()
        var items: [ReaderItem] = []
        var end = 0
        var kept = 0
        while true {
            let base = reader.needed
            kept = max(kept, end - base)
            let item = reader.next(
                bytes[base..<end].span, base: base, isFinal: end == bytes.count)
            switch (items.last, item) {
            case (_, .end): return (items, kept)
            case (_, .more): end = min(bytes.count, end + max(step, end - base))
            case (.envelope(let last), .envelope(let range)):
                items[items.count - 1] = .envelope(last.lowerBound..<range.upperBound)
            case (.broken(let last, let reason), .broken(let range, _)):
                items[items.count - 1] = .broken(
                    last.lowerBound..<range.upperBound, reason: reason)
            default: items.append(item)
            }
        }
    }

    @Test(
        arguments: [
            ("A: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", 14), ("A: 1\nB: 2\n\nbody", 11),
            ("A: 1\nB: 2\nbody without an empty line\n", 10), ("A: 1\nB: 2", 9),
            ("A: 1\nB: 2\n", 10),
            ("A: 1\n\n", 6), ("From x y\nA: 1\n\n\n", 15),
        ])
    func `a mail is its headers and its body, through windows of any size`(
        text: String, headers: Int
    ) {
        let bytes = Array(text.utf8)
        var expected = [ReaderItem.document(0..<headers, form: .mail, isSalvaged: false)]
        if headers < bytes.count { expected.append(.envelope(headers..<bytes.count)) }
        for step in [1, 7, 64, 4096] {
            #expect(items(of: bytes, step: step).items == expected)
        }
    }

    @Test func `the body of a mail is never kept`() {
        let head = Array("From: a@x.example\nTo: b@x.example\n\n".utf8)
        let bytes = head + [UInt8](repeating: 0x41, count: 1 << 20)
        let (items, kept) = items(of: bytes, step: 1000)
        #expect(items.count == 2)
        #expect(kept <= 2000)
    }

    @Test func `headers longer than the budget are cut at a line, and the rest is told`() {
        let line = "X-A: " + String(repeating: "a", count: 94) + "\n"
        let bytes = Array(String(repeating: line, count: 12_000).utf8)
        for step in [4096, 512 << 10] {
            let items = items(of: bytes, step: step).items
            let cut = RawMail.longestHeaders / 100 * 100
            guard case .broken(let rest, let reason)? = items.last else {
                Issue.record("no broken region")
                return
            }
            #expect(items.count == 2)
            #expect(items.first == .document(0..<cut, form: .mail, isSalvaged: false))
            #expect(rest == cut..<bytes.count)
            #expect(reason.contains("1 MiB"))
        }
    }

    @Test func `no bytes make the reader or the record fail, and every byte is in an item`() {
        var random = SeededGenerator(seed: 822)
        let pieces = [
            "Received: ", "From: ", "X-SES-Spam-Verdict: ", ": ", "\r\n", "\n", "\n\n", " ", "\t",
            "Authentication-Results: amazonses.com;", " by inbound-smtp.x.amazonaws.com id ",
            " for ", "=?",
            "dkim=pass header.i=@", ";", "\"", "(", "<a@b>", ",", "Return-Path: <>\n",
        ]
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
                if Int.random(in: 0..<4, using: &random) == 0 { bytes += random.soup(pieces: 2) }
            }
            let whole = items(of: bytes, step: 1 << 20).items
            #expect(items(of: bytes, step: 3).items == whole)
            var end = 0
            for item in whole {
                guard case .document(let range, _, _) = item else {
                    if case .envelope(let range) = item {
                        #expect(range.lowerBound == end)
                        end = range.upperBound
                    }
                    continue
                }
                #expect(range.lowerBound == end)
                end = range.upperBound
                let event = RawMailSample.event(bytes: Array(bytes[range]))
                #expect(!event.marks.contains(.malformed) && event.extras.isEmpty)
            }
            #expect(end == bytes.count)
            _ = RawMail.begins(bytes.span)
        }
    }
}

@Suite struct RawMailTableTests {
    private func path(_ name: String) -> RawText {
        RawText(
            Expectation.folder.appending(path: "RawMail/\(name)").path(percentEncoded: false))
    }

    @Test func `a mail of a file is a row that says its verdicts are derived`() throws {
        let table = LogLoader(paths: [path("failed.eml")]).load()
        #expect(table.count == 1)
        #expect(table.facts(0).marks == .derived)
        #expect(table.facts(0)[.spam] == .fail)
        #expect(table[0].time == Timestamp(iso: Array("2026-11-18T09:41:07Z".utf8)))
        #expect(table[0].from.elementsEqual("ana@northwind.example".utf8))
        var reader = RecordReader()
        let loaded = try table.load(0, with: &reader)
        #expect(loaded.provenance.envelopes == [.rawMail])
        #expect(loaded.event.marks == .derived)
        #expect(loaded.carrier.bytes.starts(with: Array("Return-Path:".utf8)))
        #expect(loaded.carrier.bytes.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A])
        #expect(loaded.record.bytes.starts(with: Array("{\"notificationType\"".utf8)))
    }

    @Test func `the same mail is the same event with either line end, folded or not`() throws {
        var reader = RecordReader()
        let events = try ["passed.eml", "stored-object", "unfolded", "mailbox-line.eml"].map {
            try LogLoader(paths: [path($0)]).load().load(0, with: &reader).event
        }
        #expect(Set(events).count == 1)
    }

    @Test func `names and subjects in words are rows a person can read`() {
        let table = LogLoader(paths: [path("words.eml"), path("words-japanese.eml")]).load()
        #expect(table[0].name.elementsEqual("Jörg, der Große".utf8))
        #expect(table[0].subject.starts(with: "Grüße aus Köln, 漢字 🎉".utf8))
        #expect(table[1].subject.elementsEqual("見積書の件".utf8))
        #expect(!table[0].isHostile)
    }
}
