import Foundation
import Testing

@testable import SESCore

/// Late columns of input that can be had once, or that changes.
@Suite struct LateSourceTests {
    private let log: [UInt8] = {
        var log = LateLog(seed: 21)
        return log.bytes(mails: 120)
    }()

    private func rows(_ table: EventTable, _ settings: SweepSettings = SweepSettings()) -> SeenLate
    {
        SeenLate(LatePass(settings).run(table).columns)
    }

    private func plain() throws -> SeenLate {
        try withLog(log) { rows(load($0)) }
    }

    @Test func `unpacked input gives what the plain file gives`() throws {
        let seen = try withLog(GzipMaker.packed(log)) { url in
            rows(load(url))
        }
        let plain = try plain()
        #expect(seen == plain)
        #expect(seen.rows.count >= 120)
    }

    @Test func `a pipe gives what the plain file gives`() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID())")
        let name = url.path(percentEncoded: false)
        try #require(unsafe mkfifo(name, 0o600) == 0)
        defer { try? FileManager.default.removeItem(at: url) }
        let log = log
        Thread {
            let handle = FileHandle(forWritingAtPath: name)
            try? handle?.write(contentsOf: Data(log))
            try? handle?.close()
        }.start()
        let plain = try plain()
        #expect(rows(load(url)) == plain)
    }

    @Test func `several files are read in their order`() throws {
        try withLog(log) { first in
            try withLog(GzipMaker.packed(log)) { second in
                let table = load(first, second)
                let plain = try plain()
                let seen = rows(table, SweepSettings(rows: 11, window: 5000))
                #expect(seen.rows == plain.rows + plain.rows)
                #expect(seen.texts == plain.texts)
            }
        }
    }

    @Test func `a file that is gone leaves its rows empty and says why`() throws {
        try withLog(log) { first in
            try withLog(log) { second in
                let table = load(first, second)
                try FileManager.default.removeItem(at: first)
                let seen = rows(table)
                let half = table.count / 2
                #expect(seen.rows[..<half].allSatisfy { $0 == RowParticulars() })
                let plain = try plain()
                #expect(Array(seen.rows[half...]) == plain.rows)
                #expect(seen.missed == half)
                #expect(seen.reason == "no such file")
            }
        }
    }

    @Test(arguments: [1, 2])
    func `a file that is cut while it is read keeps the rows before the cut`(workers: Int) throws {
        let plain = try plain()
        try withLog(log) { url in
            let table = load(url)
            let settings = SweepSettings(
                workers: workers, rows: 8, bytes: 1 << 20, window: 4096, pace: .zero)
            var isCut = false
            let progress = LatePass(settings).run(
                table,
                publish: { _ in
                    guard !isCut else { return }
                    isCut = true
                    try? FileHandle(forWritingTo: url).truncate(atOffset: UInt64(log.count / 2))
                })
            #expect(progress.isDone)
            let seen = SeenLate(progress.columns)
            let kept = (0..<table.count).filter { seen.rows[$0] == plain.rows[$0] }
            let empty = (0..<table.count).filter { seen.rows[$0] == RowParticulars() }
            #expect(Set(kept).union(empty).count == table.count)
            #expect(seen.missed > 0 && seen.missed <= empty.count)
            #expect(seen.reason?.hasPrefix("no longer in file") == true)
            guard workers == 1 else { return }
            let first = try #require(
                (0..<table.count).first {
                    let place = table.place(of: $0)
                    return place.offset + place.length > log.count / 2
                })
            #expect(Array(seen.rows[..<first]) == Array(plain.rows[..<first]))
            #expect(seen.missed == table.count - first)
        }
    }

    @Test func `another text at the place of a record is told`() throws {
        let text =
            #"{"Type":"Notification","MessageId":"m","TopicArn":"t","Message":"{\"mail\":{},\"receipt\":{}}"}"#
        try withLog(Array(text.utf8)) { url in
            let table = load(url)
            #expect(table.count == 1)
            let handle = try FileHandle(forWritingTo: url)
            try handle.seek(toOffset: UInt64(table.place(of: 0).offset))
            try handle.write(contentsOf: Data("xxxx".utf8))
            // The head of a small file is known, so another file of its head has to be made up.
            var report = table.files[0]
            report.identity?.head = []
            var changed = table
            changed.update(report, at: 0)
            #expect(rows(changed).reason == "no longer in file: another text stands at its place")
        }
    }
}
