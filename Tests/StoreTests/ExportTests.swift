import Foundation
import Testing

@testable import SESCore

struct CSVTests {
    private func field(_ text: RawText, isRaw: Bool = false) -> [UInt8] {
        var writer = CSVWriter(isRaw: isRaw)
        writer.row([text])
        return Array(writer.takeAll().dropLast(2))
    }

    private func guarded(_ text: RawText) -> String { String(decoding: field(text), as: UTF8.self) }

    @Test(arguments: [
        ("=1+1", #""'=1+1""#), ("+1", #""'+1""#), ("-1", #""'-1""#), ("@SUM(A1)", #""'@SUM(A1)""#),
        ("  =1", #""'  =1""#), ("\u{FEFF}=1", #""'\ufeff=1""#), ("\u{FF1D}1", "\"'\u{FF1D}1\""),
        ("\u{FF0B}1", "\"'\u{FF0B}1\""), ("\u{FF0D}1", "\"'\u{FF0D}1\""),
        ("\u{FF20}1", "\"'\u{FF20}1\""), ("\t=1", #""'\u0009=1""#), ("\r1", #""'\u000d1""#),
        ("\n1", #""'\u000a1""#), ("\u{0}1", #""'\u00001""#),
        ("\u{A0}\u{200B}=1", "\"'\u{A0}\\u200b=1\""),
        ("\u{1B}=1", #""'\u001b=1""#),
    ])
    func `what a spreadsheet would carry out is guarded`(text: String, expected: String) {
        #expect(guarded(RawText(text)) == expected)
    }

    @Test(arguments: [
        ("", "\"\""), ("a=b", "\"a=b\""), ("1-2", "\"1-2\""), ("a,\"b\"", "\"a,\"\"b\"\"\""),
        ("two\nlines", #""two\u000alines""#), ("\u{202E}x", #""\u202ex""#), ("日本", "\"日本\""),
        ("e\u{301}", "\"e\u{301}\""), ("\u{E0041}", #""\ue0041""#),
    ])
    func `anything else is quoted and what cannot be seen is spelled`(
        text: String, expected: String
    ) {
        #expect(guarded(RawText(text)) == expected)
    }

    @Test func `bytes that are no UTF-8 never come out`() {
        let text = RawText([0x61, 0xFF, 0xED, 0xA0, 0x80, 0xC3])
        #expect(guarded(text) == "\"a\u{FFFD}\u{FFFD}\u{FFFD}\"")
    }

    @Test func `raw fields are the bytes themselves, quoted`() {
        #expect(
            field(RawText([0x3D, 0xFF, 0x22, 0x0A]), isRaw: true) == [
                0x22, 0x3D, 0xFF, 0x22, 0x22, 0x0A, 0x22,
            ])
    }

    @Test func `another reader finds the same fields`() throws {
        let folder = try TestFolder()
        var writer = CSVWriter()
        let rows: [[RawText]] = [
            ["a", "b,c", "d\"e"], ["", "\"", "\"\"\""], ["x", "=1\",\"=2", "y\r\nz"],
        ]
        for row in rows { writer.row(row) }
        try Data(writer.takeAll()).write(to: URL(filePath: folder.file("a.csv")))
        let script = """
            import csv, json
            rows = list(csv.reader(open('\(folder.file("a.csv"))', newline='')))
            print(json.dumps(rows))
            """
        let output = try run(["python3", "-c", script]).output
        let read = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
        #expect(
            read == [
                ["a", "b,c", "d\"e"], ["", "\"", "\"\"\""],
                ["x", "'=1\",\"=2", "y\\u000d\\u000az"],
            ])
    }
}

struct NewFileTests {
    @Test func `a file appears whole, for its owner alone`() throws {
        let folder = try TestFolder()
        var file = try NewFile(RawText(folder.file("out.csv")), replaces: false)
        let bytes = [UInt8](repeating: 7, count: 1_000_000)
        try file.write(bytes)
        #expect(!folder.names.contains("out.csv"))
        try file.finish(replaces: false)
        #expect(folder.names == ["out.csv"])
        #expect(try Data(contentsOf: URL(filePath: folder.file("out.csv"))) == Data(bytes))
        let values = try FileManager.default.attributesOfItem(atPath: folder.file("out.csv"))
        #expect(values[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a file that is given up leaves nothing`() throws {
        let folder = try TestFolder()
        do {
            var file = try NewFile(RawText(folder.file("out.csv")), replaces: false)
            try file.write([1])
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `a file that is there stays unless it is to be replaced`() throws {
        let folder = try TestFolder()
        let path = folder.file("out.csv")
        try Data("mine".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) {
            _ = try NewFile(RawText(path), replaces: false)
        }
        #expect(error?.kind == .exists)
        var file = try NewFile(RawText(path), replaces: true)
        try file.write("new".utf8)
        try file.finish(replaces: true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        #expect(folder.names == ["out.csv"])
    }

    @Test func `a file that somebody makes meanwhile stays`() throws {
        let folder = try TestFolder()
        let path = folder.file("out.csv")
        var file = try NewFile(RawText(path), replaces: false)
        try file.write("new".utf8)
        try Data("mine".utf8).write(to: URL(filePath: path))
        var failure: StoreError?
        do throws(StoreError) { try file.finish(replaces: false) } catch { failure = error }
        #expect(failure?.kind == .exists)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        #expect(folder.names == ["out.csv"])
    }

    @Test func `a link is not followed`() throws {
        let folder = try TestFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("target"))
        for replaces in [true, false] {
            #expect(throws: StoreError.self) {
                _ = try NewFile(RawText(folder.file("link")), replaces: replaces)
            }
        }
        #expect(folder.names == ["link"])
    }

    @Test func `a folder that is not there is told`() throws {
        let folder = try TestFolder()
        let error = #expect(throws: StoreError.self) {
            _ = try NewFile(RawText(folder.file("no/out.csv")), replaces: false)
        }
        #expect(error?.kind == .cannotOpen)
    }

    @Test(arguments: [
        ("a/b/c.eml", "c.eml"), ("../../etc/passwd", "passwd"), ("..", "x"), ("-rf", "rf"),
        ("a\u{0}b\nc d", "abcd"), ("", "x"), ("a/", "x"), (".hidden", "hidden"),
    ])
    func `a suggested name has nothing in it that acts`(text: String, name: String) {
        #expect(SuggestedName.name(for: RawText(text), fallback: "x") == RawText(name))
        let long = SuggestedName.name(for: RawText(repeatElement(0x61, count: 500)), fallback: "x")
        #expect(long.count == 100)
    }
}

struct ExportWriterTests {
    private func row(_ event: MailEvent, _ decision: StoredDecision? = nil) -> ExportRow {
        let place = Provenance(file: "f", offset: 1, length: 2, line: nil, envelopes: [])
        return ExportRow(
            LoadedEvent(event: event, provenance: place, carrier: "", record: "{}"),
            decision: decision)
    }

    private func text(_ format: ExportFormat, _ rows: [ExportRow]) -> (String, Int) {
        var writer = ExportWriter(format)
        for row in rows { writer.add(row) }
        return (String(decoding: writer.takeAll(), as: UTF8.self), writer.omitted)
    }

    @Test func `addresses come once each and nothing in them acts`() {
        let rows = [
            row(mail("1", from: "Ann <ann@x.example>")), row(mail("2", from: "ANN@x.example")),
            row(mail("3", from: "b\u{202E}@x.example")), row(mail("4", from: "b@x\n.example")),
            row(mail("5", source: "<>", from: "")), row(mail("6", from: "c@x.example")),
        ]
        let (lines, omitted) = text(.addresses, rows)
        #expect(lines == "ann@x.example\nc@x.example\n")
        #expect(omitted == 3)
    }

    @Test func `ids come a line each`() {
        let (lines, omitted) = text(.ids, [row(mail("1")), row(mail(nil)), row(mail("a\nb"))])
        #expect(lines == "1\n")
        #expect(omitted == 2)
    }

    @Test func `a table has a head and as many fields in each line`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        let saved = try store.append(DecisionStep([decided("1", .ham, note: "=cmd()")]))
        let (table, _) = text(.csv, [row(mail("1"), saved.savedDecisions[0]), row(mail("2"))])
        let lines = table.split(separator: "\r\n")
        #expect(lines.count == 3)
        for line in lines { #expect(line.split(separator: "\",\"").count <= 21) }
        #expect(lines[1].contains(#""ham","'=cmd()","ann","desk","#))
        #expect(lines[2].contains(#","","","","","","f","1","2""#))
    }

    @Test func `an object tells of the decision, and of none that was taken back`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        let steps = [decided("1", .ham, note: "n\u{1B}"), decided("1", .clear)]
        var lines: [String] = []
        for step in steps {
            let saved = try store.append(DecisionStep([step])).savedDecisions[0]
            lines.append(text(.ndjson, [row(mail("1"), saved)]).0)
        }
        let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect(first?["decision"] as? String == "ham")
        #expect(first?["note"] as? String == "n\u{1B}")
        #expect(first?["decidedBy"] as? String == "ann")
        #expect(lines[0].contains(#"n\u001b"#))
        let second = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
        #expect(second?["decision"] is NSNull)
        #expect(second?["note"] as? String == "n\u{1B}")
    }
}
