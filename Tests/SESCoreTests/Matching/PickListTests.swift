import Testing

@testable import SESCore

@Suite struct PickListTests {
    private func values(_ field: PickField, _ log: RandomLog, _ row: Int) -> [RawText] {
        let from = RawText(log.table[row].from)
        let values =
            switch field {
            case .sender: [from]
            case .domain: ReferenceMatcher.domain(of: from).map { [$0] } ?? []
            case .recipient: log.late[row].recipients
            case .ip: [log.late[row].ip]
            case .source: [log.late[row].source]
            }
        return values.filter { !$0.isEmpty }
    }

    private struct Value {
        var first: RawText
        var count = 0
        var order: Int
    }

    @Test(arguments: PickField.allCases)
    func `values are counted letter case aside, as often as rows have them`(
        field: PickField
    ) throws {
        let log = try RandomLog(seed: 31, events: 250)
        let count = log.table.count
        var random = SeededGenerator(seed: 32)
        var rows = RowBits(count: count)
        for row in 0..<count where Int.random(in: 0..<3, using: &random) > 0 { rows[row] = true }
        var expected: [[UInt8]: Value] = [:]
        for row in 0..<count where rows[row] && !log.deliveries.isFolded(row) {
            for value in values(field, log, row) {
                let key = SearchFold.fold(value.bytes)
                var counted = expected[key] ?? Value(first: value, order: expected.count)
                counted.count += 1
                expected[key] = counted
            }
        }
        let sorted = expected.values.sorted { ($1.count, $0.order) < ($0.count, $1.order) }
        let late = log.lateColumns(rows: count)
        let list = try #require(
            PickList.top(
                7, of: field, in: rows, of: log.table, late: late, folds: log.deliveries))
        #expect(list.distinctCount == expected.count)
        #expect(!list.isCapped)
        #expect(list.pending == 0)
        #expect(list.entries.map(\.count) == sorted.prefix(7).map(\.count))
        for entry in list.entries {
            let found = try #require(expected[SearchFold.fold(entry.text.bytes)])
            #expect(entry == PickList.Entry(text: found.first, count: found.count))
        }
        let part = PickList.top(
            7, of: field, in: rows, of: log.table, late: log.lateColumns(rows: 50))
        let unknown = (50..<count).count { rows[$0] }
        #expect(part?.pending == (field.lateField == nil ? 0 : unknown))
        #expect(
            PickList.top(7, of: field, in: rows, of: log.table, late: late, while: { false })
                == nil)
    }

    private func add(_ text: String, to counter: inout ValueCounter) {
        let bytes = Array(text.utf8)
        counter.add(bytes.span)
    }

    private func number(of text: String, atMost most: Int, in table: inout ByteTable) -> Int? {
        let bytes = Array(text.utf8)
        return table.number(of: bytes.span, atMost: most)
    }

    @Test func `of too many different values the first are counted, and it is told`() {
        var counter = ValueCounter(mostTexts: 1000)
        for number in 0..<3000 {
            add("Sender-\(number)@example.com", to: &counter)
            add("sender-\(number)@example.com", to: &counter)
            add("one@example.com", to: &counter)
        }
        #expect(counter.distinctCount <= 1000)
        #expect(counter.leftOut > 3000)
        #expect(counter.top(1).map(\.text) == ["one@example.com"])
        #expect(counter.top(1).map(\.count) == [3000])
    }

    @Test func `texts keep their numbers while the table grows`() {
        var table = ByteTable()
        for number in 0..<5000 {
            let found = self.number(of: "text \(number)", atMost: 5000, in: &table)
            #expect(found == number)
        }
        for number in 0..<5000 {
            let found = self.number(of: "text \(number)", atMost: 1, in: &table)
            #expect(found == number)
            #expect(RawText(table[number]) == RawText("text \(number)"))
        }
        let other = number(of: "other", atMost: 5000, in: &table)
        #expect(other == nil)
    }
}
