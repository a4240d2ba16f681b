import Foundation
import Synchronization
import Testing

@testable import SESCore

/// Reading a few rows again, against reading all of them.
@Suite struct ChosenLateTests {
    private static let ways = [
        SweepSettings(workers: 1), SweepSettings(workers: 2),
        SweepSettings(workers: 1, rows: 1, bytes: 1, window: 1),
        SweepSettings(workers: 2, rows: 7, bytes: 4000, window: 700, pace: .zero),
    ]

    /// Random rows, one of so many.
    private func rows(_ count: Int, oneOf share: UInt64, _ random: inout SeededRandom) -> RowBits {
        var rows = RowBits(count: count)
        for row in 0..<count where random.next() % share == 0 { rows[row] = true }
        return rows
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `chosen rows say what they say in a whole pass, and others nothing`(
        seed: UInt64
    ) throws {
        var log = LateLog(seed: seed &+ 300)
        var random = SeededRandom(seed: seed)
        try withLog(log.bytes(mails: 90)) { url in
            let table = load(url)
            let whole = LatePass().run(table).columns
            for share in [1, 2, 9, 60] as [UInt64] {
                let chosen = rows(table.count, oneOf: share, &random)
                let known = Int(random.next() % 20)
                for (start, way) in Self.ways.flatMap({ [(0, $0), (known, $0)] }) {
                    var first = RowBits(count: table.count)
                    for row in 0..<start { first[row] = true }
                    var columns = LatePass(way).run(table, only: first).columns
                    columns = columns.prefix(start)
                    var isDone = false
                    while !isDone {
                        let left = Mutex(Int(random.next() % 40) + 12)
                        let progress = LatePass(way).run(table, only: chosen, from: columns) {
                            left.withLock { left in
                                left -= 1
                                return left >= 0
                            }
                        }
                        (columns, isDone) = (progress.columns, progress.isDone)
                    }
                    #expect(columns.rowCount == table.count && columns.missedCount == 0)
                    for row in 0..<table.count {
                        let isKnown = row < start || chosen[row]
                        let expected = isKnown ? whole.particulars(row) : RowParticulars()
                        #expect(columns.particulars(row) == expected, "\(row)")
                    }
                }
            }
        }
    }

    @Test func `statistics and picks of a few rows are those of a whole pass`() throws {
        var log = LateLog(seed: 41)
        try withLog(log.bytes(mails: 400)) { url in
            let table = load(url)
            for text in ["spam:fail virus:fail", "spam:fail virus:fail | spf:gray dkim:gray"] {
                let request = SelectionRequest(
                    query: try Query(parsing: text), table: table, now: .missing)
                var (few, all) = (Selector(), Selector())
                _ = all.lateColumns(of: nil, request, while: { true })
                #expect(all.late.rowCount == table.count)
                let found = few.statistics(request)
                #expect((1..<table.count / 8).contains(found.count))
                #expect(found.lateCount == found.count && !found[.recipient].entries.isEmpty)
                #expect(found == all.statistics(request))
                for field in PickField.allCases {
                    let (one, other) = (
                        few.top(1000, of: field, request, while: { true }),
                        all.top(1000, of: field, request, while: { true })
                    )
                    #expect(one?.pending == 0)
                    #expect(counts(one) == counts(other))
                }
                #expect(few.late.rowCount == 0)
            }
        }
    }

    private func counts(_ list: PickList?) -> [RawText: Int] {
        Dictionary(uniqueKeysWithValues: (list?.entries ?? []).map { ($0.text, $0.count) })
    }

    @Test func `what was read of a few rows serves some of them again, and more rows than before`()
        throws
    {
        var log = LateLog(seed: 43)
        let bytes = log.bytes(mails: 400)
        try withLog(bytes) { url in
            let table = load(url)
            let (less, more, other) = (
                try request("spam:fail virus:fail spf:pass", table),
                try request("spam:fail virus:fail", table),
                try request("dkim:gray spf:gray", table)
            )
            let expected = [less, more, other].map { request in
                var fresh = Selector()
                return fresh.statistics(request)
            }
            #expect(expected[0].count > 0 && expected[0].count < expected[1].count)
            var selector = Selector()
            #expect(selector.statistics(less) == expected[0])
            #expect(selector.statistics(more) == expected[1])
            try FileManager.default.removeItem(at: url)
            #expect(selector.statistics(less) == expected[0])
            #expect(selector.statistics(more) == expected[1])
            #expect(selector.statistics(other)[.ip] != expected[2][.ip])
            try Data(bytes).write(to: url)
            var fresh = Selector()
            #expect(fresh.statistics(other) == expected[2])
        }
    }

    private func request(_ text: String, _ table: EventTable) throws -> SelectionRequest {
        SelectionRequest(query: try Query(parsing: text), table: table, now: .missing)
    }

    @Test func `statistics of a few rows follow a table that grows`() throws {
        var log = LateLog(seed: 47)
        try withLog(log.bytes(mails: 500)) { url in
            var selector = Selector()
            var narrow = 0
            let settings = LoadSettings(step: 4096, firstGoals: [20_000], pieceSize: 30_000)
            LogLoader(paths: [RawText(url)], settings: settings).run { progress in
                guard let request = try? request("spam:fail virus:fail", progress.table) else {
                    return false
                }
                var fresh = Selector()
                _ = fresh.lateColumns(of: nil, request, while: { true })
                #expect(selector.statistics(request) == fresh.statistics(request))
                if selector.late.rowCount == 0 { narrow += 1 }
                return true
            }
            #expect(narrow > 3)
        }
    }

    @Test func `rows are asked for again only where they were not read`() {
        var chosen = ChosenLate()
        var late = LateColumns()
        func rows(_ members: Int..., of count: Int) -> RowBits {
            var rows = RowBits(count: count)
            for row in members { rows[row] = true }
            return rows
        }
        func columns(_ count: Int) -> LateColumns {
            var columns = LateColumns()
            let row = LateRow(numbers: .zero, took: 0, isMismatched: false)
            for _ in 0..<count { columns.append(row) }
            return columns
        }
        chosen.ask(rows(3, 70, of: 100), beside: late)
        #expect(chosen.columns.rowCount == 0)
        chosen.take(columns(50))
        chosen.ask(rows(3, 90, of: 100), beside: late)
        #expect(chosen.columns.rowCount == 50)
        chosen.take(columns(100))
        chosen.ask(rows(90, 120, of: 130), beside: late)
        #expect(chosen.columns.rowCount == 100)
        chosen.ask(rows(3, of: 130), beside: late)
        #expect(chosen.columns.rowCount == 100)
        chosen.ask(rows(3, 70, of: 130), beside: late)
        #expect(chosen.columns.rowCount == 0)
        late = columns(80)
        chosen.take(columns(40))
        chosen.ask(rows(70, of: 130), beside: late)
        #expect(chosen.columns.rowCount == 80)
        chosen.ask(rows(5, 79, 100, of: 130), beside: late)
        #expect(chosen.columns.rowCount == 80)
    }
}

extension LateColumns {
    /// The columns of the first rows alone.
    fileprivate func prefix(_ count: Int) -> LateColumns {
        var builder = LateBuilder(LateColumns())
        var batch = LateBatch()
        for row in 0..<count { batch.append(particulars(row)) }
        builder.append(batch)
        return builder.columns
    }
}
