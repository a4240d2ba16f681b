import Testing

@testable import SESBrowser
@testable import SESCore

/// What statistics look like.
@Suite struct StatisticsScreenTests {
    private static let sizes = [(24, 80), (48, 160), (10, 40)]

    /// Mails of two weeks, more of them by day and on Fridays, and one of another decade.
    private static let mails: [TestMail] = {
        let strips = [".....", ".....", "S.P?M", "?....", ".V...", "...D.", "     ", ".!..-"]
        let senders = [
            "billing@paypa1.example", "news@mailer.example", "bob@customer.example",
            "a.very.long.local.part.of.an.address.of.somebody.else@rnicrosoft.example",
            "漢字@漢字.example", "esc\u{1B}[2J@injection.test", "", "alice@partner.example",
        ]
        var mails = [
            TestMail(
                time: "2015-06-17T08:00:00Z", strip: ".....", from: "sample@docs.example",
                subject: "A sample")
        ]
        for number in 0..<600 {
            let (day, hour) = (8 + number * number % 14, 6 + number * 7 % 11)
            let minute = 10 + number % 50
            mails.append(
                TestMail(
                    time: number % 97 == 5
                        ? ""
                        : "2026-11-\(day < 10 ? "0" : "")\(day)T"
                            + "\(hour < 10 ? "0" : "")\(hour):\(minute):00Z",
                    strip: strips[number * 5 % 23 % strips.count],
                    from: senders[number * number % 31 % senders.count], subject: "Subject"))
        }
        return mails
    }()

    /// What half of the mails say of recipients and addresses.
    private static var late: LateColumns {
        var batch = LateBatch()
        for number in 0..<300 {
            let both = number % 3 == 0 ? "\nsales@corp.example" : ""
            var particulars = RowParticulars()
            particulars.recipients = RawText("desk@corp.example" + both)
            particulars.ip = RawText("192.0.2.\(number % 25)")
            batch.append(particulars)
        }
        var builder = LateBuilder(LateColumns())
        builder.append(batch)
        return builder.columns
    }

    private func opened(_ size: (rows: Int, columns: Int)) throws -> Driver {
        var driver = Driver(.of(Self.mails), rows: size.rows, columns: size.columns)
        driver.answersStatistics = false
        driver.press(.escape, "i")
        let source = StatisticsSource(driver.state.table, shown: driver.state.rows, late: Self.late)
        let found = try #require(Statistics(counting: source) { true })
        for case .countStatistics(let number) in driver.effects {
            driver.receive(.statistics(number, found, isWhole: true))
        }
        return driver
    }

    @Test(arguments: sizes)
    func `statistics, section by section`(size: (rows: Int, columns: Int)) throws {
        let name = "\(size.columns)x\(size.rows)"
        var driver = try opened(size)
        driver.press("j", "j")
        try expectGolden(driver.screen(), .mono, "statistics-\(name)")
        driver.press(.tab, "j", "j", "j")
        try expectGolden(driver.screen(), .mono, "statistics-time-\(name)")
        driver.press(.tab, .tab, .tab, "j")
        try expectGolden(driver.screen(.color), .color, "statistics-recipients-\(name)")
    }

    @Test func `statistics of an ASCII terminal`() throws {
        try Gate.$charset.withValue(.ascii) {
            let driver = try opened((24, 80))
            try expectGolden(driver.screen(), .mono, "statistics-ascii-80x24")
        }
    }

    @Test func `every small size gives a screen`() throws {
        var driver = try opened((24, 80))
        for rows in 1...30 {
            for columns in stride(from: 1, through: 170, by: 7) {
                driver.handle(.resize(Size(rows: rows, columns: columns)))
                driver.press(rows % 2 == 0 ? .tab : "j", .right)
                let grid = driver.screen()
                if let cursor = grid.cursor {
                    #expect((0..<rows).contains(cursor.row))
                    #expect((0..<columns).contains(cursor.column))
                }
            }
        }
    }
}
