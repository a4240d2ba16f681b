import Testing

@testable import SESBrowser
@testable import SESCore

/// Notes on mails.
@Suite struct TriageNoteTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    private func note(_ driver: Driver, row: Int = 0) throws -> RawText? {
        try bench.history(driver, row: row).last?.note
    }

    @Test func `a note is kept, and by later decisions too`() throws {
        var driver = try bench.driver()
        driver.type("Aasked ann")
        driver.press(.enter)
        #expect(try note(driver) == "asked ann")
        #expect(driver.letters == "      ")
        #expect(driver.state.triage.marks[0].isNoted)
        #expect(driver.state.triage.decidedCount == 0)
        driver.press("S")
        #expect(driver.letters == "S     ")
        #expect(try note(driver) == "asked ann")
        #expect(driver.state.triage.marks[0].isNoted)
    }

    @Test func `a note leaves the decision as it is, and is taken back alone`() throws {
        var driver = try bench.driver()
        driver.type("SkAone")
        driver.press(.enter)
        #expect(driver.letters == "S     ")
        driver.rest()
        driver.type("A two")
        driver.press(.enter)
        #expect(try note(driver) == "one two")
        driver.press("u")
        #expect(try note(driver) == "one")
        driver.press("u")
        #expect(try note(driver) == "")
        #expect(driver.letters == "S     ")
        #expect(!driver.state.triage.marks[0].isNoted)
        driver.press(.control("r"))
        #expect(try note(driver) == "one")
        driver.press("u", "u")
        #expect(driver.letters == "      ")
    }

    @Test func `an empty note takes the note away`() throws {
        var driver = try bench.driver()
        driver.type("Ax")
        driver.press(.enter)
        driver.rest()
        driver.type("A")
        driver.press(.control("u"), .enter)
        #expect(try note(driver) == "")
        #expect(!driver.state.triage.marks[0].isNoted)
    }

    @Test func `one note goes to all tagged mails`() throws {
        var driver = try bench.driver()
        driver.type("Stt;Asame")
        driver.press(.enter)
        #expect(try note(driver, row: 1) == "same")
        #expect(try note(driver, row: 2) == "same")
        #expect(try bench.history(driver, row: 0).last?.note == "")
        driver.press("u")
        #expect(try note(driver, row: 1) == "")
    }

    @Test func `a note may hold what a terminal would act on`() throws {
        var driver = try Driver(
            bench.table(TriageMail.mails(6)), rows: 48, columns: 160, desk: TestDesk(bench.location)
        )
        try bench.decide(.spam, note: "a\u{1B}]0;b\u{7}\u{202E}", driver, row: 0, as: .bob)
        driver.receive(.triage(.touched))
        driver.press("j")
        driver.rest()
        driver.press("k")
        driver.rest()
        let screen = driver.screen().lines.joined(separator: "\n")
        #expect(screen.contains("Note       a^[]0;b^G<U+202E>"))
        #expect(!screen.unicodeScalars.contains("\u{1B}"))
    }
}
