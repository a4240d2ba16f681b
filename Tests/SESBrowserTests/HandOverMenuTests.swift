import SESCore
import Testing

@testable import SESBrowser

/// The menu of commands that take a decision to AWS.
@Suite struct HandOverMenuTests {
    private func opened(
        _ loaded: LoadedEvent = DetailFixture.suspect, rows: Int = 24, columns: Int = 80
    ) -> Driver {
        var driver = Driver(.of(TestMail.desk))
        driver.set(now: Timestamp(iso: "2026-11-22T11:38:07Z".utf8))
        driver.receive(.detail(row: 0, loaded))
        driver.press(">")
        driver.handle(.resize(Size(rows: rows, columns: columns)))
        return driver
    }

    private func copied(_ driver: Driver) -> String? {
        for case .copy(let bytes) in driver.effects {
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    @Test func `all commands for the mail are shown, and Enter or y copies the chosen one`() {
        for key in [.enter, "y"] as [Key] {
            var driver = opened()
            #expect(driver.state.context == .handOver)
            driver.press(key)
            #expect(
                copied(driver)
                    == "aws ses create-receipt-filter --filter "
                    + "'Name=block-198-51-100-24,IpFilter={Policy=Block,Cidr=198.51.100.24/32}'")
            #expect(
                driver.message
                    == "command sent to the terminal; paste it into a shell: nothing was run")
            driver.press(.enter, "j", "j", "j", key)
            #expect(copied(driver) == "aws s3 cp s3://mail-in/in/8f2c41 -")
        }
    }

    @Test func `the time left for a bounce is told`() {
        let lines = opened(rows: 40).screen().lines
        #expect(lines.contains { $0.hasSuffix("22 h left of 24 hours") })
    }

    @Test func `where there is no command the reason is told and nothing copied`() {
        var driver = opened(DetailFixture.lambdaGuide)
        driver.press("j", "j", "j", .enter)
        #expect(copied(driver) == nil)
        #expect(driver.message == "not offered: no S3 action stored the mail")
        #expect(driver.state.context == .handOver)
        driver.press("q")
        #expect(driver.state.context == .main)
    }

    @Test(arguments: [
        "a'; touch /tmp/owned; '@x.example", "${IFS}id@x.example", "`id`@x.example",
        "a\\'b@x.example",
    ])
    func `a hostile address reaches the clipboard quoted alone`(address: String) throws {
        var loaded = DetailFixture.suspect
        loaded.event.mail?.commonHeaders?.from = [RawText(address)]
        var driver = opened(loaded)
        driver.press("G", "y")
        let word = ShellWord.quoted(RawText("--address=" + address))
        let quoted = String(decoding: try #require(word).bytes, as: UTF8.self)
        #expect(quoted.hasPrefix("'"))
        #expect(
            copied(driver)
                == "aws mailmanager register-member-to-address-list --address-list-id=LIST "
                + quoted)
    }

    @Test(arguments: [
        "a\nb@x.example", "a\u{1B}]52;c;eA==\u{7}b@x.example", "a\u{202E}b@x.example",
    ])
    func `an address that does more than to be seen is copied in no form`(address: String) {
        var loaded = DetailFixture.suspect
        loaded.event.mail?.commonHeaders?.from = [RawText(address)]
        var driver = opened(loaded)
        driver.press("G", "y")
        #expect(copied(driver) == nil)
        #expect(driver.state.copy.shown == nil)
        #expect(driver.message?.hasPrefix("not offered: ") == true)
    }

    @Test func `a mail that is not in the detail is read first`() {
        var driver = Driver(.of(TestMail.desk), rows: 10, columns: 40)
        #expect(driver.state.detail.loaded == nil)
        driver.press("j", ">")
        #expect(driver.effects.contains(.load(row: 1)))
        #expect(driver.state.context == .handOver)
        driver.press("q", "j")
        var state = driver.state
        _ = state.update(.handOver)
        _ = state.receive(.detailFailed(row: 2, "no longer in file"))
        #expect(state.handOver == nil)
        #expect(
            state.message.text?.description
                == "no commands; the mail cannot be read: no longer in file")
        var empty = Driver(.of([]))
        empty.press(">")
        #expect(empty.message == "there is no mail under the cursor")
    }

    @Test func `a command that is longer than the screen is scrolled through`() throws {
        var loaded = DetailFixture.suspect
        loaded.event.receipt?.recipients = (0..<30).map { RawText("person-\($0)@corp.example") }
        var driver = opened(loaded, rows: 10, columns: 40)
        driver.press("j", "j")
        let shown = driver.state.layout.overlayRows
        let all = try #require(driver.state.handOver?.lines.range(of: 2))
        #expect(all.count > 3 * shown)
        var seen: Set<Int> = []
        for _ in 0..<200 where driver.state.handOver?.position == 2 {
            let top = driver.state.handOver?.top ?? 0
            seen.formUnion(top..<top + shown)
            driver.press("j")
        }
        #expect(all.allSatisfy(seen.contains))
        driver.press("k")
        #expect(driver.state.handOver?.position == 2)
        for _ in 0..<200 where driver.state.handOver?.position == 2 { driver.press("k") }
        #expect(driver.state.handOver?.position == 1)
    }

    @Test(arguments: [(24, 80), (48, 160), (10, 40)])
    func `the menu on the screen`(rows: Int, columns: Int) throws {
        var driver = opened(rows: rows, columns: columns)
        driver.press("j", "j")
        try expectGolden(driver.screen(), .mono, "hand-over-\(columns)x\(rows)")
        driver.press("y")
        try expectGolden(driver.screen(.color), .color, "hand-over-copied-\(columns)x\(rows)")
    }

    @Test func `every small size gives a screen`() {
        var driver = opened()
        for rows in 1...20 {
            for columns in stride(from: 1, through: 100, by: 7) {
                driver.handle(.resize(Size(rows: rows, columns: columns)))
                driver.press(rows % 3 == 0 ? "k" : "j")
                if let cursor = driver.screen().cursor {
                    #expect((0..<rows).contains(cursor.row))
                    #expect((0..<columns).contains(cursor.column))
                }
            }
        }
    }
}
