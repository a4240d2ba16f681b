import SESCore
import Testing

@testable import SESBrowser

@Suite struct SettingsTests {
    private func settings(_ text: String) -> Settings { Settings(SettingsText(Array(text.utf8))) }

    @Test(arguments: [
        ("columns time subject\n", "time subject"), ("columns\tip  subject\r\n", "ip subject"),
        ("# a remark\n\n  columns from\ncolumns subject", "subject"),
        ("", "time verdicts name from subject"),
    ])
    func `settings are words and values, the last of a kind holds`(text: String, columns: String) {
        #expect(settings(text).columns.text == columns)
        #expect(settings(text).notices.isEmpty)
    }

    @Test func `what is not understood is told by its line and changes nothing`() {
        let read = settings("colour red\ncolumns ip\ncolumns nose\n")
        #expect(read.columns.text == "ip")
        #expect(read.notices.count == 2)
        #expect(read.notices[0] == "settings, line 1: no setting colour")
        #expect(read.notices[1].hasPrefix("settings, line 3: no column nose; there are"))
        let many = settings(String(repeating: "x\n", count: 1000))
        #expect(many.notices.count == 4)
        #expect(many.notices.last == "settings: 997 more such lines")
    }

    @Test func `a change leaves every other line as it is`() {
        let bytes = Array("# mine\r\ncolumns a\nfuture \u{1B}x\n\ncolumns b".utf8) + [0x0A, 0xFF]
        var text = SettingsText(bytes)
        text.set(Settings.Entry(key: .columns, value: "ip"))
        let expected = Array("# mine\r\ncolumns a\nfuture \u{1B}x\n\ncolumns ip\n".utf8)
        #expect(text.bytes == expected + [0xFF, 0x0A])
        var empty = SettingsText([])
        empty.set(Settings.Entry(key: .columns, value: "ip"))
        #expect(empty.bytes == Array("columns ip\n".utf8))
    }

    @Test func `notices of the settings pass the gate`() {
        var driver = Driver(.of(TestMail.desk))
        driver.receive(.settings(settings("\u{1B}]0;owned\u{7} x\ncolumns ip subject\n")))
        #expect(driver.state.columns.choice.text == "ip subject")
        let line = driver.screen().lines.last ?? ""
        #expect(line.contains("^[]0;owned^G"))
    }
}
