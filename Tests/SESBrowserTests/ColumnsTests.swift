import SESCore
import Testing

@testable import SESBrowser

@Suite struct ColumnsTests {
    private static let text = "time verdicts from recipient took subject"

    @Test func `columns are chosen by name, and kept for the next time`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":columns " + Self.text)
        driver.press(.enter)
        #expect(
            driver.effects.first
                == .keepSettings([Settings.Entry(key: .columns, value: Self.text)]))
        let heading = driver.screen().lines[1]
        #expect(heading.hasPrefix(" *D TIME (UTC)  SVPDM FROM"))
        #expect(heading.contains("RECIPIENT"))
        #expect(driver.screen().lines[2].contains("desk@corp.example"))
        driver.receive(.settingsKept(nil))
        #expect(driver.message == "columns: " + Self.text)
        driver.receive(.settingsKept(SettingsFailure(message: "/x: Permission denied")))
        #expect(
            driver.message
                == "columns as chosen, until you quit; not kept: /x: Permission denied")
        #expect(driver.state.columns.choice.text == Self.text)
        driver.type(":columns default")
        driver.press(.enter)
        #expect(driver.state.columns.choice == .standard)
    }

    @Test(arguments: [
        ("nose time", "no column nose; there are time verdicts"),
        ("time \u{1B}[2J", "no column [2j; there are"),
    ])
    func `a word that names no column changes nothing and says so`(text: String, words: String) {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":columns ")
        driver.handle(.paste(Array(text.utf8)))
        driver.press(.enter)
        #expect(driver.message?.hasPrefix(words) == true)
        #expect(driver.state.columns.choice == .standard)
    }

    @Test func `a column is named once, in any letter case`() throws {
        #expect(try ColumnChoice(parsing: "IP ip Subject ip").text == "ip subject")
        #expect(try ColumnChoice(parsing: "time verdicts name from subject") == .standard)
        #expect(throws: UnknownColumn(word: "")) { try ColumnChoice(parsing: "  ") }
    }

    @Test func `Tab completes columns that are not named yet`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":columns t")
        driver.press(.tab)
        #expect(driver.state.prompt?.candidates == ["time", "took"])
        driver.type("i")
        driver.press(.tab)
        driver.type(" t")
        driver.press(.tab)
        #expect(driver.state.prompt?.editor.text == "columns time took")
    }

    @Test func `the list of columns ticks, moves and keeps`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":columns")
        driver.press(.enter)
        #expect(driver.state.context == .columns)
        driver.press(" ", "J", "j", "x", "G", "x")
        #expect(driver.state.columns.shown.text == "verdicts from subject file")
        #expect(driver.state.columns.choice == .standard)
        driver.press("K", "K", .enter)
        #expect(driver.state.context == .main)
        #expect(driver.state.columns.choice.text == "verdicts from subject file")
    }

    @Test func `going back leaves the columns as they were, and 0 brings the first ones back`() {
        var driver = Driver(.of(TestMail.desk))
        driver.type(":columns ip subject")
        driver.press(.enter)
        driver.type(":columns")
        driver.press(.enter, "x", .escape)
        #expect(driver.state.columns.choice.text == "ip subject")
        driver.type(":columns")
        driver.press(.enter, "0", .enter)
        #expect(driver.state.columns.choice == .standard)
        driver.type(":columns")
        driver.press(.enter, "x", "j", "x", "j", "x", "j", "x", "j", "x", .enter)
        #expect(driver.message == "the list needs a column; 0 brings the first ones back")
        #expect(driver.state.context == .columns)
    }

    @Test func `any choice fits any width, in its own order`() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<300 {
            let count = Int(random.next() % UInt64(ListColumn.all.count)) + 1
            let chosen = Array(ListColumn.all.shuffled(using: &random).prefix(count))
            let times = TimeReading.allCases.randomElement(using: &random) ?? .utc
            for width in [20, 30, 40, 60, 80, 88, 120, 160, 400] {
                let columns = ListColumns(width, choice: .chosen(chosen), times: times)
                let placed = columns.placed
                let used = placed.reduce(ListColumns.marks - 1) { $0 + $1.width + 1 }
                #expect(used <= width, "\(chosen.map(\.name)) in \(width)")
                #expect(!placed.isEmpty)
                #expect(placed.allSatisfy { $0.width > 0 })
                let order = placed.map { chosen.firstIndex(of: $0.column) ?? -1 }
                #expect(order == order.sorted())
                if chosen.contains(.subject) {
                    #expect(columns.width(of: .subject) >= (width >= 40 ? 16 : 6))
                    #expect(used == width)
                }
                #expect(!chosen.contains(.verdicts) || columns.width(of: .verdicts) == 5)
                #expect(columns.bar < width)
            }
        }
    }

    @Test func `columns leave in one order when the screen narrows`() {
        let all = ColumnChoice.chosen(ListColumn.all)
        var gone: [String] = []
        var before = ListColumns(400, choice: all).placed.map(\.column.name)
        var times: [Int] = []
        for width in stride(from: 400, through: 20, by: -1) {
            let columns = ListColumns(width, choice: all)
            let names = columns.placed.map(\.column.name)
            gone += before.filter { !names.contains($0) }
            before = names
            if times.last != columns.width(of: .time) { times.append(columns.width(of: .time)) }
        }
        #expect(
            gone == [
                "file", "took", "action", "policy", "ip", "source", "recipient", "name", "from",
                "time",
            ])
        #expect(times == [19, 11, 5, 0])
        #expect(before == ["verdicts", "subject"])
    }

    @Test(arguments: [
        (0, "0 ms"), (812, "812 ms"), (999, "999 ms"), (1000, "1.0 s"), (5249, "5.2 s"),
        (59_999, "59.9 s"), (60_000, "1 min"), (3_599_999, "59 min"), (3_600_000, "1 h"),
        (999_999_999_999, "9999 h"),
    ])
    func `a processing time has six letters at most`(milliseconds: Int, words: String) {
        #expect(ListColumn.words(milliseconds: milliseconds) == words)
        #expect(words.utf8.count <= 6)
    }

    @Test func `rows on the screen alone are read, once, and the rest in steps`() {
        let mails = (0..<30).flatMap { _ in TestMail.desk }
        var state = State(size: Size(rows: 24, columns: 80))
        _ = state.receive(.table(.of(mails), fraction: 1, isDone: true))
        let effects = state.setColumns("source subject") + state.settle()
        #expect(effects.contains(.loadParticulars(Array(0..<9))))
        let some = Dictionary(
            uniqueKeysWithValues: (0..<4).map { ($0, Optional(RowParticulars())) })
        #expect(
            state.receive(.particulars(some))
                == [.wake(afterMilliseconds: 60, .particulars(1))])
        #expect(state.settle().isEmpty)
        #expect(state.receive(.timer(.particulars(1))) == [.loadParticulars(Array(4..<9))])
        let rest = Dictionary(
            uniqueKeysWithValues: (4..<9).map { ($0, Optional(RowParticulars())) })
        #expect(state.receive(.particulars(rest)).isEmpty)
        _ = state.handle(.key(" "))
        let next = state.settle()
        #expect(next == [.loadParticulars(Array(9..<18))])
    }

    @Test func `what is known of rows has a bound, and a reload forgets it`() {
        var cache = ParticularsCache()
        for page in 0..<100 {
            let rows = Array(page * 50..<page * 50 + 50)
            let found = rows.map { ($0, Optional(RowParticulars())) }
            _ = cache.take(Dictionary(uniqueKeysWithValues: found), onScreen: rows)
        }
        let known = (0..<5000).count { cache[$0] != nil }
        #expect(known <= ParticularsCache.mostRows)
        #expect(cache[4999] != nil)
        cache.forget()
        #expect(cache[4999] == nil)
        #expect(cache.follow([4999]) == [.loadParticulars([4999])])
    }

    @Test
    func `what cannot be read is told from what is not there, and several recipients are counted`()
    {
        var state = State(size: Size(rows: 24, columns: 80), table: .of(TestMail.desk))
        _ = state.setColumns("recipient source subject")
        var several = RowParticulars()
        several.recipients = "a@x.example\nb@x.example\nc@x.example"
        _ = state.receive(.particulars([0: several, 1: nil]))
        let lines = render(state, theme: .mono, size: state.size).lines
        #expect(lines[2].hasPrefix(">   a@x.example +2          <>  "))
        #expect(lines[3].hasPrefix("    ?                       ?   "))
        #expect(lines[4].hasPrefix("                             "))
    }

    @Test func `without columns that need them no records are read`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("j")
        #expect(
            !driver.effects.contains { effect in
                if case .loadParticulars = effect { return true }
                return false
            })
    }

    @Test(arguments: [(24, 80), (48, 160), (10, 40)])
    func `chosen columns on the screen, and the list they are chosen in`(
        rows: Int, columns: Int
    ) throws {
        var driver = Driver(
            .of(TestMail.desk + TestMail.scripts), rows: rows, columns: columns)
        driver.type(":columns verdicts time source recipient policy action subject file")
        driver.press(.enter, .escape, "j")
        driver.rest()
        try expectGolden(driver.screen(), .mono, "columns-\(columns)x\(rows)")
        driver.type(":columns")
        driver.press(.enter, "j", "j", "x")
        try expectGolden(driver.screen(), .mono, "choosing-\(columns)x\(rows)")
    }
}
