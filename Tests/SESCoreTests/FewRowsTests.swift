import Foundation
import Testing

@testable import SESCore

/// Reading a few rows again, against reading all of them.
@Suite struct FewRowsTests {
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
                for (start, way) in SweepSettings.ways.flatMap({ [(0, $0), (known, $0)] }) {
                    var first = RowBits(count: table.count)
                    for row in 0..<start { first[row] = true }
                    var columns = LatePass(way).run(table, only: first).columns
                    columns = columns.prefix(start)
                    var isDone = false
                    while !isDone {
                        let budget = Int(random.next() % 40) + 12
                        let progress = LatePass(way).run(
                            table, only: chosen, from: columns, while: patience(budget))
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
            for text in ["spam:fail", "spam:fail | spf:gray dkim:gray"] {
                let asked = try request(text, table)
                var (few, all) = (Selector(), Selector())
                _ = all.lateColumns(of: nil, asked, while: { true })
                #expect(all.knowledge.late.rowCount == table.count)
                let found = few.statistics(asked)
                #expect((1..<table.count / 8).contains(found.count))
                #expect(found.lateCount == found.count && !found[.recipient].entries.isEmpty)
                #expect(found == all.statistics(asked))
                for field in PickField.allCases {
                    let (one, other) = (
                        few.top(1000, of: field, asked, while: { true }),
                        all.top(1000, of: field, asked, while: { true })
                    )
                    #expect(one?.pending == 0)
                    #expect(counts(one) == counts(other))
                }
                #expect(few.knowledge.late.rowCount == 0)
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
        try withLog(log.bytes(mails: 400)) { url in
            let table = load(url)
            let (less, more, other) = (
                try request("spam:fail spf:pass", table),
                try request("spam:fail", table),
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
            let unread = selector.statistics(other)
            #expect(unread.count == expected[2].count && unread.missedCount > 0)
        }
    }

    @Test func `statistics of a few rows follow a table that grows`() throws {
        var log = LateLog(seed: 47)
        try withLog(log.bytes(mails: 500)) { url in
            var selector = Selector()
            var narrow = 0
            for table in snapshots(RawText(url)) {
                let asked = try request("spam:fail", table)
                var fresh = Selector()
                _ = fresh.lateColumns(of: nil, asked, while: { true })
                #expect(selector.statistics(asked) == fresh.statistics(asked))
                if selector.knowledge.late.rowCount == 0 { narrow += 1 }
            }
            #expect(narrow > 3)
        }
    }

    @Test func `what cannot be read again is counted`() throws {
        var log = LateLog(seed: 53)
        try withLog(log.bytes(mails: 400)) { url in
            let table = load(url)
            let asked = try request("spam:fail", table)
            try FileManager.default.removeItem(at: url)
            var selector = Selector()
            let found = selector.statistics(asked)
            #expect(found.count > 10 && found.missedCount == found.count)
            #expect(found.missedReason?.isEmpty == false)
            var missed = 0
            let query = try request("spam:fail to:nobody", table)
            _ = selector.select(query, while: { true }) { missed = $0.missed }
            #expect(missed == found.missedCount)
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
