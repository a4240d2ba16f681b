import Foundation
import Testing

@testable import SESCore

struct StoreFileTests {
    private func mode(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return (value as? Int) ?? -1
    }

    private func failure(_ location: StoreLocation) -> StoreError? {
        do {
            _ = try TriageStore(location, as: ann)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a new store and all beside it are for nobody else`() throws {
        let folder = try TestFolder()
        let location = folder.location("a/b/triage.db")
        var store = try TriageStore(location, as: ann)
        _ = try store.append(DecisionStep([decided("1")]))
        #expect(try mode(folder.file("a")) == 0o700)
        #expect(try mode(folder.file("a/b")) == 0o700)
        for name in ["triage.db", "triage.db-wal", "triage.db-shm"] {
            #expect(try mode(folder.file("a/b/\(name)")) == 0o600)
        }
    }

    @Test func `a store is safe against a loss of power`() throws {
        let folder = try TestFolder()
        let store = try TriageStore(folder.location(), as: ann)
        #expect(try store.connection.text("PRAGMA journal_mode") == "wal")
        #expect(try store.connection.number("PRAGMA synchronous") == 2)
        #expect(try store.connection.number("PRAGMA mmap_size") == 0)
        #expect(try store.connection.number("PRAGMA trusted_schema") == 0)
        #expect(try store.connection.number("PRAGMA cell_size_check") == 1)
        #expect(try store.connection.number("PRAGMA busy_timeout") == 5000)
    }

    @Test func `a folder that a group shares makes a store for the group`() throws {
        let folder = try TestFolder(mode: 0o2770)
        _ = try TriageStore(folder.location(), as: ann)
        #expect(try mode(folder.file("triage.db")) == 0o660)
    }

    @Test func `what others could change is refused`() throws {
        let open = try TestFolder(mode: 0o777)
        #expect(failure(open.location())?.kind == .notPrivate)
        let folder = try TestFolder()
        _ = try TriageStore(folder.location(), as: ann)
        for mode in [0o620, 0o602] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: folder.file("triage.db"))
            #expect(failure(folder.location())?.kind == .notPrivate)
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root gives files away"))
    func `the store of somebody else is refused`() throws {
        let folder = try TestFolder()
        _ = try TriageStore(folder.location(), as: ann)
        try FileManager.default.setAttributes(
            [.ownerAccountID: 12345], ofItemAtPath: folder.file("triage.db"))
        #expect(failure(folder.location())?.kind == .notPrivate)
    }

    @Test func `a link, a folder and a pipe are no stores`() throws {
        let folder = try TestFolder()
        _ = try TriageStore(folder.location("real.db"), as: ann)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link.db"), withDestinationPath: folder.file("real.db"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("gone.db"), withDestinationPath: folder.file("nowhere"))
        try FileManager.default.createDirectory(
            atPath: folder.file("folder.db"), withIntermediateDirectories: false)
        _ = try run(["mkfifo", folder.file("pipe.db")])
        for name in ["link.db", "gone.db", "folder.db", "pipe.db"] {
            #expect(failure(folder.location(name))?.kind == .cannotOpen, "\(name)")
        }
        #expect(!folder.names.contains("nowhere"))
    }

    @Test func `a text is no database and is left as it is`() throws {
        let folder = try TestFolder()
        let text = Data(String(repeating: "this is my diary\n", count: 100).utf8)
        try text.write(to: URL(filePath: folder.file("triage.db")))
        #expect(failure(folder.location())?.kind == .notADatabase)
        #expect(try Data(contentsOf: URL(filePath: folder.file("triage.db"))) == text)
    }

    @Test func `the database of another program is refused and left as it is`() throws {
        let folder = try TestFolder()
        for setting in ["application_id = 7", "user_version = 3"] {
            let path = folder.file("\(UUID().uuidString).db")
            try change(path, "CREATE TABLE t(a); PRAGMA \(setting);")
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(failure(StoreLocation(chosen: RawText(path)))?.kind == .foreign)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func `an empty file becomes a store`() throws {
        let folder = try TestFolder()
        try Data().write(to: URL(filePath: folder.file("triage.db")))
        var store = try TriageStore(folder.location(), as: ann)
        #expect(try store.append(DecisionStep([decided("1")])).savedDecisions.count == 1)
    }

    @Test func `a store of a later version is read and not written`() throws {
        let folder = try TestFolder()
        do {
            var store = try TriageStore(folder.location(), as: ann)
            _ = try store.append(DecisionStep([decided("1")]))
            try store.connection.execute("PRAGMA user_version = 9")
        }
        var store = try TriageStore(folder.location(), as: ann)
        #expect(store.obstacle?.kind == .newerVersion(9))
        #expect(store.obstacle?.what.contains("9") == true)
        #expect(try store.current(of: key("1"))?.decision == .spam)
        #expect(throws: StoreError.self) { _ = try store.append(DecisionStep([decided("2")])) }
    }

    @Test(arguments: ["triage.db", "triage.db-wal"])
    func `what would go to a file without a name is not saved`(name: String) throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        _ = try store.append(DecisionStep([decided("1")]))
        try FileManager.default.removeItem(atPath: folder.file(name))
        let error = #expect(throws: StoreError.self) {
            _ = try store.append(DecisionStep([decided("2")]))
        }
        #expect(error?.kind == .movedOrDeleted)
        #expect(try store.current(of: key("2")) == nil)
    }

    @Test func `a store that another file took the place of is not written to`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        try FileManager.default.moveItem(
            atPath: folder.file("triage.db"), toPath: folder.file("old.db"))
        try Data().write(to: URL(filePath: folder.file("triage.db")))
        #expect(throws: StoreError.self) { _ = try store.append(DecisionStep([decided("2")])) }
    }

    @Test func `damage is found and nothing is written any more`() throws {
        let folder = try TestFolder()
        do {
            var store = try TriageStore(folder.location(), as: ann)
            _ = try store.append(
                DecisionStep((0..<2000).map { decided(RawText("\($0)"), note: "note") }))
            #expect(TriageStore.damage(in: folder.location()) == nil)
        }
        let file = try FileHandle(forUpdating: URL(filePath: folder.file("triage.db")))
        try file.seek(toOffset: 4096 * 20)
        file.write(Data(repeating: 0xA5, count: 4096 * 4))
        try file.close()
        let damage = try #require(TriageStore.damage(in: folder.location()))
        #expect(damage.kind == .malformed)
        var store = try TriageStore(folder.location(), as: ann)
        store.stopWriting(because: damage)
        let error = #expect(throws: StoreError.self) {
            _ = try store.append(DecisionStep([decided("x")]))
        }
        #expect(error == damage)
    }

    @Test func `a lock that stays is told as busy`() throws {
        let folder = try TestFolder()
        var store = try TriageStore(folder.location(), as: ann)
        let other = try TriageStore(folder.location(), as: bob)
        store.connection.waitForOthers(milliseconds: 50)
        try other.connection.execute("BEGIN IMMEDIATE")
        let error = #expect(throws: StoreError.self) {
            _ = try store.append(DecisionStep([decided("1")]))
        }
        #expect(error?.kind == .busy)
        try other.connection.execute("COMMIT")
        #expect(try store.append(DecisionStep([decided("1")])).savedDecisions.count == 1)
    }

    @Test func `the place of a store follows the environment`() {
        func place(_ values: [String: RawText]) -> RawText? {
            StoreLocation.standard { values[$0] }?.path
        }
        #expect(place(["HOME": "/h"]) == "/h/.local/state/ses-browser/triage.db")
        #expect(place(["HOME": "/h", "XDG_STATE_HOME": "/s"]) == "/s/ses-browser/triage.db")
        #expect(
            place(["HOME": "/h", "XDG_STATE_HOME": "s"]) == "/h/.local/state/ses-browser/triage.db")
        #expect(place(["HOME": "/h", "SES_BROWSER_STORE": "x.db"]) == "x.db")
        #expect(place([:]) == nil)
        #expect(place(["HOME": ""]) == nil)
    }
}
