import Foundation
import Testing

@testable import SESCore

/// What is read does not depend on how many threads read it, nor on where their pieces end.
@Suite struct PieceTests {
    private struct Outcome: Equatable {
        var report: FileReport
        var places: [Int]
        var facts: [UInt32]
        var routes: [Route]

        init(_ table: EventTable) {
            report = table.files[0]
            report.spool = nil
            places = (0..<table.count).map { table.place(of: $0).offset }
            facts = (0..<table.count).map { table.facts($0).bits }
            routes = (0..<table.count).map { table.route(table.place(of: $0).route) }
        }
    }

    private func outcome(of path: RawText, _ settings: LoadSettings) -> Outcome {
        Outcome(LogLoader(paths: [path], settings: settings).load())
    }

    private static let alone = LoadSettings(step: 512 << 10, workers: 1)

    /// Settings under which even a small file is many pieces.
    private static let many = [(1, 700, 64), (2, 700, 900), (2, 5000, 64), (4, 9000, 4096)].map {
        workers, size, step in
        LoadSettings(step: step, firstGoals: [size / 4], pieceSize: size, workers: workers)
    }

    @Test func `every fixture reads the same in pieces`() throws {
        for name in try Expectation.all().keys {
            let path = RawText(Expectation.folder.appending(path: name).path(percentEncoded: false))
            let whole = outcome(of: path, Self.alone)
            for settings in Self.many {
                #expect(outcome(of: path, settings) == whole, "\(name) \(settings.pieceSize)")
            }
        }
    }

    @Test(arguments: 0..<8)
    func `logs of any kind put together read the same in pieces`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let names = try Expectation.all().keys.sorted()
        var bytes: [UInt8] = []
        while bytes.count < 150_000 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes += ReaderTests().soup(&random)
            case 1:
                let line = Array((ReaderDamageTests.pair + "\n").utf8)
                for _ in 0..<Int.random(in: 1...80, using: &random) { bytes += line }
            default:
                let name = names[Int.random(in: 0..<names.count, using: &random)]
                let data = try Data(contentsOf: Expectation.folder.appending(path: name))
                guard data.count < 40_000 else { continue }
                bytes += data
            }
        }
        let url = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID()).log")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        let path = RawText(url.path(percentEncoded: false))
        let whole = outcome(of: path, Self.alone)
        for settings in Self.many {
            #expect(outcome(of: path, settings) == whole, "\(seed) \(settings.pieceSize)")
        }
    }

    @Test func `lines are counted the same in pieces`() throws {
        let line = Array((ReaderDamageTests.pair + "\n").utf8)
        let bytes = (0..<9000).flatMap { $0 % 1000 == 7 ? Array("{\"broken\n".utf8) + line : line }
        let url = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID()).log")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        let path = RawText(url.path(percentEncoded: false))
        let settings = LoadSettings(firstGoals: [1000], pieceSize: 100_000, workers: 2)
        let regions = LogLoader(paths: [path], settings: settings).load().files[0].brokenRegions
        #expect(regions.map(\.line) == (0..<9).map { 8 + $0 * 1001 })
    }
}
