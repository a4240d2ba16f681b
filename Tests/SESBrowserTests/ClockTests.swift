import SESCore
import Testing

@testable import SESBrowser

@Suite struct ClockTests {
    private static let now = Timestamp(iso: "2026-11-22T10:00:00Z".utf8)

    /// Central Europe: an hour ahead, and two in the summer of 2026.
    private static let zone = LocalZone { seconds in
        let summer = 1_774_746_000..<1_792_890_000
        return summer.contains(seconds)
            ? LocalZone.Setting(offset: 7200, name: "CEST")
            : LocalZone.Setting(offset: 3600, name: "CET")
    }

    private func clock(_ reading: TimeReading) -> ClockState {
        ClockState(reading: reading, now: Self.now, zone: Self.zone)
    }

    @Test(arguments: [
        ("2026-11-22T10:00:00Z", "  just now", "  now"),
        ("2026-11-22T09:59:01Z", "  just now", "  now"),
        ("2026-11-22T09:59:00Z", " 1 min ago", "   1m"),
        ("2026-11-22T09:00:01Z", "59 min ago", "  59m"),
        ("2026-11-22T07:00:00Z", "   3 h ago", "   3h"),
        ("2026-11-20T10:00:01Z", "  47 h ago", "  47h"),
        ("2026-11-20T10:00:00Z", "   2 d ago", "   2d"),
        ("2025-01-01T00:00:00Z", " 690 d ago", " 690d"),
        ("1970-01-01T00:00:00Z", "  56 y ago", "  56y"),
        ("0000-01-01T00:00:00Z", "2026 y ago", "2026y"),
        ("2026-11-22T10:05:00Z", "  in 5 min", "  +5m"),
        ("2028-11-01T00:00:00Z", "  in 709 d", "+709d"),
        ("9999-12-31T23:59:59Z", " in 7973 y", "+999y"), ("", "   no time", "--:--"),
    ])
    func `ages have one width, and a long and a short form`(
        time: String, long: String, short: String
    ) {
        let moment = Timestamp(iso: time.utf8)
        let clock = clock(.age)
        #expect(clock.text(moment, columns: 5) == short)
        #expect(clock.text(moment, columns: 10) == long)
    }

    @Test(arguments: [
        ("2026-03-29T00:59:59Z", "03-29 01:59"), ("2026-03-29T01:00:00Z", "03-29 03:00"),
        ("2026-10-25T00:59:59Z", "10-25 02:59"), ("2026-10-25T01:00:00Z", "10-25 02:00"),
        ("2026-12-31T23:30:00Z", "01-01 00:30"), ("1960-01-01T00:00:00Z", "01-01 01:00"),
        ("2500-07-01T00:00:00Z", "07-01 01:00"), ("", "no time"),
    ])
    func `local times follow the zone to the second of its change`(time: String, text: String) {
        #expect(clock(.local).text(Timestamp(iso: time.utf8), columns: 11) == text)
    }

    @Test func `a zone is found with all its changes`() {
        #expect(Self.zone.spans.map(\.start) == [0, 1_774_746_000, 1_792_890_000])
        #expect(Self.zone.spans.map(\.name) == ["CET", "CEST", "CET"])
        let nameless = LocalZone { _ in LocalZone.Setting(offset: -12_600, name: "-0330") }
        #expect(nameless.spans.map(\.name) == ["-03:30"])
    }

    @Test func `the system's own zone agrees with its clock`() {
        let zone = SystemClock.zone()
        #expect(zone.spans.count >= 1)
        #expect(zone.spans.allSatisfy { abs($0.offset) <= 86_400 })
        #expect(SystemClock.now > Self.zone.spans[1].start)
    }

    @Test(arguments: [
        (TimeReading.utc, 19, "TIME (UTC)"), (.utc, 5, "TIME"), (.age, 10, "AGE"),
        (.local, 19, "TIME (CET)"), (.local, 11, "TIME (CET)"), (.local, 5, "CET"),
    ])
    func `the heading says how to read the times`(
        reading: TimeReading, columns: Int, heading: String
    ) {
        #expect(clock(reading).heading(columns: columns, of: [Self.now, .missing]) == heading)
    }

    @Test func `a heading over two names of a zone says local`() {
        let summer = Timestamp(iso: "2026-07-01T00:00:00Z".utf8)
        let clock = clock(.local)
        #expect(clock.heading(columns: 11, of: [summer]) == "TIME (CEST)")
        #expect(clock.heading(columns: 11, of: [summer, Self.now]) == "TIME local")
        #expect(clock.heading(columns: 5, of: [summer, Self.now]) == "local")
        let far = ClockState(
            reading: .local, now: Self.now,
            zone: LocalZone { _ in LocalZone.Setting(offset: 20_700, name: "+0545") })
        #expect(far.heading(columns: 11, of: [summer]) == "TIME +05:45")
        #expect(far.heading(columns: 5, of: [summer]) == "LOCAL")
    }

    @Test func `the key goes through UTC, local times and ages, and asks for the zone once`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("r")
        #expect(driver.effects.contains(.readZone))
        #expect(driver.screen().lines[1].hasPrefix(" *D TIME (UTC)"))
        driver.receive(.zone(Self.zone))
        #expect(driver.screen().lines[1].hasPrefix(" *D TIME (CET)"))
        #expect(driver.screen().lines[2].hasPrefix(">   11-22 10:41 S.??M"))
        driver.press("r")
        driver.set(now: Self.now)
        #expect(driver.screen().lines[1].hasPrefix(" *D AGE        SVPDM"))
        #expect(driver.screen().lines[2].hasPrefix(">   18 min ago S.??M"))
        #expect(driver.message == "ages as of now; they are told anew with the next key")
        driver.press("r", "r")
        #expect(!driver.effects.contains(.readZone))
    }

    @Test(arguments: [(24, 80), (48, 160), (10, 40)])
    func `ages on the screen`(rows: Int, columns: Int) throws {
        var driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        driver.set(now: Self.now)
        driver.press("r", "r", .escape)
        try expectGolden(driver.screen(), .mono, "ages-\(columns)x\(rows)")
    }
}

extension Timestamp {
    fileprivate static func > (left: Timestamp, seconds: Int) -> Bool {
        left.milliseconds > Int64(seconds) * 1000
    }
}
