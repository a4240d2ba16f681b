import SESCore
import Testing

struct DecisionStoreTests {
    @Test func `a decision is there when the store is opened again`() throws {
        let folder = try TestFolder()
        do {
            var store = try TriageStore(folder.location(), as: ann)
            let saved = try store.append(DecisionStep([decided("1", .ham, note: "asked Ann")]))
            #expect(saved.savedDecisions.map(\.row) == [1])
        }
        let store = try TriageStore(folder.location(), as: bob)
        let current = try #require(try store.current(of: key("1")))
        #expect(current.decision == .ham)
        #expect(current.note == "asked Ann")
        #expect(current.author == ann)
        #expect(current.previous == nil)
        #expect(current.content == ContentHash(mail("1")))
        #expect(try store.current(of: key("2")) == nil)
    }

    @Test func `nothing is overwritten and the last decision counts`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        for decision in [Decision.spam, .ham, .clear, .maybe] {
            _ = try store.append(DecisionStep([decided("1", decision)]))
        }
        let history = try store.history(of: key("1"))
        #expect(history.map(\.decision) == [.spam, .ham, .clear, .maybe])
        #expect(history.dropFirst().map(\.previous) == history.dropLast().map(\.id))
        #expect(try store.current(of: key("1"))?.decision == .maybe)
    }

    @Test func `a note stays until another one or none is given`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        let steps: [(RawText?, RawText)] = [
            ("one", "one"), (nil, "one"), ("two\nlines \u{0}", "two\nlines \u{0}"), ("", ""),
            (nil, ""),
        ]
        for (given, kept) in steps {
            _ = try store.append(DecisionStep([decided("1", .spam, note: given)]))
            #expect(try store.current(of: key("1"))?.note == kept)
            let index = try #require(try store.index())
            #expect(index.mark(of: key("1")).isNoted == !kept.isEmpty)
        }
    }

    @Test func `texts come back byte for byte`() throws {
        let folder = try TestFolder()
        let author = Author(
            name: RawText([0xFF, 0x00, 0x1B, 0x27]), host: RawText([0xED, 0xA0, 0x80]), version: "")
        var store = try TriageStore(folder.location(), as: author)
        let id = RawText([0x27, 0x22, 0x00, 0xFF, 0x3B])
        let note = RawText((0...255).map { UInt8($0) })
        _ = try store.append(DecisionStep([decided(id, .spam, note: note)]))
        let current = try #require(try store.current(of: key(id)))
        #expect(current.author == author)
        #expect(current.note == note)
        #expect(current.key.messageID == id)
    }

    @Test func `texts that Unicode calls equal are two mails`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        _ = try store.append(DecisionStep([decided("caf\u{E9}", .spam)]))
        _ = try store.append(DecisionStep([decided("cafe\u{301}", .ham)]))
        #expect(try store.current(of: key("caf\u{E9}"))?.decision == .spam)
        #expect(try store.current(of: key("cafe\u{301}"))?.decision == .ham)
    }

    @Test func `a step is saved whole and told by one number`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        let step = DecisionStep((0..<100).map { decided(RawText("\($0)")) })
        let saved = try store.append(step).savedDecisions
        #expect(saved.map(\.row) == Array(1...100))
        #expect(Set(saved.map(\.step)) == [step.id])
        #expect(Set(saved.map(\.id)).count == 100)
    }

    @Test func `a decision follows the one before it even when the clock was set back`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        var last = DecisionID(at: Timestamp(milliseconds: 0))
        for _ in 0..<50 {
            let saved = try store.append(DecisionStep([decided("1")])).savedDecisions
            let id = try #require(saved.first?.id)
            #expect(id > last)
            #expect(id.time.milliseconds > last.time.milliseconds)
            last = id
        }
    }

    @Test func `two stores of one file see what the other one saved`() throws {
        let folder = try TestFolder()
        var first = try TriageStore(folder.location(), as: ann)
        var second = try TriageStore(folder.location(), as: bob)
        _ = try first.wasChangedByOthers()
        _ = try second.wasChangedByOthers()
        _ = try first.append(DecisionStep([decided("1", .spam), decided("2", .spam)]))
        #expect(try !first.wasChangedByOthers())
        #expect(try second.wasChangedByOthers())
        #expect(try !second.wasChangedByOthers())
        let changes = try second.changes(since: 0)
        #expect(changes.current.map(\.key) == [key("1"), key("2")])
        #expect(changes.lastRow == 2)
        _ = try second.append(DecisionStep([decided("2", .ham)]))
        let later = try first.changes(since: 2)
        #expect(later.current.map(\.decision) == [.ham])
        #expect(later.current.map(\.author) == [bob])
        #expect(try first.changes(since: later.lastRow).current.isEmpty)
    }

    @Test func `deciding over what somebody else decided meanwhile saves nothing at first`() throws
    {
        let folder = try TestFolder()
        var first = try TriageStore(folder.location(), as: ann)
        var second = try TriageStore(folder.location(), as: bob)
        _ = try first.append(DecisionStep([decided("1", .ham)]), unlessChangedSince: 0)
        let step = DecisionStep([decided("1", .spam), decided("2", .spam)])
        let outcome = try second.append(step, unlessChangedSince: 0)
        #expect(outcome.overtaking.map(\.author) == [ann])
        #expect(try second.current(of: key("2")) == nil)
        #expect(try second.append(step).savedDecisions.count == 2)
        #expect(try second.history(of: key("1")).map(\.decision) == [.ham, .spam])
    }

    @Test func `one's own decisions since then are not those of others`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        for _ in 0..<3 {
            let outcome = try store.append(DecisionStep([decided("1")]), unlessChangedSince: 0)
            #expect(outcome.savedDecisions.count == 1)
        }
    }

    @Test func `a visit is found again by the same person only`() throws {
        let folder = try TestFolder()
        let store = try TriageStore(folder.location(), as: ann)
        #expect(try store.lastVisit() == nil)
        let visit = Visit(
            time: Timestamp(milliseconds: 5), wasCut: true, filter: "spam:fail", key: key("7"))
        try store.remember(
            Visit(time: Timestamp(milliseconds: 4), wasCut: false, filter: "", key: nil))
        try store.remember(visit)
        #expect(try store.lastVisit() == visit)
        #expect(try TriageStore(folder.location(), as: bob).lastVisit() == nil)
    }
}
