import Foundation
import Synchronization
import Testing

@testable import SESCore

@Suite struct SnapshotPaceTests {
    /// How many snapshots are made of a directory of so many small mails.
    private func snapshots(files: Int) throws -> (made: Int, rows: Int, first: Int) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in 0..<files {
            try Data("From: a@b.example\nSubject: \(file)\n\n".utf8)
                .write(to: folder.appending(path: "\(file).eml"))
        }
        let counts = Mutex<[Int]>([])
        let path = RawText(folder.path(percentEncoded: false))
        LogLoader(paths: [path], settings: LoadSettings(step: 512)).run { progress in
            counts.withLock { $0.append(progress.table.count) }
            return true
        }
        let seen = counts.withLock { $0 }
        return (seen.count, seen.last ?? 0, seen.first ?? 0)
    }

    @Test func `each of few files is shown`() throws {
        let few = try snapshots(files: 20)
        #expect(few.made >= 21)
        #expect(few.rows == 20)
    }

    @Test func `very many files are shown a share at a time, and the first at once`() throws {
        let many = try snapshots(files: 600)
        #expect(many.made < 140)
        #expect(many.rows == 600)
        #expect(many.first == 1)
    }
}
