import Testing

@testable import SESBrowser
@testable import SESCore

/// Decisions of other runs, of other logs and of other people.
@Suite struct TriageSharingTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    @Test func `a decision shows again in another log, shape and order`() throws {
        var driver = try bench.driver()
        driver.type("SHM")
        let others = try bench.table(
            [TriageMail(9)] + TriageMail.mails(3).reversed(), named: "b.log",
            TriageMail.inNotification)
        #expect(others.count == 4)
        var second = Driver(others, desk: TestDesk(bench.location, as: .bob))
        #expect(second.letters == " MHS")
        #expect(second.state.triage.decidedCount == 3)
        second.type("ggS")
        #expect(second.letters == "SMHS")
    }

    @Test(arguments: [
        "pretty--notification", "array--notification-base64", "words-then-pretty--notification",
        "prefix-node--notification-utf8", "bom--pair",
    ])
    func `a mail is the same mail in each shape`(name: String) throws {
        let folder = "\(TriageBench.root)/Tests/Fixtures/Framings"
        let plain = LogLoader(
            paths: [RawText("\(folder)/lines--notification.json")]
        ).load()
        var driver = Driver(plain, desk: TestDesk(bench.location))
        #expect(plain.count > 0)
        for _ in 0..<plain.count { driver.press("S") }
        let other = LogLoader(paths: [RawText("\(folder)/\(name).json")]).load()
        let second = Driver(other, desk: TestDesk(bench.location))
        let keys = Set((0..<plain.count).map { plain[$0].mailKey })
        let shared = (0..<other.count).filter { keys.contains(other[$0].mailKey) }
        #expect(!shared.isEmpty)
        for row in shared { #expect(second.state.triage.marks[row].letter == "S") }
    }

    @Test func `the first undecided mail is where a new run begins`() throws {
        var driver = try bench.driver()
        driver.type("SH")
        #expect(try bench.driver().position == 2)
        driver.type("ggu")
        #expect(try bench.driver().position == 1)
    }

    @Test func `files that are read again show decisions, and undo goes on`() throws {
        var driver = try bench.driver()
        driver.type("SHM")
        driver.reload(try bench.table(TriageMail.mails(6).reversed()))
        #expect(driver.letters == "   MHS")
        #expect(driver.state.triage.decidedCount == 3)
        driver.press("u")
        #expect(driver.letters == "    HS")
        #expect(driver.position == 3)
        driver.reload(try bench.table(TriageMail.mails(1)))
        driver.press("u")
        #expect(driver.message == "taken back")
        #expect(driver.letters == "S")
        driver.reload(try bench.table(TriageMail.mails(6)))
        #expect(driver.letters == "S     ")
    }

    @Test func `rows that come later show what was decided about them`() throws {
        let whole = try bench.table(TriageMail.mails(6))
        var driver = Driver(whole, desk: TestDesk(bench.location))
        driver.type("SHMS")
        var late = Driver(
            try bench.table(TriageMail.mails(2), named: "b.log"), isDone: false,
            desk: TestDesk(bench.location))
        #expect(late.letters == "SH")
        late.receive(
            .table(
                try bench.table(TriageMail.mails(6), named: "b.log"), fraction: 1, isDone: true))
        #expect(late.letters == "SHMS  ")
        #expect(late.position == 4)
    }

    @Test func `mails without an id are told apart by their records`() throws {
        var twin = TriageMail(0, hasID: false)
        twin.number = 6
        let mails = [TriageMail(0, hasID: false), TriageMail(1, hasID: false), twin]
        var driver = try Driver(bench.table(mails), desk: TestDesk(bench.location))
        driver.press("S")
        #expect(driver.letters == "S  ")
        #expect(try bench.stored(driver) == "S  ")
        let second = try Driver(
            bench.table(mails.reversed(), named: "b.log"), desk: TestDesk(bench.location))
        #expect(second.letters == "  S")
        driver.type("GHuu")
        #expect(driver.letters == "   ")
        #expect(try bench.stored(driver) == "   ")
    }

    @Test func `what somebody else decides is shown and told`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.decide(.ham, driver, row: 3, as: .bob)
        driver.receive(.triage(.touched))
        #expect(driver.letters == "S  H  ")
        #expect(driver.message?.hasPrefix("bob decided ham") == true)
        #expect(driver.state.triage.decidedCount == 2)
        driver.receive(.triage(.touched))
        #expect(driver.letters == "S  H  ")
    }

    @Test func `deciding over a fresh decision of somebody else asks`() throws {
        var driver = try bench.driver()
        try bench.decide(.ham, driver, row: 0, as: .bob)
        driver.press("S")
        #expect(driver.letters == "s     ")
        #expect(driver.message?.hasPrefix("bob decided ham") == true)
        #expect(
            driver.message?.hasSuffix(": y decides otherwise, any other key leaves that") == true)
        #expect(try bench.stored(driver) == "H     ")
        driver.press("y")
        #expect(driver.letters == "S     ")
        let history = try bench.history(driver, row: 0)
        #expect(history.map(\.author) == [.bob, .ann])
        #expect(history.map(\.decision) == [.ham, .spam])
        driver.press("u")
        #expect(driver.letters == "H     ")
        #expect(try bench.stored(driver) == "H     ")
    }

    @Test func `the decision of somebody else is left by any other key`() throws {
        var driver = try bench.driver()
        try bench.decide(.ham, driver, row: 0, as: .bob)
        driver.type("SS")
        #expect(driver.letters == "H     ")
        #expect(driver.state.triage.unsaved == 0)
        #expect(try bench.history(driver, row: 0).count == 1)
        driver.press("u")
        #expect(driver.message == "nothing of this run is left to take back")
    }

    @Test func `a bulk that is given up leaves all of its mails as they were`() throws {
        var driver = try bench.driver()
        try bench.decide(.ham, driver, row: 1, as: .bob)
        driver.type("ttt;Sn")
        #expect(driver.letters == " H    ")
        #expect(try bench.stored(driver) == " H    ")
        driver.reload(try bench.table(TriageMail.mails(6)))
        #expect(driver.letters == " H    ")
    }

    @Test func `taking back asks too where somebody else decided since`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.decide(.ham, driver, row: 0, as: .bob)
        driver.press("u")
        #expect(driver.message?.contains("y decides otherwise") == true)
        driver.press("n")
        #expect(driver.letters == "H     ")
        #expect(try bench.stored(driver) == "H     ")
        driver.type("u")
        #expect(driver.letters == "      ")
    }

    @Test func `decisions that come behind a question are asked about in their turn`() throws {
        var driver = try bench.driver()
        try bench.decide(.ham, driver, row: 0, as: .bob)
        driver.setDesk(slow: true)
        driver.type("SM")
        driver.setDesk(slow: false)
        #expect(driver.letters == "sm    ")
        driver.press("y")
        #expect(driver.letters == "SM    ")
        #expect(try bench.stored(driver) == "SM    ")
        driver.press("u", "u")
        #expect(driver.letters == "H     ")
    }
}
