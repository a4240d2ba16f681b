import Foundation
import Synchronization
import Testing

@testable import SESCore

/// Reading a few rows again, against reading all of them.
@Suite struct FewRowsTests {
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
            for text in ["spam:fail", "spam:fail | spf:gray dkim:gray"] {
                let request = SelectionRequest(
                    query: try Query(parsing: text), table: table, now: .missing)
                var (few, all) = (Selector(), Selector())
                _ = all.lateColumns(of: nil, request, while: { true })
                #expect(all.knowledge.late.rowCount == table.count)
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
                guard let request = try? request("spam:fail", progress.table) else {
                    return false
                }
                var fresh = Selector()
                _ = fresh.lateColumns(of: nil, request, while: { true })
                #expect(selector.statistics(request) == fresh.statistics(request))
                if selector.knowledge.late.rowCount == 0 { narrow += 1 }
                return true
            }
            #expect(narrow > 3)
        }
    }

    @Test func `what cannot be read again is counted`() throws {
        var log = LateLog(seed: 53)
        try withLog(log.bytes(mails: 400)) { url in
            let table = load(url)
            let request = try request("spam:fail", table)
            try FileManager.default.removeItem(at: url)
            var selector = Selector()
            let found = selector.statistics(request)
            #expect(found.count > 10 && found.missedCount == found.count)
            #expect(found.missedReason?.isEmpty == false)
            var missed = 0
            let query = try self.request("spam:fail to:nobody", table)
            _ = selector.select(query, while: { true }) { missed = $0.missed }
            #expect(missed == found.missedCount)
        }
    }

    private static let queries = [
        "spam:fail recipient:two@", "spam:fail -recipient:desk",
        "spam:fail header.x-mailer:mutt", "spam:fail -header.x-mailer:mutt virus:fail",
        "spam:fail (to:desk | ip:192.0.2.7)", "virus:gray -(to:desk3 took:>12ms) spf:fail",
        "spam:fail dkim:gray to:corp | virus:fail spf:gray is:mismatch", "to:desk3", "-took:<1s",
        "spam:fail id:id1 header.received:192", "recipient:/^one/ dmarc:fail spam:gray",
        "spam:fail | recipient:line", "spam:fail virus:fail to:desk", "spam:fail",
        "spam:fail is:duplicate cc:c@corp",
    ]

    /// Of few rows, and answered by late columns alone.
    private static let lateQueries = [
        "spam:fail recipient:two@", "spam:fail -recipient:desk", "spf:gray recipient:corp",
        "dmarc:fail -took:<1s", "spam:fail ip:192", "virus:gray recipient:e", "spam:gray took:<1s",
    ]

    private func answer(_ selector: inout Selector, _ request: SelectionRequest) -> Selection? {
        var last: Selection?
        let isWhole = selector.select(request, while: { true }, publish: { last = $0 })
        return isWhole && last?.isWhole == true ? last : nil
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func `any run of questions is answered as if each were asked first and all rows were read`(
        seed: UInt64
    ) throws {
        var log = LateLog(seed: seed &+ 60)
        var random = SeededRandom(seed: seed)
        try withLog(log.bytes(mails: 120)) { url in
            var tables: [EventTable] = []
            let settings = LoadSettings(step: 4096, firstGoals: [15_000], pieceSize: 20_000)
            LogLoader(paths: [RawText(url)], settings: settings).run { progress in
                tables.append(progress.table)
                return true
            }
            let late = LatePass().run(try #require(tables.last)).columns
            var selector = Selector()
            var (narrow, found) = (0, 0)
            for step in 0..<80 {
                let table = tables[min(tables.count - 1, tables.count * step / 60)]
                let queries = random.next() % 4 > 0 ? Self.lateQueries : Self.queries
                var request = try request(
                    queries[Int(random.next() % UInt64(queries.count))], table)
                request.deliveries = Deliveries.linking(table) { true } ?? Deliveries()
                request.isUnfolded = random.next() % 2 == 0
                request.countsFacets = random.next() % 16 == 0
                if random.next() % 9 == 0 { request.reading = step }
                let orders = [RowOrder.reading, .reading, RowOrder(.subject), RowOrder(.recipient)]
                request.order = orders[Int(random.next() % (random.next() % 4 > 0 ? 3 : 4))]
                var whole = request
                whole.countsFacets = true
                var fresh = Selector()
                let expected = try #require(answer(&fresh, whole))
                if random.next() % 4 > 0 {
                    let left = Mutex(Int(random.next() % 60))
                    _ = selector.select(
                        request,
                        while: {
                            left.withLock { left in
                                left -= 1
                                return left >= 0
                            }
                        }, publish: { _ in })
                }
                let answer = try #require(answer(&selector, request))
                #expect(answer.rows.positions == expected.rows.positions, "\(request.query)")
                #expect(answer.missed == 0 && answer.notJudged == expected.notJudged)
                if request.countsFacets { #expect(answer.facets == expected.facets) }
                let first = Int(random.next() % UInt64(table.count))
                #expect(selector.rows(request, from: first) == fresh.rows(request, from: first))
                for row in 0..<answer.late.rowCount {
                    #expect(answer.late.particulars(row) == late.particulars(row))
                }
                if answer.late.rowCount < table.count, !request.query.isOnIndex { narrow += 1 }
                found += expected.rows.count
            }
            #expect(narrow > 10 && found > 200)
        }
    }

    @Test func `what is known is published at once where a table has grown`() throws {
        var log = LateLog(seed: 71)
        try withLog(log.bytes(mails: 200)) { url in
            var tables: [EventTable] = []
            let settings = LoadSettings(step: 4096, firstGoals: [40_000], pieceSize: 60_000)
            LogLoader(paths: [RawText(url)], settings: settings).run { progress in
                tables.append(progress.table)
                return true
            }
            let (first, last) = (try #require(tables.first), try #require(tables.last))
            #expect(first.count > 10 && first.count < last.count)
            for text in ["recipient:corp", "to:corp"] {
                var selector = Selector()
                let before = try #require(answer(&selector, try request(text, first)))
                var shares: [Double] = []
                var counts: [Int] = []
                let isWhole = selector.select(try request(text, last), while: { true }) { part in
                    shares.append(part.fraction)
                    counts.append(part.rows.count)
                }
                #expect(isWhole && shares.count >= 2)
                #expect(abs(shares[0] - Double(first.count) / Double(last.count)) < 0.001)
                #expect(counts[0] == before.rows.count && counts[0] < counts[counts.count - 1])
                var other: [Double] = []
                var fresh = Selector()
                _ = fresh.select(try request("-" + text, first), while: { true }) { _ in }
                _ = fresh.select(try request(text, last), while: { true }) {
                    other.append($0.fraction)
                }
                #expect(other == [1])
            }
        }
    }

    @Test func `few rows are shown before facets are counted`() throws {
        var log = LateLog(seed: 83)
        try withLog(log.bytes(mails: 300)) { url in
            let table = load(url)
            for text in ["spam:fail recipient:corp", "spam:fail -to:desk3", "to:desk3"] {
                var request = try request(text, table)
                request.countsFacets = true
                var parts: [Selection] = []
                var selector = Selector()
                let isWhole = selector.select(request, while: { true }) { parts.append($0) }
                #expect(isWhole)
                let (first, last) = (try #require(parts.first), try #require(parts.last))
                #expect(last.isWhole && last.facets != nil && last.rows.count > 0)
                #expect((parts.count > 1) == text.contains("spam"))
                guard parts.count > 1 else { continue }
                #expect(!first.isWhole && first.facets == nil)
                #expect(parts.allSatisfy { $0.rows.positions == last.rows.positions })
            }
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

extension Query {
    /// True where the index answers it.
    fileprivate var isOnIndex: Bool {
        (try? CompiledQuery(self, now: .missing))?.needs == QueryNeeds()
    }
}

extension ShownRows {
    /// The rows in their order.
    fileprivate var positions: [Int] { (0..<count).map { self[$0] } }
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
