import Testing

@testable import SESBrowser
@testable import SESCore

/// Deciding in a list that shows mails by what is decided about them.
@Suite struct DecidingUnderFilterTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    private func driver(_ filter: String) throws -> Driver {
        var driver = try bench.driver()
        driver.type(":filter " + filter)
        driver.press(.enter)
        return driver
    }

    @Test func `a row that a decision removes goes at once, and undo brings it back`() throws {
        var driver = try driver("is:untriaged")
        driver.type("jS")
        #expect(driver.state.rows.count == 5)
        #expect(driver.subject == "mail number 2")
        driver.type("HM")
        #expect(driver.state.rows.count == 3)
        #expect(driver.subject == "mail number 4")
        driver.type("gguu")
        #expect(driver.state.rows.count == 5)
        #expect(driver.subject == "mail number 2")
        driver.press("u")
        #expect(driver.subject == "mail number 1")
        driver.press(.control("r"))
        #expect(driver.state.rows.count == 5)
        #expect(driver.subject == "mail number 2")
        #expect(try bench.stored(driver) == " S    ")
    }

    @Test func `at the end of the list the cursor stays on its last mail`() throws {
        var driver = try driver("is:untriaged")
        driver.type("GS")
        #expect(driver.subject == "mail number 4")
        driver.type("SSSSS")
        #expect(driver.state.rows.count == 0)
        driver.press("S")
        #expect(driver.message == "there is no mail to decide about")
        driver.press("u")
        #expect(driver.subject == "mail number 0")
    }

    @Test func `keys that are typed ahead of undo go to the mail that it brings back`() throws {
        var driver = try driver("is:untriaged")
        driver.setDesk(slow: true)
        driver.type("SSuH")
        driver.setDesk(slow: false)
        #expect(try bench.stored(driver) == "SH    ")
        #expect(driver.state.rows.count == 4)
        #expect(driver.subject == "mail number 2")
    }

    @Test func `a bulk goes and comes back as one`() throws {
        var driver = try driver("is:untriaged")
        driver.type("Tmail")
        driver.press(.enter)
        driver.type(";S")
        #expect(driver.state.rows.count == 0)
        driver.press("u")
        #expect(driver.state.rows.count == 6)
        #expect(driver.subject == "mail number 0")
    }

    @Test func `a tag that is taken off takes the row out of the tagged ones`() throws {
        var driver = try bench.driver()
        driver.type("ttt:filter is:tagged")
        driver.press(.enter)
        driver.type("ggt")
        #expect(driver.state.rows.count == 2)
        #expect(driver.subject == "mail number 1")
    }

    @Test func `what somebody else decides goes, and the cursor stays on its mail`() throws {
        var driver = try driver("is:untriaged")
        driver.type("jjj")
        try bench.decide(.spam, driver, row: 1, as: .bob)
        driver.receive(.triage(.touched))
        #expect(driver.state.rows.count == 5)
        #expect(driver.subject == "mail number 3")
    }

    @Test func `all mails of a sender are decided`() throws {
        var driver = try bench.driver()
        driver.type(":advance stay")
        driver.press(.enter)
        driver.type("S")
        #expect(driver.position == 0)
        driver.press("C", "C")
        #expect(driver.letters == "      ")
        #expect(driver.message == "nothing is decided about this mail")
    }
}
