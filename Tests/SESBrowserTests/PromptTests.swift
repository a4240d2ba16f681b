import SESCore
import Testing

@testable import SESBrowser

@Suite struct PromptTests {
    @Test(
        arguments: [
            ([.control("a"), "x"], "xone two"), ([.control("w"), "x"], "one x"),
            ([.control("w"), .control("w")], ""), ([.control("u")], ""),
            ([.control("w"), .control("a"), .control("y")], "twoone "),
            ([.left, .left, .control("k")], "one t"), ([.backspace, .backspace], "one t"),
            ([.control("a"), .control("d"), .delete], "e two"), ([.control("b"), "x"], "one twxo"),
            ([.control("a"), .control("f"), .control("e"), "!"], "one two!"),
        ] as [([Key], String)])
    func `a line is edited with the usual keys`(keys: [Key], text: String) {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":one two")
        for key in keys { driver.press(key) }
        #expect(driver.state.prompt?.editor.text == text)
    }

    @Test func `Tab completes names as far as they agree`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":cl")
        driver.press(.tab)
        #expect(driver.state.prompt?.editor.text == "cl")
        #expect(
            driver.state.prompt?.candidates == ["clear-decision", "clear-filter", "close"])
        driver.press("e", .tab)
        #expect(driver.state.prompt?.editor.text == "clear-")
        driver.press("f", .tab)
        #expect(driver.state.prompt?.editor.text == "clear-filter")
    }

    @Test func `Tab in the filter completes checks and statuses`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type("fsp")
        driver.press(.tab)
        #expect(driver.state.bar?.editor.text == "sp")
        #expect(driver.state.bar?.candidates.map(\.text) == ["spam:", "spf:"])
        driver.press("a", .tab, "f", .tab)
        #expect(driver.state.bar?.editor.text == "spam:fail")
        driver.type(",gr")
        driver.press(.tab)
        #expect(driver.state.bar?.editor.text == "spam:fail,gray")
    }

    @Test func `Up and Down walk through what was typed before`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":3")
        driver.press(.enter, ":", "5", .enter, ":", "x", .up, .up)
        #expect(driver.state.prompt?.editor.text == "3")
        driver.press(.up, .control("n"))
        #expect(driver.state.prompt?.editor.text == "5")
        driver.press(.control("n"))
        #expect(driver.state.prompt?.editor.text == "x")
    }

    @Test func `an unknown command says so`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":frobnicate")
        driver.press(.enter)
        #expect(driver.message == "no command frobnicate; Tab completes, ? lists")
    }

    @Test(arguments: [("q", Effect.quit), ("quit", .quit), ("suspend", .suspend)])
    func `a command does what its key does`(command: String, effect: Effect) {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":" + command)
        driver.press(.enter)
        #expect(driver.effects.contains(effect))
    }

    @Test func `a paste is taken in a prompt alone, as one line`() {
        var driver = Driver(.of(TestMail.desk))
        driver.handle(.paste(Array("jj1".utf8)))
        #expect(driver.state.list.position == 0)
        #expect(driver.message == "paste ignored: it is only taken in a prompt")
        driver.press("/")
        driver.handle(.paste(Array("two\u{1B}[31m\r\nlines".utf8)))
        #expect(driver.state.prompt?.editor.text == "two[31mlines")
    }

    @Test func `help is searched by typing, and Enter runs`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("?")
        driver.type("gray next")
        guard case .action(let first)? = driver.state.help?.items.first else {
            Issue.record("the help has no such action")
            return
        }
        #expect(first.name == "next-gray")
        driver.press(.enter)
        #expect(driver.state.help == nil)
        #expect(driver.subject == "Your account has been limited, verify now")
    }

    @Test func `an action of another context is not run from the help`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("?")
        driver.type("toggle-cell")
        driver.press(.enter)
        #expect(driver.message == "toggle-cell works elsewhere: in the filter grid")
    }

    @Test func `the cursor of a long line stays on the screen`() {
        var driver = Driver(.of(TestMail.desk), rows: 10, columns: 40)
        driver.type(":" + String(repeating: "abcdefghij", count: 9))
        let screen = driver.screen()
        #expect(screen.cursor == Point(row: 9, column: 39))
        #expect(screen.showsCursor)
        #expect(screen.lines.last?.hasSuffix("hij") == true)
    }
}
