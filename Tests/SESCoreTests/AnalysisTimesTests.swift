import Testing

@testable import SESCore

@Suite struct MailDateTests {
    @Test(
        arguments: [
            ("Wed, 7 Oct 2015 12:34:56 -0700", "2015-10-07T19:34:56Z"),
            ("7 Oct 2015 12:34 GMT", "2015-10-07T12:34:00Z"),
            ("Mon,  3 feb 2025 04:05:06 +0530 (IST)", "2025-02-02T22:35:06Z"),
            ("Fri, 31 Dec 99 23:59:59 EST", "2000-01-01T04:59:59Z"),
            ("3 Feb 2025 04:05:06", "2025-02-03T04:05:06Z"),
        ] as [(RawText, RawText)])
    func `a date of a mail names a moment`(date: RawText, moment: RawText) {
        #expect(MailDate.timestamp(date) == Timestamp(iso: moment.bytes))
    }

    @Test(
        arguments: [
            "", "tomorrow", "Wed, 7 Foo 2015 12:34:56 -0700", "7 Oct 2015 25:00:00 +0000",
            "99 Oct 2015 12:00:00 +0000", "7 Oct 99999999999999999999 12:00:00 +0000",
            "7 Oct 2015 12:00:00 +07", "7 Oct 2015 ::: GMT",
        ] as [RawText])
    func `a date that cannot be read names none`(date: RawText) {
        #expect(MailDate.timestamp(date).isMissing)
    }
}

@Suite struct ElapsedTests {
    @Test(
        arguments: [
            ("574", "574 ms"), ("0", "0 ms"), ("12345", "12345 ms (12 s)"),
            ("65000", "65000 ms (1 min 5 s)"), ("fast", "fast (not a number of milliseconds)"),
            ("9999999999999999999", "9999999999999999999 (not a number of milliseconds)"),
            ("", " (not a number of milliseconds)"),
        ] as [(RawText, RawText)])
    func `the processing time is told in words`(spelled: RawText, words: RawText) {
        #expect(Elapsed.processing(spelled) == words)
    }

    @Test(
        arguments: [
            (0, "0 s"), (59, "59 s"), (60, "1 min"), (3725, "1 h 2 min"), (86_400, "1 day"),
            (180_000, "2 days 2 h"), (31_556_952, "1 year"), (1_443_000_000, "45 years"),
        ])
    func `a span is told in its two largest units`(seconds: Int, words: String) {
        #expect(Elapsed.words(seconds: seconds) == words)
    }

    @Test func `a date is compared with the time of receipt`() throws {
        let date: RawText = "Mon, 3 Feb 2025 04:04:55 +0000"
        let earlier = try #require(
            Elapsed.difference(ofDate: date, from: "2025-02-03T04:05:06.007Z"))
        #expect(earlier.words == "11 s earlier")
        #expect(Elapsed.difference(ofDate: date, from: "then") == nil)
        #expect(Elapsed.difference(ofDate: "then", from: "2025-02-03T04:05:06.007Z") == nil)
    }
}

@Suite struct AddresseesTests {
    @Test func `a destination that repeats To and Cc is none of its own`() {
        var event = event(to: ["A <a@corp.example>"], cc: ["b@corp.example"])
        event.mail?.destination = ["B@corp.example", "a@corp.example", "a@corp.example"]
        #expect(event.differingDestination == nil)
        event.mail?.destination.append("c@corp.example")
        #expect(event.differingDestination?.count == 4)
    }

    @Test func `a Return-Path is told where it is not the envelope sender`() {
        var event = event(to: [], cc: [])
        event.mail?.source = ""
        event.mail?.commonHeaders?.returnPath = "<>"
        #expect(event.differingReturnPath == nil)
        event.mail?.commonHeaders?.returnPath = "x@y.example"
        #expect(event.differingReturnPath == "x@y.example")
    }

    private func event(to: [RawText], cc: [RawText]) -> MailEvent {
        var event = MailEvent()
        var mail = Mail()
        var common = CommonHeaders()
        common.to = to
        common.cc = cc
        mail.commonHeaders = common
        event.mail = mail
        return event
    }
}
