import Testing

@testable import SESBrowser
@testable import SESCore

/// Tags, and what is done to all tagged mails at once.
@Suite struct TagTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    @Test func `a key tags and goes down, and takes the tag off again`() throws {
        var driver = try bench.driver()
        driver.press("t", .insert, "t")
        #expect(driver.tags == "***   ")
        #expect(driver.position == 3)
        driver.type("ggt")
        #expect(driver.tags == " **   ")
        #expect(driver.screen().lines[0].contains("2 tagged"))
    }

    @Test func `a range is tagged from either end`() throws {
        var driver = try bench.driver()
        driver.type("jVjjV")
        #expect(driver.tags == " ***  ")
        #expect(driver.message == "3 mails tagged")
        driver.type("GVkV")
        #expect(driver.tags == " *****")
    }

    @Test func `a query tags and untags, within the filter`() throws {
        var driver = try bench.driver()
        driver.type("T")
        driver.type("from:s0")
        driver.press(.enter)
        #expect(driver.tags == "*  *  ")
        #expect(driver.message == "2 mails tagged")
        driver.type(":filter from:d1.example")
        driver.press(.enter)
        driver.type("Tmail")
        driver.press(.enter)
        #expect(driver.message == "3 mails tagged")
        driver.press("0")
        #expect(driver.tags == "** * *")
        driver.press(.control("t"))
        driver.type("from:d0.example")
        driver.press(.enter)
        #expect(driver.tags == " * * *")
        driver.press(.control("t"), .enter)
        #expect(driver.tags == "      ")
        #expect(driver.message == "3 mails untagged")
    }

    @Test func `a query that cannot be read tags nothing`() throws {
        var driver = try bench.driver()
        driver.type("Tspam:")
        driver.press(.enter)
        #expect(driver.message?.hasPrefix("stopped at") == true)
        #expect(driver.tags == "      ")
    }

    @Test func `a few tagged mails are decided at once and taken back at once`() throws {
        var driver = try bench.driver()
        driver.type("SjtttG;H")
        #expect(driver.letters == "S HHH ")
        #expect(driver.tags == "      ")
        #expect(driver.message == "3 mails decided; u takes that back")
        #expect(try bench.stored(driver) == "S HHH ")
        let steps = try (2...4).map { try bench.history(driver, row: $0)[0].step }
        #expect(Set(steps).count == 1)
        driver.press("u")
        #expect(driver.letters == "S     ")
        #expect(driver.position == 2)
        #expect(driver.message == "3 decisions taken back")
        driver.press(.control("r"))
        #expect(driver.letters == "S HHH ")
        #expect(try bench.stored(driver) == "S HHH ")
    }

    @Test func `each decision may go to the tagged mails`() throws {
        var driver = try bench.driver()
        driver.type("tt;St;Mjt;Ct;C")
        #expect(try bench.stored(driver) == driver.letters)
        driver.type("tt;A")
        driver.type("to be asked about")
        driver.press(.enter)
        #expect(driver.state.triage.unsaved == 0)
    }

    @Test func `without tags there is nothing to decide`() throws {
        var driver = try bench.driver()
        for keys in [";S", ";A", ";y"] {
            driver.type(keys)
            #expect(driver.message == "no mail is tagged; t tags one, T many")
        }
        #expect(driver.letters == "      ")
    }

    @Test func `more than fifty are asked about first`() throws {
        var driver = try bench.driver(60)
        driver.type("Tmail")
        driver.press(.enter)
        driver.type(";S")
        #expect(
            driver.message == "decide that 60 tagged mails are spam? y does, any other key does not"
        )
        driver.press("S")
        #expect(driver.message == "nothing was decided")
        #expect(driver.letters.allSatisfy { $0 == " " })
        #expect(driver.tags.count { $0 == "*" } == 60)
        driver.type(";S")
        driver.press(.escape)
        #expect(driver.message == "nothing was decided")
        driver.type(";Sy")
        #expect(driver.message == "60 mails decided; u takes that back")
        #expect(try bench.stored(driver).count { $0 == "S" } == 60)
        driver.press("u")
        #expect(try bench.stored(driver).count { $0 == "S" } == 0)
        #expect(driver.state.triage.decidedCount == 0)
    }

    @Test func `fifty are not asked about`() throws {
        var driver = try bench.driver(50)
        driver.type("Tmail")
        driver.press(.enter)
        driver.type(";M")
        #expect(driver.message == "50 mails decided; u takes that back")
    }

    @Test func `mails like this one are decided in three keys more`() throws {
        var driver = try bench.driver()
        driver.type("*dTmail")
        driver.press(.enter)
        driver.type(";S")
        #expect(driver.letters == "SSS")
        driver.press("0")
        #expect(driver.letters == "S S S ")
    }

    @Test func `the ids of tagged mails are copied`() throws {
        var driver = try bench.driver()
        driver.type("jtt;y")
        #expect(driver.state.copy.shown?.bytes == Array("id1 id2".utf8))
    }

    @Test func `tags are on the same mails when the files are read again`() throws {
        var driver = try bench.driver()
        driver.type("jtjt")
        let other = [TriageMail(7)] + TriageMail.mails(5).reversed()
        driver.reload(try bench.table(other))
        #expect(driver.tags == "  * * ")
        driver.type(";S")
        #expect(driver.letters == "  S S ")
        #expect(try bench.stored(driver) == "  S S ")
    }

    @Test func `all rows of a mail have its tag, before and behind a reload`() throws {
        let mails = [TriageMail(0), TriageMail(1), TriageMail(0)]
        var driver = try Driver(bench.table(mails), desk: TestDesk(bench.location))
        driver.press("t")
        #expect(driver.tags == "* *")
        driver.reload(try bench.table(mails))
        #expect(driver.tags == "* *")
        driver.type("gg")
        driver.press("t")
        #expect(driver.tags == "   ")
        driver.type("ggt;S")
        #expect(driver.letters == "S S")
        #expect(try bench.history(driver, row: 0).count == 1)
    }
}
