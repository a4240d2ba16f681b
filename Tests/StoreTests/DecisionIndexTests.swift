import Testing

@testable import SESCore

struct DecisionIndexTests {
    /// A table of mails, some without an id.
    private static let log = """
        {"notificationType":"Received","mail":{"messageId":"one","source":"a@x.example","timestamp":"2026-11-18T09:41:07.250Z","commonHeaders":{"from":["a@x.example"],"subject":"1"}},"receipt":{"spamVerdict":{"status":"PASS"}}}
        {"notificationType":"Received","mail":{"source":"a@x.example","timestamp":"2026-11-18T09:41:07.250Z","commonHeaders":{"from":["a@x.example"],"subject":"2"}},"receipt":{"spamVerdict":{"status":"PASS"}}}
        {"notificationType":"Received","mail":{"source":"a@x.example","timestamp":"2026-11-18T09:41:07.250Z","commonHeaders":{"from":["a@x.example"],"subject":"3"}},"receipt":{"spamVerdict":{"status":"PASS"}}}
        {"notificationType":"Received","mail":{"messageId":"two","source":"<>","timestamp":"2026-11-18T09:41:07.250Z","commonHeaders":{"from":["a@x.example"],"subject":"4"}},"receipt":{"spamVerdict":{"status":"PASS"}}}
        {"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"messageId":"two","source":"","timestamp":"2026-11-18T09:41:07.999Z","commonHeaders":{"from":["a@x.example"],"subject":"4"}},"receipt":{"spamVerdict":{"status":"PASS"}}}}]}

        """

    private func table(_ folder: TestFolder) throws -> EventTable {
        let path = RawText(folder.file("log.ndjson"))
        var file = try NewFile(path, replaces: true)
        try file.write(Self.log.utf8)
        try file.finish(replaces: true)
        return LogLoader(paths: [path]).load()
    }

    @Test func `a decision shows at every row of its mail and at no other`() throws {
        let folder = try TestFolder()
        let table = try table(folder)
        try #require(table.count == 5)
        var reader = RecordReader()
        var store = try TriageStore(folder.location(), as: ann)
        for (row, decision) in [(1, Decision.spam), (3, .ham)] {
            let new = try table.newDecision(decision, about: row, with: &reader)
            _ = try store.append(DecisionStep([new]))
        }
        let index = try #require(try store.index())
        #expect(index.count == 3)
        let marks = table.decisionMarks(0..<5, in: index, with: &reader)
        #expect(marks.map(\.decision) == [nil, .spam, nil, .ham, .ham])
    }

    @Test func `the key of a row is the key of the mail read whole`() throws {
        let folder = try TestFolder()
        let table = try table(folder)
        var reader = RecordReader()
        for row in 0..<table.count {
            let loaded = try table.load(row, with: &reader)
            #expect(try table.triageKey(of: row, with: &reader) == TriageKey(loaded))
            let hash = TriageKey.tableHash(of: TriageKey(loaded).bytes.span)
            #expect(hash?.hash == table.mailKey(row))
        }
    }

    @Test func `an index kept up to date is the one that is loaded`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        var kept = try #require(try store.index())
        var random = SystemRandomNumberGenerator()
        let keys = (0..<300).map { number -> TriageKey in
            number % 5 == 0
                ? key(nil, record: [UInt8(number / 5)]) : key(RawText("mail \(number)"))
        }
        for _ in 0..<60 {
            let decisions = Set((0..<20).compactMap { _ in keys.randomElement(using: &random) })
                .map { key in
                    NewDecision(
                        key: key, content: ContentHash(mail("")),
                        decision: Decision.allCases.randomElement(using: &random) ?? .spam,
                        note: Bool.random() ? nil : Bool.random() ? "" : "n")
                }
            var expected = kept
            for decision in decisions { expected.apply(decision) }
            _ = try store.append(DecisionStep(decisions))
            let changes = try store.changes(since: kept.lastRow)
            for change in changes.current { kept.apply(change) }
            let loaded = try #require(try store.index())
            #expect(kept.lastRow == loaded.lastRow)
            for key in keys {
                #expect(kept.mark(of: key) == loaded.mark(of: key))
                #expect(expected.mark(of: key) == loaded.mark(of: key))
            }
        }
    }

    @Test func `loading can be given up`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        _ = try store.append(DecisionStep((0..<5000).map { decided(RawText("\($0)")) }))
        #expect(try store.index { false } == nil)
        #expect(try store.index { true }?.count == 5000)
    }

    @Test func `slots keep all marks while they grow`() {
        var slots = DecisionSlots()
        var random = SystemRandomNumberGenerator()
        var truth: [UInt64: UInt8] = [0: 3, 1: 3]
        slots[0] = 3
        for number in 0..<20_000 {
            let hash = UInt64.random(in: .min ... .max, using: &random) << 12 | UInt64(number & 1)
            truth[hash] = UInt8(number & 7)
            slots[hash] = UInt8(number & 7)
        }
        slots[1] = 3
        #expect(truth.allSatisfy { slots[$0.key] == $0.value })
        #expect(slots[42] == nil)
    }

    @Test func `bytes that are no key are refused`() {
        let good = key("id").bytes
        #expect(TriageKey(kept: good) != nil)
        #expect(TriageKey(kept: key(nil).bytes) != nil)
        for count in 0..<good.count { #expect(TriageKey(kept: Array(good[..<count])) == nil) }
        #expect(TriageKey(kept: good + [0]) == nil)
        #expect(TriageKey(kept: [2] + good.dropFirst()) == nil)
        #expect(TriageKey(kept: [1, 0xFF, 0xFF, 0xFF, 0xFF] + good.dropFirst(5)) == nil)
    }

    @Test func `spellings of the null sender are one key`() {
        #expect(key("1", source: "<>") == key("1", source: ""))
        #expect(key("1", source: nil) == key("1", source: ""))
        #expect(key("1", source: "a") != key("1", source: ""))
        #expect(key("", record: [1]) == key(nil, record: [1]))
        #expect(key(nil, record: [1]) != key(nil, record: [2]))
        #expect(key("1", record: [1]) == key("1", record: [2]))
    }
}
