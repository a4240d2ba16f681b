import Foundation
import Testing

@testable import SESCore

/// Files that are damaged, or change while they are read.
@Suite struct FileDamageTests {
    /// Calls `body` with the name of a file that holds `bytes`.
    func withFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "ses-browser-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url)
    }

    func path(_ url: URL) -> RawText { RawText(url.path(percentEncoded: false)) }

    @Test func `every broken region has its line, over more than one stride of the counts`() throws
    {
        let line = #"{"a":"#
        let filler = String(repeating: " ", count: 3000)
        let text = String(repeating: line + "\n\n" + filler + "\n", count: 1000)
        let bytes = Array(text.utf8)
        let regions = try withFile(bytes) {
            LogLoader(paths: [path($0)]).load().files[0].brokenRegions
        }
        #expect(bytes.count > 2 * LineIndex.stride)
        #expect(regions.map(\.line) == (0..<1000).map { $0 * 3 + 1 })
    }

    @Test(arguments: 0..<20)
    func `a damaged file reads alike through windows of any size`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let good = [ReaderDamageTests.record, ReaderDamageTests.pair, ReaderDamageTests.prettyPair]
        var bytes: [UInt8] = []
        for _ in 0..<20 {
            var next = Array((good.randomElement(using: &random) ?? "").utf8)
            if Bool.random(using: &random) {
                next.removeLast(Int.random(in: 1..<next.count, using: &random))
            }
            bytes += next
            if Bool.random(using: &random) { bytes.append(0x0A) }
        }
        try withFile(bytes) { url in
            let whole = LogLoader(paths: [path(url)]).load()
            for step in [1, 7, 64, 4096] {
                let table = LogLoader(paths: [path(url)], settings: LoadSettings(step: step)).load()
                #expect(table.files[0].brokenRegions == whole.files[0].brokenRegions)
                #expect(table.files[0].otherDocuments == whole.files[0].otherDocuments)
                let places = (0..<table.count).map { table.place(of: $0).offset }
                #expect(places == (0..<whole.count).map { whole.place(of: $0).offset })
                #expect(
                    (0..<table.count).map { table.facts($0) }
                        == (0..<whole.count).map { whole.facts($0) })
            }
        }
    }

    @Test func `a file that is cut while it is read says so and keeps what came before`() throws {
        let line = Array((ReaderDamageTests.pair + "\n").utf8)
        let bytes = Array(repeatElement(line, count: 4000).joined())
        try withFile(bytes) { url in
            var isCut = false
            var table = EventTable()
            let settings = LoadSettings(step: 4096)
            LogLoader(paths: [path(url)], settings: settings).run { progress in
                table = progress.table
                if !isCut {
                    isCut = true
                    try? FileHandle(forWritingTo: url).truncate(
                        atOffset: UInt64(line.count * 3000))
                }
                return true
            }
            #expect(table.count == 3000)
            #expect(table.files[0].failure?.contains("was cut") == true)
        }
    }

    @Test func `very many broken lines are told as few regions`() throws {
        let broken = String(repeating: "{\"a\"\n", count: 12_000)
        try withFile(Array((broken + ReaderDamageTests.pair + "\n" + broken).utf8)) { url in
            let table = LogLoader(paths: [path(url)]).load()
            let regions = table.files[0].brokenRegions
            #expect(table.count == 1)
            #expect(regions.count == 10_001)
            #expect(regions.last?.end == table.files[0].size - 1)
            #expect(regions.map(\.line).allSatisfy { $0 != nil })
        }
    }
}
