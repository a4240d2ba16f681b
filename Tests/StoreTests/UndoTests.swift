import SESCore
import Testing

struct UndoTests {
    private func change(
        _ id: RawText, _ before: Decision?, _ after: Decision?, note: UndoHistory.Note? = nil
    ) -> UndoHistory.Change {
        UndoHistory.Change(
            key: key(id), content: ContentHash(mail(id)), before: before, after: after, note: note)
    }

    @Test func `undo and redo go through all steps, a bulk as one`() {
        var history = UndoHistory()
        history.record(.init([change("1", nil, .spam)]))
        history.record(.init((0..<100).map { change(RawText("b\($0)"), .ham, .spam) }))
        #expect(history.undo()?.decisions.map(\.decision) == Array(repeating: .ham, count: 100))
        #expect(history.undo()?.decisions == [decided("1", .clear)])
        #expect(history.undo() == nil)
        #expect(history.redo()?.decisions == [decided("1", .spam)])
        #expect(history.redo()?.decisions.count == 100)
        #expect(history.redo() == nil)
        #expect(history.canUndo)
    }

    @Test func `a new step ends what could be done again`() {
        var history = UndoHistory()
        history.record(.init([change("1", nil, .spam)]))
        _ = history.undo()
        history.record(.init([]))
        #expect(history.canRedo)
        history.record(.init([change("2", nil, .ham)]))
        #expect(!history.canRedo)
        #expect(history.undo()?.step.changes.map(\.key) == [key("2")])
        #expect(!history.canUndo)
    }

    @Test func `a note goes back to the text before it`() {
        var history = UndoHistory()
        let note = UndoHistory.Note(before: "old", after: "new")
        history.record(.init([change("1", .spam, .spam, note: note)]))
        #expect(history.undo()?.decisions.map(\.note) == ["old"])
        #expect(history.redo()?.decisions.map(\.note) == ["new"])
    }

    @Test func `undoing in a store brings back what was and keeps the history`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        var history = UndoHistory()
        var states: [[Decision?]] = [[nil, nil, nil]]
        let ids: [RawText] = ["0", "1", "2"]
        for number in 0..<12 {
            let before = states[number]
            var after = before
            for mail in 0..<(number % 3 + 1) { after[mail] = [.spam, .ham, .maybe][number % 3] }
            let changes = (0..<(number % 3 + 1)).map { change(ids[$0], before[$0], after[$0]) }
            history.record(.init(changes))
            _ = try store.append(DecisionStep(changes.map(\.decision)))
            states.append(after)
        }
        for expected in states.dropLast().reversed() {
            let step = history.undo()
            let undone = try #require(step)
            _ = try store.append(DecisionStep(undone.decisions))
            let index = try #require(try store.index())
            #expect(ids.map { index.mark(of: key($0)).decision } == expected)
        }
        #expect(try store.info().decisions == 48)
    }

    @Test func `what could not be saved stays first and is told`() throws {
        var pending = PendingDecisions()
        let steps = (0..<3).map { DecisionStep([decided(RawText("\($0)"))]) }
        for step in steps { pending.add(step, seen: 7) }
        pending.add(DecisionStep([]))
        let full = StoreError(.diskFull, path: "/x")
        #expect(pending.delay == 0)
        pending.failed(full)
        #expect(pending.next?.step == steps[0])
        #expect(pending.failure == full)
        #expect(pending.delay == 1000)
        for _ in 0..<100 { pending.failed(full) }
        #expect(pending.delay == 30_000)
        #expect(pending.count == 3)
        pending.saved(steps[0].id)
        #expect(pending.failure == nil)
        #expect(pending.delay == 0)
        #expect(pending.next?.step == steps[1])
        #expect(pending.answer(overtaken: steps[1].id, saves: true) == nil)
        #expect(pending.next?.seen == nil)
        #expect(pending.answer(overtaken: steps[1].id, saves: false) == steps[1])
        #expect(pending.unsaved.keys.map(\.messageID) == ["2"])
        pending.saved(steps[2].id)
        #expect(pending.isEmpty)
    }
}
