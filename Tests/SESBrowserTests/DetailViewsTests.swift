import SESCore
import Testing

@testable import SESBrowser

@Suite struct DetailHeadersTests {
    @Test(arguments: [(80, "detail-headers-80"), (40, "detail-headers-40")])
    func `all headers are shown in order`(columns: Int, golden: String) throws {
        let document = DetailDocument(.headers, of: DetailFixture.lambdaGuide, columns: columns)
        try expectGolden(document.text, golden)
    }

    @Test func `missing and truncated headers are told`() {
        #expect(
            DetailDocument(.headers, of: DetailFixture.loaded(MailEvent()), columns: 80).text
                == "this event has no headers")
        let suspect = DetailDocument(.headers, of: DetailFixture.suspect, columns: 80)
        #expect(
            suspect.text(ofRow: 0)
                == "6 headers, truncated by SES: the whole block is larger than 10 KB")
    }

    @Test func `the rule stands below what SES wrote`() {
        let document = DetailDocument(.headers, of: DetailFixture.suspect, columns: 200)
        #expect(document.text(ofRow: 3) == "X-SES-Spam-Verdict: PASS")
        #expect(document.text(ofRow: 4).hasPrefix("-- below this line: written by the sender"))
        #expect(document.text(ofRow: 5) == "X-SES-Spam-Verdict: PASS")
    }

    @Test func `an empty list of headers has no rule`() {
        var event = MailEvent()
        event.mail = Mail()
        event.mail?.headers = []
        #expect(
            DetailDocument(.headers, of: DetailFixture.loaded(event), columns: 80).text
                == "0 headers")
    }
}

@Suite struct DetailJSONTests {
    @Test func `a record is set in by two columns a level`() {
        let text = json(#"{"a" :[1, {"b":"x y,{}[]:\" \\"},[ ],{}],"c":null,"d":{ "e":-1.5e3}}"#)
        #expect(
            text == #"""
                {
                  "a": [
                    1,
                    {
                      "b": "x y,{}[]:\" \\"
                    },
                    [],
                    {}
                  ],
                  "c": null,
                  "d": {
                    "e": -1.5e3
                  }
                }
                """#)
    }

    @Test func `keys are labels and strings are not`() {
        let loaded = DetailFixture.loaded(MailEvent(), record: #"{"key" : "value"}"#)
        let row = DetailDocument(.json, of: loaded, columns: 80).row(1)
        #expect(row[3].role == .label)
        #expect(row.last?.role == .plain)
    }

    @Test(
        arguments: [
            "{", "}}}]]", "[1,2", #"{"a":"unterminated \"#, #""""#, "nul l tr", "{]", ",,,", ":",
            #"{"a" "b" 1 2}"#, "{\"a\":\u{1}\u{7F}}", "\\\\\\", #"[[[{"a":[}]"#, "x{y}z",
        ] as [RawText])
    func `text that is no JSON keeps all its bytes`(record: RawText) {
        let source = JSONLines(record)
        let shown = (0..<source.lineCount).flatMap { source.line($0).pieces.flatMap(\.text.bytes) }
        #expect(shown.filter { $0 != 0x20 } == record.bytes.filter { $0 != 0x20 })
    }

    @Test func `words that stand apart stay apart`() {
        #expect(json("[nul  l,\ttrue ]") == "[\n  nul l,\n  true\n]")
    }

    @Test func `a deep record is set in to a limit`() {
        let depth = 40_000
        let record = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let source = JSONLines(RawText(record))
        #expect(source.lineCount == 2 * depth - 1)
        #expect(source.line(depth).pieces.first?.text.count == 80)
    }

