import SESCore
import Testing

@testable import SESBrowser

@Suite struct MoveTests {
    /// A hundred mails, their subjects their numbers.
    private static let hundred = EventTable.of(
        (0..<100).map {
            TestMail(
                time: "2026-11-22T09:00:00Z", strip: $0 % 10 == 7 ? "?...." : ".....",
                from: "a@example", subject: "\($0)")
        })

    @Test(arguments: [
        ("j", "1"), ("jjk", "1"), ("k", "0"), ("G", "99"), ("Gg", "0"), (" ", "9"), (" b", "0"),
        ("jw", "7"), ("jww", "17"), ("wwW", "7"), (":42\n", "41"), (":0\n", "0"),
        (":1000\n", "99"), (":last-row\n", "99"), ("JJK", "1"), ("jjmagG'a", "2"),
    ])
    func `keys move the cursor`(keys: String, subject: String) {
        var driver = Driver(Self.hundred)
        for scalar in keys.unicodeScalars {
            driver.press(scalar == "\n" ? .enter : .character(scalar))
        }
        #expect(driver.subject == subject)
    }

    @Test func `half pages and lines scroll`() {
        var driver = Driver(Self.hundred)
        driver.press(.control("d"))
        #expect(driver.subject == "4")
        #expect(driver.state.list.top == 4)
        driver.press(.control("e"), .control("e"))
        #expect(driver.subject == "6")
        driver.press(.control("u"), .control("y"))
        #expect(driver.state.list.top == 1)
    }

    @Test func `z and a second key place the row`() {
        var driver = Driver(Self.hundred)
        driver.type(":51")
        driver.press(.enter, "z", "t")
        #expect(driver.state.list.top == 50)
        driver.press("z", "b")
        #expect(driver.state.list.top == 42)
        driver.press("z", "z")
        #expect(driver.state.list.top == 46)
        driver.press("z", "q")
        #expect(driver.message == "zq is not bound; ? shows the keys")
    }

    @Test func `the keys that may follow a prefix are shown after a while`() {
        var driver = Driver(Self.hundred)
        driver.press("z")
        #expect(driver.effects == [.wake(afterMilliseconds: 300, .prefix(1))])
        driver.rest()
        #expect(driver.screen().lines.last?.hasPrefix(" z centre  t top  b bottom") == true)
        driver.press(.escape)
        #expect(driver.subject == "0")
        #expect(driver.screen().lines.last?.hasPrefix(" Enter open") == true)
    }

    @Test func `side by side the list scrolls by half a page at the edge`() {
        var driver = Driver(Self.hundred, rows: 24, columns: 160)
        for _ in 0..<21 { driver.press("j") }
        #expect(driver.subject == "21")
        #expect(driver.state.list.top == 10)
    }

    @Test func `a jump without a target says so`() {
        var driver = Driver(Self.hundred)
        driver.press("e")
        #expect(driver.subject == "0")
        #expect(driver.message == "no FAIL further down")
    }

    @Test func `the detail follows when the cursor rests`() {
        var driver = Driver(Self.hundred)
        #expect(driver.state.detail.row == 0)
        driver.press("j")
        let stale = driver.effects
        driver.press("j")
        #expect(driver.effects == [.wake(afterMilliseconds: 60, .detail(3))])
        #expect(driver.state.detail.row == 0)
        #expect(stale == [.wake(afterMilliseconds: 60, .detail(2))])
        driver.receive(.timer(.detail(2)))
        #expect(driver.effects.isEmpty)
        driver.receive(.timer(.detail(3)))
        #expect(driver.effects == [.load(row: 2)])
        #expect(driver.state.detail.row == 2)
    }

    @Test func `a mail that comes too late is not shown`() {
        var driver = Driver(Self.hundred)
        driver.press("j", "j")
        driver.receive(.detail(row: 1, .of(Self.hundred[1])))
        #expect(driver.state.detail.row == 0)
    }

    @Test func `without a detail on the screen no mail is read`() {
        var driver = Driver(Self.hundred, rows: 10, columns: 40)
        driver.press("j")
        #expect(driver.effects.isEmpty)
        driver.press(.enter)
        #expect(driver.effects == [.load(row: 1)])
        driver.press("q")
        #expect(driver.state.layout.detail == nil)
        driver.press("q")
        #expect(driver.effects == [.quit])
    }
}
