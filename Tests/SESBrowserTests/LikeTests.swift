import SESCore
import Testing

@testable import SESBrowser

/// Mails like the one under the cursor.
@Suite struct LikeTests {
    private static let mails = [
        TestMail(time: "", strip: "S....", from: "a@x.example", subject: "Order 12 of 3 (paid)"),
        TestMail(time: "", strip: ".....", from: "a@x.example", subject: "Order 7 of 88 (paid)"),
        TestMail(time: "", strip: ".....", from: "b@sub.x.example", subject: "Order 7 of 88"),
        TestMail(time: "", strip: ".....", from: "c@y.example", subject: "Hello"),
    ]

    @Test(arguments: [
        ("s", "from:a@x.example", 2), ("d", "domain:x.example", 3),
        ("t", #"subject:/^Order \d+ of \d+ \(paid\)$/"#, 2),
    ])
    func `* narrows to mails that are alike`(key: String, text: String, count: Int) {
        var driver = Driver(.of(Self.mails))
        driver.type("*" + key)
        #expect(driver.state.filter.text == text)
        #expect(driver.state.rows.count == count)
        driver.type("*" + key)
        #expect(driver.message == "the filter says so already")
        driver.press("-")
        #expect(driver.state.rows.count == 4)
    }

    @Test func `a condition is added to the filter there is`() {
        var driver = Driver(.of(Self.mails))
        driver.type("1*d")
        #expect(driver.state.filter.text == "spam:fail domain:x.example")
    }

    @Test func `what the mail does not have is said`() {
        var driver = Driver(.of([TestMail(time: "", strip: ".....", from: "", subject: "")]))
        driver.type("*s")
        #expect(driver.message == "this mail has no sender")
        driver.type("*k")
        #expect(driver.message == "this mail has no DKIM signature that SES verified")
    }
}
