import Testing

@testable import SESBrowser
@testable import SESCore

/// What a run knows of the one before.
@Suite struct VisitTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    private func leave(
        at time: RawText, wasCut: Bool = false, filter: RawText = "", key: TriageKey? = nil,
        as author: Author = .ann
    ) throws {
        let store = try TriageStore(bench.location, as: author)
        try store.remember(
            Visit(time: Timestamp(iso: time.bytes), wasCut: wasCut, filter: filter, key: key))
    }

    @Test func `mails that came since the last visit are counted, each once`() throws {
        try leave(at: "2026-11-20T09:10:12Z")
        let mails = TriageMail.mails(6) + [TriageMail(5)]
        var driver = try Driver(
            bench.table(mails), isDone: false, desk: TestDesk(bench.location))
        #expect(driver.message == nil)
        driver.receive(.table(driver.state.table, fraction: 1, isDone: true))
        #expect(driver.message == "3 new since 11-20 09:10 UTC")
        driver.reload(try bench.table(mails))
        #expect(driver.message == "reading the files again")
    }

    @Test func `where nothing is new, or nobody was here before, nothing is said`() throws {
        #expect(try bench.driver().message == nil)
        try leave(at: "2026-11-20T10:00:00Z")
        #expect(try bench.driver().message == nil)
        try leave(at: "2026-11-20T08:00:00Z", as: .bob)
        #expect(try bench.driver().message == nil)
    }

    @Test func `a run that was cut off is offered and gone on with`() throws {
        var first = try bench.driver()
        first.type(":filter from:d1.example")
        first.press(.enter)
        first.type("SS")
        first.end(wasCut: true)
        var driver = try bench.driver()
        #expect(driver.message?.hasPrefix("the last run was cut off ") == true)
        #expect(driver.message?.hasSuffix("; :resume goes on there") == true)
        driver.type(":resume")
        driver.press(.enter)
        #expect(driver.state.filter.text == "from:d1.example")
        #expect(driver.letters == "SS ")
        #expect(driver.subject == "mail number 5")
    }

    @Test func `a run that was cut off without a filter is gone on with at its mail`() throws {
        let seen = try bench.driver()
        try leave(at: "2026-11-20T10:00:00Z", wasCut: true, key: bench.key(seen, row: 4))
        var driver = try bench.driver()
        driver.type(":resume")
        driver.press(.enter)
        #expect(driver.position == 4)
    }

    @Test func `a run that was left in peace is not offered`() throws {
        var first = try bench.driver()
        first.press("S")
        first.end(wasCut: false)
        var driver = try bench.driver()
        #expect(driver.message == nil)
        driver.type(":resume")
        driver.press(.enter)
        #expect(driver.message == "the last run was not cut off")
    }
}
