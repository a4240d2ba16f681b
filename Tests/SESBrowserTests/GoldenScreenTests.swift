import SESCore
import Testing

@testable import SESBrowser

@Suite struct GoldenScreenTests {
    private static let sizes = [(24, 80), (48, 160), (18, 60), (10, 40)]

    @Test(arguments: sizes, [Theme.color, .mono])
    func `list and detail`(size: (rows: Int, columns: Int), theme: Theme) throws {
        var driver = Driver(.of(TestMail.desk), rows: size.rows, columns: size.columns)
        driver.press("j", "j")
        driver.rest()
        try expectGolden(
            driver.screen(theme), theme, "list-\(size.columns)x\(size.rows)-\(theme)")
    }

    @Test(arguments: sizes)
    func `filter grid`(size: (rows: Int, columns: Int)) throws {
        var driver = Driver(.of(TestMail.desk), rows: size.rows, columns: size.columns)
        driver.press("f", .down, " ", .down, .down, .down, .right)
        try expectGolden(driver.screen(), .mono, "filter-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `help`(size: (rows: Int, columns: Int)) throws {
        var driver = Driver(.of(TestMail.desk), rows: size.rows, columns: size.columns)
        driver.press("?", .down, .down)
        try expectGolden(driver.screen(), .mono, "help-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `no mail matches`(size: (rows: Int, columns: Int)) throws {
        var driver = Driver(.of(TestMail.desk), rows: size.rows, columns: size.columns)
        driver.press("1", "2")
        try expectGolden(driver.screen(), .mono, "empty-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `text of other scripts and hostile text`(
        size: (rows: Int, columns: Int)
    ) throws {
        var driver = Driver(.of(TestMail.scripts), rows: size.rows, columns: size.columns)
        driver.press("j")
        driver.rest()
        try expectGolden(driver.screen(), .mono, "scripts-\(size.columns)x\(size.rows)")
    }

    @Test func `loading`() throws {
        let table = EventTable.of(Array(TestMail.desk.prefix(3)))
        let driver = Driver(table, isDone: false, fraction: 0.634)
        try expectGolden(driver.screen(), .mono, "loading-80x24")
    }

    @Test func `before the first mail`() throws {
        let driver = Driver(.of([]), isDone: false, fraction: nil)
        try expectGolden(driver.screen(), .mono, "reading-80x24")
    }

    @Test func `the keys are in the detail`() throws {
        var driver = Driver(.of(TestMail.desk))
        driver.press(.tab, "v")
        try expectGolden(driver.screen(), .mono, "detail-80x24")
    }

    @Test func `a prompt with candidates`() throws {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":next")
        driver.press(.tab)
        try expectGolden(driver.screen(), .mono, "prompt-80x24")
    }

    private static let threeSizes = [(24, 80), (48, 160), (10, 40)]

    @Test(arguments: threeSizes)
    func `deliveries folded, unfolded and in the detail`(size: (rows: Int, columns: Int)) throws {
        let name = "\(size.columns)x\(size.rows)"
        let table = EventTable.delivered
        var driver = Driver(table, rows: size.rows, columns: size.columns)
        driver.receive(.deliveries(table.linked))
        driver.press("j")
        driver.rest()
        try expectGolden(driver.screen(), .mono, "folded-\(name)")
        driver.press("k")
        driver.rest()
        driver.press(.enter)
        driver.type("/DELIVERIES")
        driver.press(.enter)
        try expectGolden(driver.screen(), .mono, "deliveries-\(name)")
        driver.press("q", "D")
        try expectGolden(driver.screen(), .mono, "unfolded-\(name)")
    }

    @Test(arguments: threeSizes)
    func `regions, level by level`(size: (rows: Int, columns: Int)) throws {
        let name = "\(size.columns)x\(size.rows)"
        var table = EventTable.of(TestMail.desk, file: "a\u{1B}[2J.log")
        var report = table.files[0]
        report.size = 52_406_000
        report.brokenRegions = [
            BrokenRegion(offset: 1200, length: 19, line: 7, reason: "the record is cut off"),
            BrokenRegion(offset: 48_310_000, length: 4_096_000, line: nil, reason: "no JSON"),
        ]
        report.otherDocuments = [.logText: 12_345, .mailManager: 2]
        report.otherPlaces = [.logText: (0..<1000).map { $0 * 50..<$0 * 50 + 48 }]
        report.note = "this export is incomplete"
        table.update(report, at: 0)
        var driver = Driver(table, rows: size.rows, columns: size.columns)
        driver.receive(.timer(.message(1)))
        driver.type(":regions")
        driver.press(.enter, "j")
        try expectGolden(driver.screen(), .mono, "regions-\(name)")
        driver.press(.enter)
        try expectGolden(driver.screen(), .mono, "places-\(name)")
        driver.press(.enter)
        let before = Array("{\"ses\":{\"mail\":{\"messageId\":\"".utf8)
        let around = (0..<128).map { before[$0 % before.count] }
        let torn = Array("{\"ses\":{\u{1B}[31m \u{9B}2J ".utf8)
        driver.receive(.bytes(around + torn + around))
        try expectGolden(driver.screen(), .mono, "bytes-\(name)")
    }
}
