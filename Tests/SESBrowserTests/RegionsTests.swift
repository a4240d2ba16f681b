import SESCore
import Testing

@testable import SESBrowser

/// The list of what is no mail, through its three levels.
@Suite struct RegionsTests {
    /// A file with two broken regions, other documents and a note.
    private var table: EventTable {
        var table = EventTable.of(TestMail.desk, file: "a\u{1B}[2J.log")
        var report = table.files[0]
        report.size = 50_000
        report.brokenRegions = [
            BrokenRegion(offset: 1200, length: 45, line: 7, reason: "the record is cut off"),
            BrokenRegion(offset: 40_000, length: 3, line: nil, reason: "no JSON"),
        ]
        report.otherDocuments = [.logText: 12_345, .s3Event: 1]
        report.otherPlaces = [
            .logText: (0..<FileReport.mostPlaces).map { $0 * 20..<$0 * 20 + 18 },
            .s3Event: [300..<900],
        ]
        report.note = "this export is incomplete: nextToken is present"
        table.update(report, at: 0)
        return table
    }

    private func opened(_ table: EventTable, rows: Int = 24, columns: Int = 80) -> Driver {
        var driver = Driver(table, rows: rows, columns: columns)
        driver.press(.escape)
        driver.type(":regions")
        driver.press(.enter)
        return driver
    }