    @Test func `a long record is cut and says how much more there is`() {
        let record = RawText("[" + String(repeating: "\"0123456789\",", count: 100_000) + "1]")
        let loaded = DetailFixture.loaded(MailEvent(), record: record)
        let document = DetailDocument(.json, of: loaded, columns: 80)
        #expect(
            document.text(ofRow: document.rowCount - 1) == "... 251.4 kB more: view Raw shows all")
    }

    @Test func `a long string is cut and what follows it is shown`() {
        let long = String(repeating: "A", count: 200_000)
        let loaded = DetailFixture.loaded(
            MailEvent(), record: RawText(#"{"content":"\#(long)","last":1}"#))
        let document = DetailDocument(.json, of: loaded, columns: 80)
        #expect(document.text(ofRow: document.rowCount - 2) == #"  "last": 1"#)
        #expect(document.rowCount < 1000)
    }

    @Test func `a record of very many tokens is cut and says how much more there is`() {
        for filler in ["1,", "{}", "}"] {
            let record = RawText(String(repeating: filler, count: 300_000))
            let source = JSONLines(record)
            let shown = (0..<source.lineCount - 1).reduce(0) { count, index in
                count + source.line(index).pieces.dropFirst().reduce(0) { $0 + $1.text.count }
            }
            let isCut = source.lineCount > JSONLines.mostLines
            #expect(isCut == (filler != "{}"))
            if isCut {
                let more = ByteAmount(record.count - shown)
                #expect(
                    source.line(source.lineCount - 1).pieces[0].text.description
                        == "... \(more) more: view Raw shows all")
            }
        }
    }

    @Test func `a record without bytes says so`() {
        #expect(json("") == "the record is empty")
        #expect(json(" \n") == "the record is empty")
    }

    private func json(_ record: RawText) -> String {
        DetailDocument(.json, of: DetailFixture.loaded(MailEvent(), record: record), columns: 80)
            .text
    }
}

@Suite struct DetailRawTests {
    @Test func `bytes are shown as hex and text beside their places in the file`() {
        let text = raw("{\"a\":\"b\u{1B}[31m\"}\n12", columns: 80)
        #expect(
            text == """
                00004301  7b 22 61 22 3a 22 62 1b 5b 33 31 6d 22 7d 0a 31  {"a":"b.[31m"}.1
                00004317  32                                               2
                """)
    }

    @Test(
        arguments: [
            (78, "00004301  41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50  ABCDEFGHIJKLMNOP"),
            (77, "00004301  41 42 43 44 45 46 47 48  ABCDEFGH"),
            (45, "00004301  41 42 43 44 45 46 47 48  ABCDEFGH"),
            (44, "00004301  41 42 43 44  ABCD"), (27, "00004301  41 42 43 44  ABCD"),
            (26, "41 42 43 44  ABCD"), (17, "41 42 43 44  ABCD"), (5, "41 42"),
        ])
    func `a narrow pane has fewer bytes a row`(columns: Int, row: String) {
        let loaded = DetailFixture.loaded(MailEvent(), carrier: "ABCDEFGHIJKLMNOPQ")
        #expect(DetailDocument(.raw, of: loaded, columns: columns).text(ofRow: 0) == row)
    }

    @Test func `a carrier far into a large file keeps its row whole`() {
        var loaded = DetailFixture.loaded(MailEvent(), carrier: "ABCDEFGHIJKLMNOPQ")
        loaded.provenance.offset = 123_456_789_012
        let row = DetailDocument(.raw, of: loaded, columns: 78).text(ofRow: 0)
        #expect(row == "123456789012  41 42 43 44 45 46 47 48  ABCDEFGH")
    }

    @Test func `a byte that is no printable ASCII is a point in notation`() {
        let loaded = DetailFixture.loaded(MailEvent(), carrier: ".\u{7}")
        let row = DetailDocument(.raw, of: loaded, columns: 80).row(0)
        #expect(row.suffix(2).map(\.role) == [.plain, .notation])
        #expect(row.suffix(2).map(\.glyph.scalar) == [0x2E, 0x2E])
    }

    @Test func `no bytes are told`() { #expect(raw("", columns: 80) == "no bytes") }

    private func raw(_ carrier: RawText, columns: Int) -> String {
        DetailDocument(
            .raw, of: DetailFixture.loaded(MailEvent(), carrier: carrier), columns: columns
        ).text
    }
}
