import Foundation
import Testing

@testable import SESCore

/// What ends a writer or its disk in the middle of its work.
@Suite(.serialized) struct FaultTests {
    private let folder: TestFolder
    private var store: String { folder.file("triage.db") }

    init() throws { folder = try TestFolder() }

    /// The numbers behind a word at the start of a line.
    private func numbers(_ word: String, in output: String) -> [Int] {
        output.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count > 1 && parts[0] == word ? Int(parts[1]) : nil
        }
    }

    /// How many decisions that were called saved the store does not have.
    private func lost(_ name: String, _ output: String) throws -> Int {
        let store = try TriageStore(folder.location(), as: ann)
        return try numbers("saved", in: output).count { number in
            let event = mail(RawText("\(name)-\(number)"), source: "a@b.example", at: nil)
            return try store.current(of: TriageKey(event, record: []))?.decision != .spam
        }
    }

    private func expectSound() throws {
        #expect(try TriageStore.problems(in: folder.location(), isThorough: true) == [])
    }

    @Test func `killing writers loses nothing that was called saved`() throws {
        let rounds = ProcessInfo.processInfo.environment["KILL_ROUNDS"].flatMap { Int($0) } ?? 6
        var acknowledged = 0
        for round in 0..<rounds {
            var writers: [(name: String, process: Process, output: String)] = []
            for side in ["a", "b"] {
                let process = Process()
                let output = folder.file("out-\(round)\(side)")
                try Data().write(to: URL(filePath: output))
                process.executableURL = URL(filePath: built("StoreWriter"))
                process.arguments = [store, "\(round)\(side)", "0"]
                process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
                try process.run()
                writers.append(("\(round)\(side)", process, output))
            }
            usleep(.random(in: 100_000...400_000))
            for writer in writers { kill(writer.process.processIdentifier, SIGKILL) }
            for writer in writers {
                writer.process.waitUntilExit()
                let output = try String(contentsOfFile: writer.output, encoding: .utf8)
                acknowledged += numbers("saved", in: output).count
                #expect(try lost(writer.name, output) == 0)
            }
        }
        try expectSound()
        #expect(acknowledged > 0)
        let stored = try TriageStore(folder.location(), as: ann).info().decisions
        #expect(stored >= acknowledged)
        #expect(stored <= acknowledged + rounds * 2)
        print("killed \(rounds) times two writers: \(acknowledged) saved, \(stored) found")
    }

    @Test func `many writers may begin at once`() throws {
        let command = (0..<6).map { "'\(built("StoreWriter"))' '\(store)' w\($0) 30 &" }
        let result = try run(["sh", "-c", command.joined(separator: " ") + " true"])
        #expect(numbers("saved", in: result.output).count == 180)
        #expect(!result.output.contains("failed"))
        #expect(try TriageStore(folder.location(), as: ann).info().decisions == 180)
        try expectSound()
    }

    @Test func `a limit of the file's size fails decisions and harms none`() throws {
        let result = try run([
            "sh", "-c", "ulimit -f 100; exec '\(built("StoreWriter"))' '\(store)' w 40 2000",
        ])
        #expect(result.status == 0)
        #expect(!numbers("saved", in: result.output).isEmpty)
        #expect(result.output.contains("the disk is full"))
        #expect(try lost("w", result.output) == 0)
        try expectSound()
    }

    @Test(.enabled(if: getuid() == 0, "only root mounts"))
    func `a full disk fails decisions, harms none, and is used again when there is room`() throws {
        let disk = folder.file("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        let mounted = try run(["mount", "-t", "tmpfs", "-o", "size=400k,mode=700", "tmpfs", disk])
        try #require(mounted.status == 0)
        defer { _ = try? run(["umount", disk]) }
        try Data(repeating: 1, count: 100_000).write(to: URL(filePath: "\(disk)/ballast"))
        var store = try TriageStore(StoreLocation(chosen: RawText("\(disk)/t.db")), as: ann)
        let note = RawText(repeatElement(0x6E, count: 5000))
        var saved: [RawText] = []
        var failure: StoreError?
        for number in 0..<200 where failure == nil {
            let id = RawText("\(number)")
            do throws(StoreError) {
                _ = try store.append(DecisionStep([decided(id, .spam, note: note)]))
                saved.append(id)
            } catch {
                failure = error
            }
        }
        #expect(failure?.kind == .diskFull)
        #expect(!saved.isEmpty)
        for id in saved { #expect(try store.current(of: key(id))?.decision == .spam) }
        #expect(try store.current(of: key(RawText("\(saved.count)"))) == nil)
        try FileManager.default.removeItem(atPath: "\(disk)/ballast")
        #expect(try store.append(DecisionStep([decided("later")])).savedDecisions.count == 1)
    }

    @Test(
        .enabled(if: canTrace, "strace cannot trace here"),
        arguments: [
            ("fdatasync", "EIO", "the disk failed"), ("pwrite64", "EIO", "the disk failed"),
            ("pwrite64", "ENOSPC", "the disk is full"),
        ])
    func `a call that fails fails its decision alone`(call: String, error: String, words: String)
        throws
    {
        let log = "\(store)-wal"
        let result = try run([
            "strace", "-f", "-o", "/dev/null", "-P", log, "-e",
            "inject=\(call):error=\(error):when=\(call == "fdatasync" ? "9..11" : "90..95")",
            built("StoreWriter"), store, "w", "20",
        ])
        let failed = numbers("failed", in: result.output)
        #expect(!failed.isEmpty)
        #expect(result.output.contains(words))
        #expect(numbers("saved", in: result.output).count + failed.count == 20)
        #expect(numbers("saved", in: result.output).contains(19))
        #expect(try lost("w", result.output) == 0)
        #expect(try TriageStore(folder.location(), as: ann).info().decisions == 20 - failed.count)
        try expectSound()
    }

    @Test(
        .enabled(if: canTrace, "strace cannot trace here"),
        arguments: [(["30", "0"], 30), (["50", "100000"], 50)])
    func `a loss of power takes nothing back that was called saved`(
        arguments: [String], count: Int
    ) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("power_cut.py").path
        let result = try run(["python3", script, built("StoreWriter")] + arguments)
        #expect(
            result.output
                == "acknowledged \(count), images \(count * 6), lost 0, damaged 0\n")
    }

    @Test(.enabled(if: canTrace, "strace cannot trace here"))
    func `without syncs the loss of power is seen to lose decisions`() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("power_cut.py").path
        let result = try run(["python3", script, "--ignore-sync", built("StoreWriter"), "10", "0"])
        #expect(result.output == "acknowledged 10, images 10, lost 10, damaged 0\n")
    }

    @Test(.enabled(if: getuid() == 0, "only root becomes somebody else"))
    func `a store that may only be read is read and says why nothing is saved`() throws {
        do {
            var store = try TriageStore(folder.location(), as: ann)
            _ = try store.append(DecisionStep([decided("1")]))
        }
        for path in [folder.path, store] {
            try FileManager.default.setAttributes(
                [.posixPermissions: path == store ? 0o400 : 0o755], ofItemAtPath: path)
        }
        try FileManager.default.setAttributes([.ownerAccountID: 65534], ofItemAtPath: store)
        let nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        let written = try run(nobody + [built("StoreWriter"), store, "w", "2"])
        #expect(written.output.contains("failed 1 it cannot be written to"))
        let program = nobody + [built("ses-browser"), "store"]
        let info = try run(program + ["info", "--store", store])
        #expect(info.output.contains("1 mails: 1 spam"))
        let made = try run(program + ["merge", "--store", "/proc/no/triage.db", store])
        #expect(made.status == 2)
        #expect(made.errors.contains("its folder cannot be made"))
        #expect(folder.names == ["triage.db"])
    }
}

struct StoreWatchTests {
    @Test func `what others save is told without a timer`() throws {
        let folder = try TestFolder()
        var mine = try TriageStore(folder.location(), as: ann)
        var other = try TriageStore(folder.location(), as: bob)
        let made = StoreWatch(folder.location())
        guard let watch = made else {
            Issue.record("the folder cannot be watched")
            return
        }
        _ = watch.wasTouched()
        var isTouched = watch.wasTouched()
        #expect(!isTouched)
        try Data().write(to: URL(filePath: folder.file("else")))
        isTouched = watch.wasTouched()
        #expect(!isTouched)
        _ = try mine.wasChangedByOthers()
        _ = try other.append(DecisionStep([decided("1")]))
        var source = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(unsafe poll(&source, 1, 1000) == 1)
        isTouched = watch.wasTouched()
        #expect(isTouched)
        #expect(try mine.wasChangedByOthers())
    }
}