    @Test func `the first level counts by kind and tells what is to be said of the file`() {
        let driver = opened(table)
        let lines = driver.screen().lines
        #expect(
            lines[2]
                == ">           note                this export is incomplete: nextToken is present"
        )
        #expect(lines[3] == "         2  broken              parts that could not be read")
        #expect(lines[4] == "    12,345  logText             lines of text without JSON")
        #expect(lines[5].hasPrefix("         1  s3-event            events of S3"))
        #expect(lines[21].hasPrefix("a^[[2J.log: this export is incomplete"))
    }

    @Test func `a line without places opens nothing`() {
        var driver = opened(table)
        driver.press(.enter)
        #expect(driver.message == "this line has no place in the file")
        #expect(driver.state.regions?.level == .topics)
    }

    @Test func `the second level says how many places are kept of how many`() {
        var driver = opened(table)
        driver.press("j", "j", .enter, "j")
        let lines = driver.screen().lines
        #expect(lines[1].hasSuffix("logText: THE FIRST 1,000 OF 12,345"))
        #expect(lines[3] == ">       20         --        18")
        driver.press("G")
        #expect(driver.state.regions?.places?.cursor.position == 999)
        driver.press("q", "k", .enter)
        #expect(driver.screen().lines[1].hasSuffix("WHY"))
        let first = driver.screen().lines[2]
        #expect(first == ">     1200          7        45  the record is cut off")
    }

    @Test func `the third level shows a place between brackets, with bytes around it`() {
        var driver = opened(table)
        driver.press("j", .enter, "j", .enter)
        #expect(driver.effects == [.loadBytes(file: 0, offset: 39_872, length: 128 + 3 + 128)])
        driver.receive(
            .bytes(
                [UInt8](repeating: 0x61, count: 128) + [0x7B, 0x1B, 0x41]
                    + [UInt8](repeating: 0x62, count: 128)))
        let lines = driver.screen().lines
        #expect(lines[1].hasPrefix("3 bytes at offset 40000, a^[[2J.log"))
        let row = lines.first { $0.hasPrefix("00040000") }
        #expect(
            row == "00040000 [7b 1b 41]62 62 62 62 62 62 62 62 62 62 62 62 62  {.Abbbbbbbbbbbbb")
        #expect(driver.screen().cursor == Point(row: 1, column: 0))
        driver.press("q")
        #expect(driver.state.regions?.level == .places)
        driver.press(.escape)
        #expect(driver.state.regions?.level == .topics)
        driver.press("q")
        #expect(driver.state.context == .main)
    }

    @Test func `a place inside of a row is marked where it begins and ends`() {
        let rows = RawRows(Array("0123456789abcdef!".utf8), at: 100, columns: 80, place: 103..<105)
        let text = String(
            String.UnicodeScalarView(rows.row(0).compactMap { Unicode.Scalar($0.glyph.scalar) }))
        #expect(text.hasPrefix("00000100  30 31 32[33 34]35 36"))
        let marked = rows.row(0).filter { $0.role == .match }.map { $0.glyph.scalar }
        #expect(marked == "[3334]34".unicodeScalars.map(\.value))
    }

    @Test(arguments: [(10, 40), (24, 80), (4, 20), (48, 160)])
    func `the start of the place is on the screen`(rows: Int, columns: Int) {
        var table = table
        var report = table.files[0]
        report.brokenRegions = [BrokenRegion(offset: 999, length: 5, line: 1, reason: "cut")]
        table.update(report, at: 0)
        var driver = opened(table, rows: rows, columns: columns)
        driver.press("j", .enter, .enter)
        driver.receive(.bytes([UInt8](repeating: 0x2E, count: 261)))
        let bytes = driver.state.regions?.bytes
        let dump = RawRows([UInt8](repeating: 0, count: 261), at: 871, columns: columns)
        let place = dump.row(of: 999)
        let top = bytes?.top ?? -1
        #expect(top <= place && place < top + driver.state.layout.overlayRows)
    }

    @Test func `of a long place the first part is shown, and the end of a file is the end`() {
        var table = table
        var report = table.files[0]
        report.size = 3_000_010
        report.brokenRegions = [
            BrokenRegion(offset: 10, length: 3_000_000, line: 1, reason: "cut")
        ]
        report.otherPlaces[.s3Event] = [2_999_990..<3_000_000]
        table.update(report, at: 0)
        var driver = opened(table)
        driver.press("j", .enter, .enter)
        #expect(driver.effects == [.loadBytes(file: 0, offset: 0, length: 10 + 1 << 20)])
        driver.receive(.bytes([UInt8](repeating: 0x20, count: 10 + 1 << 20)))
        #expect(
            driver.screen().lines[1].hasPrefix("3,000,000 bytes at offset 10, the first 1.0 MB, a"))
        driver.press("q", "q", "G", .enter, .enter)
        #expect(driver.effects == [.loadBytes(file: 0, offset: 2_999_862, length: 148)])
    }

    @Test func `bytes that cannot be read again say why in their place`() {
        var driver = opened(table)
        driver.press("j", .enter, .enter)
        driver.receive(.bytesFailed("no longer in file: the file was cut"))
        #expect(
            driver.screen().lines[2]
                == "these bytes cannot be read again: no longer in file: the file was cut")
        driver.press("j", "G", "q")
        #expect(driver.state.regions?.level == .places)
    }

    @Test func `of ten thousand regions only those on the screen are laid out`() {
        var table = table
        var report = table.files[0]
        report.brokenRegions = (0..<10_000).map {
            BrokenRegion(offset: $0 * 4, length: 2, line: $0, reason: "region \($0)")
        }
        table.update(report, at: 0)
        var driver = opened(table)
        driver.press("j", .enter, "G")
        #expect(driver.screen().lines[20].contains("region 9999"))
        for _ in 0..<300 {
            driver.press("k")
            _ = driver.screen()
        }
        #expect(driver.screen().lines.contains { $0.hasPrefix(">") && $0.contains("region 9699") })
    }

    @Test func `the chosen line stays the same while more is read`() {
        var driver = opened(table)
        driver.press("G")
        var newer = table
        var report = newer.files[0]
        report.failure = "reading stopped"
        report.otherDocuments[.json] = 2
        newer.update(report, at: 0)
        driver.receive(.table(newer, fraction: 1, isDone: true))
        let chosen = driver.state.regions.map { $0.topics[$0.overview.position].kind }
        #expect(chosen == .other(.s3Event))
        driver.press(.enter)
        driver.receive(.table(EventTable.of(TestMail.desk), fraction: 1, isDone: true))
        #expect(driver.state.regions?.topics.isEmpty == true)
        #expect(driver.state.regions?.level == .topics)
        #expect(driver.screen().lines.count == 24)
    }

    @Test func `several files are named line by line`() {
        var table = EventTable(files: [FileReport(path: "logs/a.log"), FileReport(path: "b.log")])
        var failed = table.files[1]
        failed.failure = "no such file"
        table.update(failed, at: 1)
        var report = table.files[0]
        report.otherDocuments = [.json: 1]
        report.otherPlaces = [.json: [0..<2]]
        table.update(report, at: 0)
        let lines = opened(table).screen().lines
        #expect(lines[2] == ">        1  json                a.log")
        #expect(lines[3] == "            failed              b.log")
    }

    @Test func `where all is mail there is nothing to list, and the old name works too`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":broken")
        driver.press(.enter)
        #expect(driver.state.context == .main)
        #expect(driver.message == "every byte that was read so far is accounted for")
    }
}
