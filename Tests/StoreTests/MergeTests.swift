import Foundation
import SESCore
import Testing

struct MergeTests {
    @Test func `a backup is a store with the same decisions that nobody else reads`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        _ = try store.append(DecisionStep((0..<50).map { decided(RawText("\($0)")) }))
        let target = folder.file("copy.db")
        try store.backUp(to: RawText(target))
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let copy = try TriageStore(folder.location("copy.db"), as: ann, for: .readOnly)
        #expect(try copy.info().decisions == 50)
        #expect(try copy.history(of: key("7")) == store.history(of: key("7")))
    }

    @Test func `a backup never takes the place of a file`() throws {
        let folder = try TestFolder()
        let store = try TriageStore(folder.location(), as: ann)
        let target = folder.file("mine.txt")
        try Data("mine".utf8).write(to: URL(filePath: target))
        let error = #expect(throws: StoreError.self) { try store.backUp(to: RawText(target)) }
        #expect(error?.kind == .exists)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    }

    @Test func `merging both ways makes two stores alike, and again adds nothing`() throws {
        let folder = try TestFolder()
        var first = try TriageStore(folder.location("a.db"), as: ann)
        var second = try TriageStore(folder.location("b.db"), as: bob)
        _ = try first.append(DecisionStep([decided("1", .spam), decided("2", .spam)]))
        _ = try second.append(DecisionStep([decided("2", .ham), decided("3", .ham)]))
        let report = try first.merge(second)
        #expect(report.added == 2)
        #expect(report.known == 0)
        #expect(report.conflicts.map(\.ours.decision) == [.spam])
        #expect(report.conflicts.map(\.theirs.author) == [bob])
        #expect(try second.merge(first).added == 2)
        for id: RawText in ["1", "2", "3"] {
            let (one, two) = (
                try first.history(of: key(id)).map(\.id), try second.history(of: key(id)).map(\.id)
            )
            #expect(one == two)
        }
        #expect(try first.merge(second).added == 0)
        let last = try first.history(of: key("2")).last
        #expect(try first.current(of: key("2")) == last)
        #expect(try second.current(of: key("2"))?.id == last?.id)
    }

    @Test func `the later decision counts, in whatever order stores are merged`() throws {
        let folder = try TestFolder()
        var old = try TriageStore(folder.location("a.db"), as: ann)
        _ = try old.append(DecisionStep([decided("1", .spam)]))
        var new = try TriageStore(folder.location("b.db"), as: bob)
        usleep(3000)
        _ = try new.append(DecisionStep([decided("1", .ham)]))
        #expect(try new.merge(old).conflicts.count == 1)
        #expect(try new.current(of: key("1"))?.decision == .ham)
        #expect(try new.index()?.mark(of: key("1")).decision == .ham)
        let changes = try new.changes(since: 1)
        #expect(changes.current.map(\.decision) == [.ham])
        #expect(changes.lastRow == 2)
    }

    @Test func `a decision made with the other in sight is no conflict`() throws {
        let folder = try TestFolder()
        var first = try TriageStore(folder.location("a.db"), as: ann)
        _ = try first.append(DecisionStep([decided("1", .spam)]))
        try first.backUp(to: RawText(folder.file("b.db")))
        var second = try TriageStore(folder.location("b.db"), as: bob)
        _ = try second.append(DecisionStep([decided("1", .ham)]))
        let report = try first.merge(second)
        #expect(report.added == 1)
        #expect(report.known == 1)
        #expect(report.conflicts.isEmpty)
    }

    @Test func `rows that are no decisions are left out and counted`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location("a.db"), as: ann)
        do {
            var other = try TriageStore(folder.location("b.db"), as: bob)
            _ = try other.append(DecisionStep([decided("1"), decided("2")]))
        }
        try change(folder.file("b.db"), "UPDATE decision SET mail_key = x'00' WHERE id = 1")
        let other = try TriageStore(folder.location("b.db"), as: bob, for: .readOnly)
        let report = try store.merge(other)
        #expect(report.added == 1)
        #expect(report.refused == 1)
        #expect(try other.index()?.count == 1)
        _ = try store.append(DecisionStep([decided("1")]))
    }

    @Test func `the numbers of a store are told`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        var other = try TriageStore(folder.location(), as: bob)
        _ = try store.append(
            DecisionStep([decided("1", .spam, note: "n"), decided("2", .ham), decided("3", .spam)]))
        _ = try other.append(DecisionStep([decided("3", .clear)]))
        let info = try store.info()
        #expect(info.decisions == 4)
        #expect(info.mails == [.spam: 1, .ham: 1, .clear: 1])
        #expect(info.notedMails == 1)
        #expect(info.people.map(\.name) == ["ann", "bob"])
        #expect(info.people.map(\.decisions) == [3, 1])
        #expect(info.journal == "wal")
        #expect(info.bytes > 0)
    }
}
