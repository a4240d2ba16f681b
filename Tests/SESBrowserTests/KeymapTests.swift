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

    @Test(arguments: ["S", "H", "M", "C", "u", "t", "o", "y", "i", "F", "X"] as [Key])
    func `a key whose ability does not exist yet says so and does nothing`(key: Key) {
        var driver = Driver(.of(TestMail.desk))
        let before = driver.screen().lines.dropLast()
        driver.press(key)
        #expect(driver.message == "\(key.name) is not bound; ? shows the keys")
        #expect(driver.screen().lines.dropLast() == before)
    }
}
