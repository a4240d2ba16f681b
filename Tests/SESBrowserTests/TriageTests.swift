import Testing

@testable import SESBrowser
@testable import SESCore

/// Deciding by keys, with a real store behind.
@Suite struct TriageTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    @Test func `a key decides, saves and goes on to the next mail`() throws {
        var driver = try bench.driver()
        driver.type("SHM!")
        #expect(driver.letters == "SHMS  ")
        #expect(driver.position == 4)
        #expect(try bench.stored(driver) == "SHMS  ")
        #expect(driver.state.triage.unsaved == 0)
        let decision = try #require(bench.history(driver, row: 1).first)
        #expect(decision.decision == .ham)
        #expect(decision.author == .ann)
    }

    @Test func `clearing takes a decision away and keeps its history`() throws {
        var driver = try bench.driver()
        driver.type("SkC")
        #expect(driver.letters == "      ")
        #expect(driver.position == 1)
        #expect(try bench.history(driver, row: 0).map(\.decision) == [.spam, .clear])
    }

    @Test func `a mail is decided from the detail too`() throws {
        var driver = try bench.driver()
        driver.press(.enter, "S", "H")
        #expect(driver.letters == "SH    ")
        #expect(driver.position == 2)
        driver.press(.escape)
        #expect(driver.position == 2)
    }

    @Test func `at the last mail the cursor stays`() throws {
        var driver = try bench.driver(2)
        driver.type("GSS")
        #expect(driver.letters == " S")
        #expect(driver.position == 1)
    }

    @Test func `the cursor may go to the next undecided mail, or stay`() throws {
        var driver = try bench.driver()
        driver.type("jS")
        driver.type("gg")
        driver.set(.undecided)
        driver.press("S")
        #expect(driver.position == 2)
        driver.set(.stay)
        driver.type("HM")
        #expect(driver.position == 2)
        #expect(driver.letters == "SSM   ")
    }

    @Test func `the last decision is repeated by a dot`() throws {
        var driver = try bench.driver()
        driver.press(".")
        #expect(driver.message == "nothing was decided yet that could be repeated")
        driver.type("H..")
        #expect(driver.letters == "HHH   ")
        #expect(try bench.stored(driver) == "HHH   ")
    }

    @Test func `steps are taken back one by one, and the cursor goes there`() throws {
        var driver = try bench.driver()
        driver.type("SHM")
        for (letters, position) in [("SH    ", 2), ("S     ", 1), ("      ", 0)] {
            driver.type("Gu")
            #expect(driver.letters == letters)
            #expect(driver.position == position)
            #expect(try bench.stored(driver) == letters)
            #expect(driver.message == "taken back")
        }
        driver.press("u")
        #expect(driver.message == "nothing of this run is left to take back")
        for letters in ["S     ", "SH    ", "SHM   "] {
            driver.press(.control("r"))
            #expect(driver.letters == letters)
            #expect(try bench.stored(driver) == letters)
            #expect(driver.message == "decided again")
        }
        driver.press(.control("r"))
        #expect(driver.message == "nothing was taken back")
    }

    @Test func `taking back brings the decision before`() throws {
        var driver = try bench.driver()
        driver.type("SkHkMkCu")
        #expect(driver.letters == "M     ")
        driver.press("u", "u")
        #expect(driver.letters == "S     ")
        #expect(
            try bench.history(driver, row: 0).map(\.decision)
                == [.spam, .ham, .maybe, .clear, .maybe, .ham, .spam])
    }

    @Test func `a new decision forgets what was taken back`() throws {
        var driver = try bench.driver()
        driver.type("SHuM")
        driver.press(.control("r"))
        #expect(driver.message == "nothing was taken back")
        driver.press("u", "u")
        #expect(driver.letters == "      ")
    }

    @Test func `two keys go to the next and the previous undecided mail`() throws {
        var driver = try bench.driver()
        driver.type("jSSgg]")
        #expect(driver.position == 3)
        driver.type("]c")
        #expect(driver.position == 5)
        driver.press("]")
        #expect(driver.message == "no undecided mail further down")
        driver.type("[[[p")
        #expect(driver.position == 0)
        #expect(driver.message == "no undecided mail further up")
    }

    @Test func `in a list of one filter and order decisions go to the mails that are seen`() throws
    {
        var driver = try bench.driver()
        driver.update(.sortTime)
        driver.update(.reverseOrder)
        driver.type(":filter from:d1.example")
        driver.press(.enter)
        #expect(driver.state.rows.count == 3)
        let seen = (0..<2).map { driver.state.rows[$0] }
        driver.type("SH")
        #expect(driver.letters == "SH ")
        let stored = Array(try bench.stored(driver))
        #expect(seen.map { stored[$0] } == ["S", "H"])
        #expect(stored.count { $0 != " " } == 2)
        #expect(driver.state.triage.decidedCount == 2)
        driver.press("0")
        #expect(driver.state.triage.decidedCount == 2)
        driver.type("u")
        #expect(driver.state.triage.decidedCount == 1)
        #expect(driver.state.cursorRow == seen[1])
    }

    @Test func `the count of decided mails is that of the list`() throws {
        var driver = try bench.driver()
        driver.type("SHMkC")
        #expect(driver.state.triage.decidedCount == 2)
        driver.type(":filter from:d1.example")
        driver.press(.enter)
        #expect(driver.state.triage.decidedCount == 1)
        driver.press("u")
        #expect(driver.state.triage.decidedCount == driver.letters.count { $0 != " " })
    }

    @Test func `keys typed ahead of a slow disk mean what they would mean later`() throws {
        var driver = try bench.driver()
        driver.setDesk(slow: true)
        driver.type("SSuHu")
        #expect(driver.letters == "ss    ")
        driver.setDesk(slow: false)
        // The second was taken back, was ham, and that was taken back.
        #expect(driver.letters == "S     ")
        #expect(driver.position == 1)
        driver.setDesk(slow: true)
        driver.type("uM")
        #expect(driver.letters == "S     ")
        driver.setDesk(slow: false)
        #expect(driver.letters == "M     ")
        #expect(try bench.stored(driver) == "M     ")
    }

    @Test func `Control-C does not wait for what is taken back`() throws {
        var driver = try bench.driver()
        driver.setDesk(slow: true)
        driver.type("SuHHH")
        driver.press(.control("c"))
        #expect(driver.letters == "s     ")
        driver.press("j")
        #expect(driver.position == 2)
        driver.setDesk(slow: false)
        #expect(driver.letters == "S     ")
        driver.type("u")
        #expect(driver.letters == "      ")
    }

    @Test func `a log without a store says why nothing is decided`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("S")
        #expect(driver.message == "decisions are still being read; try again in a moment")
        #expect(driver.position == 0)
        #expect(driver.letters.allSatisfy { $0 == " " })
    }
}
