import SESCore
import Testing

@testable import SESBrowser

/// Asking for the file of an export, and telling what became of it.
@Suite struct ExportPromptTests {
    private func request(_ driver: Driver) -> ExportRequest? {
        for case .export(let request) in driver.effects { return request }
        return nil
    }

    private func rows(_ driver: Driver) -> [Int] {
        guard let rows = driver.state.export.rows else { return [] }
        return (0..<rows.count).map { rows[$0] }
    }

    private func exporting(_ command: String = "export out.csv") -> Driver {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":" + command)
        driver.press(.enter)
        return driver
    }

    @Test(arguments: [
        ("out.csv", "out.csv", ExportFormat.csv), ("a b.NDJSON", "a b.NDJSON", .ndjson),
        ("out.jsonl", "out.jsonl", .ndjson), ("senders.txt", "senders.txt", .addresses),
        ("x.addresses", "x.addresses", .addresses), ("/tmp/x.y/a.ids", "/tmp/x.y/a.ids", .ids),
        ("ids out.csv", "out.csv", .ids), ("CSV a file", "a file", .csv),
        ("addresses ~/x", "~/x", .addresses),
    ])
    func `the format is told by the ending or by a word`(
        text: String, path: String, format: ExportFormat
    ) {
        #expect(ExportRequest(text) == ExportRequest(path: RawText(path), format: format))
    }

    @Test(arguments: ["out", "csv", "out.xls", "/tmp/a.csv/b", "", ".", "word out"])
    func `a name that tells no format is asked for again`(text: String) {
        #expect(ExportRequest(text) == nil)
        guard !text.isEmpty else { return }
        var driver = Driver(.of(TestMail.desk))
        driver.press("X", .control("u"))
        driver.type(text)
        driver.press(.enter)
        #expect(request(driver) == nil)
        #expect(driver.state.prompt?.editor.text == text)
        #expect(
            driver.screen().lines.last == "name in .csv .ndjson .addresses .ids: " + text)
        driver.press(.escape, "X")
        #expect(driver.screen().lines.last?.hasPrefix("write 10 listed mails to: ") == true)
    }

    @Test func `the listed mails are written in their order`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("o", "f", "X")
        #expect(
            driver.screen().lines.last == "write 10 listed mails to: ses-browser-export.csv")
        driver.press(.enter)
        #expect(
            request(driver)
                == ExportRequest(path: "ses-browser-export.csv", format: .csv, replaces: false))
        #expect(rows(driver) == (0..<10).map { driver.state.rows[$0] })
        #expect(rows(driver) != Array(0..<10))
    }

    @Test func `tagged mails alone are written, those that are not listed behind`() {
        var driver = Driver(.of(TestMail.desk))
        driver.mark([6: .tagged, 1: .tagged, 0: .tagged, 3: .spam])
        driver.press("1", "X")
        #expect(driver.state.rows.count == 2)
        #expect(driver.screen().lines.last?.hasPrefix("write 3 tagged mails to: ") == true)
        #expect(rows(driver) == [0, 1, 6])
    }

    @Test func `a mail with several deliveries is written once`() {
        var driver = Driver(.delivered)
        driver.receive(.deliveries(EventTable.delivered.linked))
        driver.mark([0: .tagged, 10: .tagged])
        driver.press("X")
        let tagged = rows(driver)
        #expect(tagged.count == Set(tagged.map { driver.state.deliveries.leader(of: $0) }).count)
    }

    @Test func `what became of it is told`() {
        var driver = exporting()
        var counts = MailExport.Counts()
        counts.mails = 1_312
        driver.receive(.exporting(200))
        #expect(driver.message == "writing: 200 of 10 mails; ^C stops")
        driver.receive(.exported(.written(counts)))
        #expect(driver.message == "1,312 mails written to out.csv")
        driver = exporting()
        counts.omitted = 2
        counts.missed = 1
        driver.receive(.exported(.written(counts)))
        #expect(
            driver.message
                == "1,309 mails written to out.csv; 2 have nothing to list; "
                + "1 could not be read again")
        driver = exporting()
        driver.receive(.exported(.failed(StoreError(.diskFull, path: "out.csv"))))
        #expect(driver.message == "not written to out.csv: the disk is full")
        driver = exporting()
        driver.receive(.exported(.failed(StoreError(.malformed, path: "/s/triage.db"))))
        #expect(driver.message == "not written to out.csv: /s/triage.db: it is damaged")
    }

    @Test func `decisions that are not saved yet are named`() {
        var driver = Driver(.of(TestMail.desk))
        driver.mark([2: RowMark(rawValue: 1 | 32)])
        driver.type(":export ids out")
        driver.press(.enter)
        var counts = MailExport.Counts()
        counts.mails = 10
        driver.receive(.exported(.written(counts)))
        #expect(
            driver.message == "10 mails written to out; decisions not saved yet: 1")
    }

    @Test func `a file that is there is replaced after a yes alone`() {
        var driver = exporting()
        driver.receive(.exported(.exists))
        #expect(driver.message == "out.csv exists: y replaces it, another key asks for a name")
        driver.press("y")
        #expect(request(driver)?.replaces == true)
        driver = exporting()
        driver.receive(.exported(.exists))
        driver.press("n")
        #expect(request(driver) == nil)
        #expect(driver.state.prompt?.editor.text == "csv out.csv")
        driver.press(.enter)
        #expect(request(driver)?.replaces == false)
        driver.receive(.exported(.exists))
        driver.press(.escape)
        #expect(driver.state.prompt == nil)
        #expect(driver.message == nil)
        driver.press("y")
        #expect(request(driver) == nil)
    }

    @Test func `one file is written at a time, and stopped by Control C`() {
        var driver = exporting()
        driver.press("X")
        #expect(driver.message == "an export is being written; ^C stops it")
        driver.press(.control("c"))
        #expect(driver.effects.contains(.stopExport))
        driver.receive(.exported(.stopped))
        #expect(driver.message == "export stopped; nothing is written")
        driver.press("X")
        #expect(driver.state.prompt != nil)
    }

    @Test func `how far it is hides no other message`() {
        var driver = exporting()
        driver.press("Z")
        driver.receive(.exporting(5))
        #expect(driver.message == "Z is not bound; ? shows the keys")
    }

    @Test func `files that are read again change nothing of what was asked for`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("X")
        driver.receive(.table(.of([TestMail.desk[0]]), fraction: 0.1, isDone: false))
        #expect(driver.state.table.count == 1)
        driver.press(.enter)
        #expect(request(driver) != nil)
        #expect(rows(driver) == Array(0..<10))
        #expect(driver.state.export.table.count == 10)
    }

    @Test func `a list without mails is not exported`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "2", "X")
        #expect(driver.message == "no mail is listed that could be exported")
        #expect(driver.state.prompt == nil)
    }

    @Test func `restricted, no file is written`() {
        var driver = Driver(.of(TestMail.desk))
        driver.restrict()
        driver.press("X")
        #expect(driver.message == "--restricted: no file is written")
        #expect(driver.state.prompt == nil)
        driver.type(":export out.csv")
        driver.press(.enter)
        #expect(request(driver) == nil)
        #expect(driver.message == "--restricted: no file is written")
        var loaded = LoadedEvent.of(0, in: driver.state)
        loaded.record = RawText("\"" + String(repeating: "x", count: CopyText.mostBytes) + "\"")
        driver.want(.json)
        driver.receive(.toCopy(row: 0, loaded))
        #expect(driver.state.prompt == nil)
        #expect(
            driver.message == "74.9 kB are too long to send, and --restricted writes no file")
    }
}
