import SESCore
import Testing

@testable import SESBrowser

/// Orders of the list.
@Suite struct OrderTests {
    @Test func `an order is shown in the heading, and the cursor stays on its mail`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j", "j")
        let subject = driver.subject
        driver.press("o", "f")
        #expect(driver.subject == subject)
        #expect(driver.screen().lines[1].hasSuffix(" (from, A to Z)"))
        driver.press("O")
        #expect(driver.screen().lines[1].hasSuffix(" (from, Z to A)"))
        #expect(driver.subject == subject)
        driver.press("o", "o")
        #expect(driver.screen().lines[1].hasSuffix("SUBJECT"))
        #expect(driver.state.cursorRow == 2)
    }

    @Test func `new rows arrive in order, and the cursor keeps its mail and its height`() {
        var table = EventTable.of(Array(TestMail.desk.prefix(4)))
        var driver = Driver(table, isDone: false)
        driver.press("o", "s", "j")
        let subject = driver.subject
        table.append(Array(TestMail.desk.dropFirst(4)), firstKey: 50)
        driver.receive(.table(table, fraction: 1, isDone: true))
        #expect(driver.subject == subject)
        let shown = (0..<driver.state.rows.count).map { position in
            SearchFold.fold(driver.state.table[driver.state.rows[position]].subject)
        }.filter { !$0.isEmpty }
        #expect(shown == shown.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `a filter keeps the order`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("o", "t", "O", "1", "1", "g")
        #expect(driver.subject == "Last chance \u{1B}[31mgpj.exe")
        #expect(driver.state.rows.count == 3)
    }
}
