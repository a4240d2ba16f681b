import Testing

@testable import SESBrowser

@Suite struct KeymapTests {
    @Test func `no key stands twice in a context`() {
        for context in Contexts.each {
            var seen: [KeySequence: String] = [:]
            for entry in ActionTable.entries where entry.contexts.contains(context) {
                for keys in entry.keys where keys.isBinding(in: context) {
                    let other = seen.updateValue(entry.name, forKey: keys)
                    #expect(other == nil, "\(keys.name): \(entry.name) and \(other ?? "")")
                }
            }
            for keys in seen.keys {
                guard let prefix = keys.prefix else { continue }
                #expect(seen[KeySequence(prefix)] == nil, "\(prefix.name) is key and prefix")
            }
        }
    }

    @Test func `every action stands in the table once, under a name of its own`() {
        let actions = ActionTable.entries.map(\.action)
        #expect(Set(actions) == Set(Action.allCases))
        #expect(actions.count == Action.allCases.count)
        let names = ActionTable.entries.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
    }

    @Test func `every action has a key or a name for the command line`() {
        for entry in ActionTable.entries where entry.keys.isEmpty {
            #expect(ActionTable.commands[entry.name] == entry.action)
        }
    }

    @Test func `every key of the table is found in the keymap`() {
        for entry in ActionTable.entries {
            for context in Contexts.each where entry.contexts.contains(context) {
                for keys in entry.keys where keys.isBinding(in: context) {
                    #expect(Keymap.standard.action(keys, in: context) == entry.action)
                }
            }
        }
    }

    @Test(arguments: [Key.control("s"), .control("q")])
    func `keys of the flow control stay free`(key: Key) {
        for context in Contexts.each {
            #expect(Keymap.standard.action(KeySequence(key), in: context) == nil)
        }
    }

    @Test func `letters are text where text is typed`() {
        for context in Contexts.each where !context.isDisjoint(with: .typing) {
            for letter in (0x20..<0x7F).compactMap(Unicode.Scalar.init) {
                #expect(Keymap.standard.action(KeySequence(.character(letter)), in: context) == nil)
            }
        }
    }

    @Test(arguments: ["S", "H", "M", "C", "u", "t", "F"] as [Key])
    func `a key whose ability does not exist yet says so and does nothing`(key: Key) {
        var driver = Driver(.of(TestMail.desk))
        let before = driver.screen().lines.dropLast()
        driver.press(key)
        #expect(driver.message == "\(key.name) is not bound; ? shows the keys")
        #expect(driver.screen().lines.dropLast() == before)
    }

    @Test(arguments: [72, 60])
    func `no line of the help is cut`(columns: Int) {
        let help = columns >= 72 ? 80 - HelpPane.namesEnd : columns - HelpPane.keysEnd
        for entry in ActionTable.entries {
            let keys = entry.keys.map(\.name).joined(separator: " ")
            #expect(keys.utf8.count + 3 <= HelpPane.keysEnd, "\(keys)")
            #expect(entry.name.utf8.count + 2 <= HelpPane.namesEnd - HelpPane.keysEnd)
            #expect(entry.help.utf8.count <= help, "\(entry.help)")
        }
    }

    @Test func `the help begins with what the signs mean, and a search hides that`() {
        var driver = Driver(.of(TestMail.desk), columns: 40)
        driver.press("?")
        let lines = driver.screen().lines
        #expect(lines[2] == "The five signs of a mail, SVPDM")
        #expect(lines.prefix(8).allSatisfy { !$0.contains("~") })
        driver.press(.down, .down, .up, .up)
        #expect(driver.screen().lines[2] == lines[2])
        driver.type("filter")
        #expect(!driver.screen().lines.contains { $0.contains("SVPDM") })
    }

    @Test func `q closes a help that is not searched, and is a letter in a search`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("?", "q")
        #expect(driver.state.help == nil)
        driver.press("?", "s", "q")
        #expect(driver.state.help?.editor.text == "sq")
    }

    @Test func `the blank turns the pages of a help that is not searched`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("?", " ")
        #expect(driver.state.help?.editor.text == "")
        #expect(driver.state.help?.position == 21)
    }

    @Test(arguments: [
        (80, " Enter open  f filter  1-5 verdict  e next FAIL  / search  q quit        ? help"),
        (40, " Enter open  f filter  1-5 check ? help"), (20, " Enter open  ? help"),
    ])
    func `the hints that matter most fit`(columns: Int, hints: String) {
        let driver = Driver(.of(TestMail.desk), columns: columns)
        #expect(driver.screen().lines.last == hints)
    }

    @Test func `an empty result hints at the ways back`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("1", "2")
        #expect(driver.screen().lines.last?.hasPrefix(" 0 all  - previous  f filter") == true)
        #expect(driver.screen().lines.last?.contains("next FAIL") == false)
        driver.press("-")
        #expect(driver.screen().lines.last?.hasPrefix(" Enter open") == true)
    }

    @Test func `the layout key skips a layout that looks the same`() {
        var driver = Driver(.of(TestMail.desk))
        let names = (0..<4).map { _ in
            driver.press("L")
            return driver.message
        }
        #expect(
            names == [
                "layout: side by side", "layout: list only", "layout: detail only",
                "layout: by size",
            ])
    }
}
