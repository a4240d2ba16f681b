import Testing

@testable import SESCore

@Suite struct TimelineTests {
    private func timeline(_ times: [String]) -> Timeline {
        let mails = times.map { CountedMail(time: Timestamp($0)) }
        return Statistics(counting: StatisticsSource(.counted(mails)), while: { true })?.timeline
            ?? Timeline()
    }

    @Test(arguments: [
        ("2026-11-20T09:05:10Z", TimelineUnit.minute, 1), ("2026-11-20T10:06:59Z", .minute, 62),
        ("2026-11-20T10:07:00Z", .tenMinutes, 7), ("2026-11-20T19:19:59Z", .tenMinutes, 62),
        ("2026-11-20T19:20:00Z", .hour, 11), ("2026-11-22T22:59:59Z", .hour, 62),
        ("2026-11-22T23:00:00Z", .sixHours, 11), ("2026-12-05T17:59:59Z", .sixHours, 62),
    ])
    func `the unit is the finest that a screen can show`(
        last: String, unit: TimelineUnit, count: Int
    ) {
        // Every day has a mail, so that none is left out.
        let days =
            (20...30).map { "2026-11-\($0)T12:00:00Z" }.filter { $0 < last }
            + (1...5).map { "2026-12-0\($0)T12:00:00Z" }.filter { $0 < last }
        let timeline = timeline(["2026-11-20T09:05:00Z", last] + days)
        #expect(timeline.unit == unit)
        #expect(timeline.stretches.count == count)
        #expect(timeline.last == Timestamp(last))
    }

    @Test(arguments: [
        (60, 1, TimelineUnit.day), (100, 4, .week), (62 * 7, 7, .month), (1800, 20, .month),
        (3000, 30, .year), (62 * 300, 300, .year), (200_000, 3000, .decade),
        (3_652_000, 10_000, .century),
    ])
    func `long logs are shown in weeks, months and years`(
        days: Int, step: Int, unit: TimelineUnit
    ) {
        let start = Timestamp("0000-01-01T12:00:00Z").milliseconds
        let mails = stride(from: 0, through: days, by: step).map {
            CountedMail(time: Timestamp(milliseconds: start + Int64($0) * 86_400_000))
        }
        let counted = Statistics(counting: StatisticsSource(.counted(mails)), while: { true })
        #expect(counted?.timeline.unit == unit)
        let stretches = counted?.timeline.stretches ?? []
        #expect(stretches.count <= (unit == .century ? 101 : TimelineUnit.mostStretches))
        #expect(stretches.reduce(0) { $0 + $1.count } == mails.count)
        for (left, right) in zip(stretches, stretches.dropFirst()) {
            #expect(left.end.milliseconds <= right.start.milliseconds)
        }
    }

    @Test func `weeks begin on Monday, months on their first day`() {
        #expect(
            TimelineUnit.week.start(of: Timestamp("2026-11-22T23:59:59Z"))
                == Timestamp("2026-11-16T00:00:00Z"))
        #expect(
            TimelineUnit.week.start(of: Timestamp("1969-12-28T23:59:59Z"))
                == Timestamp("1969-12-22T00:00:00Z"))
        #expect(
            TimelineUnit.month.next(after: Timestamp("2026-12-01T00:00:00Z"))
                == Timestamp("2027-01-01T00:00:00Z"))
        #expect(
            TimelineUnit.decade.start(of: Timestamp("1999-12-31T23:59:59Z"))
                == Timestamp("1990-01-01T00:00:00Z"))
    }

    @Test func `a mail of another decade does not press all others into one bar`() {
        let timeline = timeline(
            ["1970-01-01T00:00:00Z"] + (10...59).map { "2026-11-20T09:\($0):00Z" })
        #expect(timeline.unit == .minute)
        #expect(timeline.stretches.count == 51)
        #expect(timeline.stretches[0].end != timeline.stretches[1].start)
        #expect(timeline.stretches[1].start == Timestamp("2026-11-20T09:10:00Z"))
    }

    @Test func `at most three times without a mail are left out`() {
        let gaps = (1...12).map { months in
            let timeline = timeline(
                (1...months).map { "2026-\($0 < 10 ? "0" : "")\($0)-01T09:00:00Z" })
            let stretches = timeline.stretches
            return zip(stretches, stretches.dropFirst()).count { $0.end != $1.start }
        }
        #expect(gaps == [0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func `moments outside of the years 0 to 9999 are told apart from the others`() {
        let moments: [Int64] = [.min, .max, .min + 1, 253_402_300_800_000, -62_167_219_200_001, 0]
        let mails = moments.map { CountedMail(time: Timestamp(milliseconds: $0)) }
        let counted = Statistics(counting: StatisticsSource(.counted(mails)), while: { true })
        #expect(counted?.timeline.untimedCount == 5)
        #expect(counted?.timeline.stretches.map(\.count) == [1])
        let edges = [Int64(253_402_300_799_999), -62_167_219_200_000].map {
            CountedMail(time: Timestamp(milliseconds: $0))
        }
        let both = Statistics(counting: StatisticsSource(.counted(edges)), while: { true })
        #expect(both?.timeline.stretches.map(\.count) == [1, 1])
    }

    @Test(arguments: TimelineUnit.allCases)
    func `the query of a stretch tells its mails and no others`(unit: TimelineUnit) throws {
        let moment = Timestamp("2026-11-20T23:41:07Z")
        let start = unit.start(of: moment)
        let stretch = Timeline.Stretch(start: start, end: unit.next(after: start))
        let query = try #require(stretch.query)
        let minute: Int64 = 60_000
        for (time, isIn) in [
            (start.milliseconds, true), (start.milliseconds - 1, false),
            (moment.milliseconds, true),
            (stretch.end.milliseconds - 1, true), (stretch.end.milliseconds, false),
            (start.milliseconds + 1_440 * minute, unit.rawValue > TimelineUnit.day.rawValue),
        ] {
            #expect(query.holds(Timestamp(milliseconds: time)) == isIn)
        }
    }
}

extension Query {
    /// Whether a moment answers a query that asks for times alone, as the words of its terms say.
    fileprivate func holds(_ time: Timestamp) -> Bool {
        guard let utc = time.utc else { return false }
        return conjuncts.allSatisfy { conjunct in
            switch conjunct {
            case .term(.time(.days(let first, let last))):
                let day = utc.date.daysSince1970
                return (first?.daysSince1970 ?? day) <= day && day <= (last?.daysSince1970 ?? day)
            case .term(.timeOfDay(let range)):
                return (range.first...range.last).contains(utc.hour * 60 + utc.minute)
            default: return false
            }
        }
    }
}
