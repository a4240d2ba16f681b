import SESCore
import Testing

@testable import SESBrowser
@testable import SESCore

/// How decisions look.
@Suite struct TriageScreenTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    /// Some mails decided by two people, one tagged, one not saved.
    private func scene(rows: Int, columns: Int) throws -> Driver {
        let moment = Timestamp(iso: "2026-11-22T08:12:00Z".utf8)
        var driver = try Driver(
            bench.table(TriageMail.mails(12)), rows: rows, columns: columns,
            desk: TestDesk(bench.location, moment: moment))
        driver.set(now: driver.now)
        driver.type("SHjMkASent to the help desk, ticket 4711")
        driver.press(.enter)
        try bench.decide(.spam, driver, row: 6, as: .bob)
        driver.receive(.triage(.touched))
        driver.type("ggt")
        try bench.setStore(away: true)
        driver.type("jjjjS")
        driver.type("ggjjj")
        driver.rest()
        driver.press(.escape)
        var shown = driver.state.table
        shown.update(FileReport(path: "inbound.ndjson"), at: 0)
        driver.receive(.table(shown, fraction: 1, isDone: true))
        return driver
    }

    @Test(arguments: [(24, 80), (48, 160)])
    func `decisions in the list and in the detail`(size: (rows: Int, columns: Int)) throws {
        var driver = try scene(rows: size.rows, columns: size.columns)
        let name = "\(size.columns)x\(size.rows)"
        try expectGolden(driver.screen(), .mono, "triage-\(name)")
        driver.press(.enter)
        try expectGolden(driver.screen(.color), .color, "triage-detail-\(name)")
    }

    private func shows(_ words: String, _ driver: Driver) -> Bool {
        driver.screen().lines.contains { $0.contains(words) }
    }

    @Test func `the detail tells who decided what, and of the same sender`() throws {
        var driver = try Driver(
            bench.table(TriageMail.mails(12)), rows: 60, columns: 160,
            desk: TestDesk(bench.location))
        driver.rest()
        #expect(shows("none yet", driver))
        #expect(shows("2 seen: 2 open", driver))
        driver.press("S")
        try bench.decide(.ham, driver, row: 0, as: .bob)
        driver.receive(.triage(.touched))
        driver.press("k")
        driver.rest()
        #expect(shows("ham by bob@desk, 20", driver))
        #expect(shows("spam by ann@desk, 20", driver))
        driver.press("C", "k")
        driver.rest()
        #expect(shows("cleared by ann@desk", driver))
    }

    @Test func `the first line counts, and marks what is not saved`() throws {
        var driver = try bench.driver(6, columns: 120)
        driver.type("SHtt")
        #expect(driver.screen().lines[0].hasSuffix("6 of 6 mails   2 tagged   2 decided"))
        try bench.setStore(away: true)
        driver.type("M")
        #expect(driver.screen().lines[0].contains("a.log*"))
        driver.type(":filter mail")
        driver.press(.enter)
        #expect(driver.screen().lines[0].contains("a.log*   filter: mail"))
        driver.handle(.resize(Size(rows: 24, columns: 80)))
        #expect(driver.screen().lines[0].hasPrefix(" * mail"))
    }

    @Test func `the hints name the keys that decide, and undo where there is something`() throws {
        var driver = try bench.driver()
        let hints = { (driver: Driver) in driver.screen().lines.last ?? "" }
        #expect(hints(driver).contains("S spam"))
        #expect(!hints(driver).contains("u undo"))
        driver.press("S")
        #expect(hints(driver).contains("u undo"))
    }
}
