import Testing

@testable import SESCore

/// The matcher beside the slow and obvious one, on random logs and random queries.
@Suite struct MatchingTests {
    private static let now = Timestamp(iso: "2026-11-21T12:30:00Z".utf8)

    private func expect(
        _ query: Query, _ reference: ReferenceMatcher, _ range: Range<Int>? = nil
    ) throws -> MatchResult {
        let log = reference.log
        let compiled = try CompiledQuery(query, now: Self.now)
        let range = range ?? 0..<log.table.count
        let result = try #require(
            compiled.rows(
                of: log.table, range: range, late: log.lateColumns(rows: reference.lateRows),
                records: log.answers(compiled, rows: reference.recordRows),
                deliveries: Deliveries.linked(log, rows: reference.linkedRows), marks: log.marks))
        #expect(result.rows.count == range.upperBound)
        let answers = (0..<range.upperBound).map { row in
            range.contains(row) ? reference.matches(query, row) : .some(false)
        }
        let wrong = answers.indices.first { result.rows[$0] != (answers[$0] == true) }
        #expect(wrong == nil, "row \(wrong ?? 0): \(query)")
        for (row, answer) in answers.enumerated() {
            #expect(result.pending[row] == (answer == nil), "\(query)")
        }
        #expect(result.notJudged == 0)
        return result
    }

    @Test(arguments: [1, 2])
    func `the same rows come out as of the slow and obvious matcher`(seed: UInt64) throws {
        let log = try RandomLog(seed: seed, events: 220)
        let count = log.table.count
        var blocks = 0
        _ = log.table.forEachBlock(in: 0..<count) { _ in
            blocks += 1
            return true
        }
        #expect(count > 200 && blocks > 5)
        let reference = ReferenceMatcher(
            log: log, now: Self.now, lateRows: count, recordRows: count, linkedRows: count)
        var random = SeededGenerator(seed: seed &* 77)
        var some = 0
        for _ in 0..<200 {
            let result = try expect(.random(&random), reference)
            if !result.rows.isEmpty, result.rows.members < count { some += 1 }
        }
        #expect(some > 80)
    }

    @Test func `every single term is judged as the slow and obvious matcher does`() throws {
        let log = try RandomLog(seed: 11, events: 300)
        let count = log.table.count
        let reference = ReferenceMatcher(
            log: log, now: Self.now, lateRows: count, recordRows: count, linkedRows: count)
        var random = SeededGenerator(seed: 12)
        for _ in 0..<500 { _ = try expect(.term(.random(&random)), reference) }
    }

    @Test func `every property is judged as the slow and obvious matcher does`() throws {
        let log = try RandomLog(seed: 13, events: 300)
        let count = log.table.count
        let reference = ReferenceMatcher(
            log: log, now: Self.now, lateRows: count, recordRows: count, linkedRows: count)
        for property in MailProperty.allCases {
            let query = Query.term(.property([property]))
            let found = try expect(query, reference).rows.members
            if query.asksForMarks { #expect(found > 3 && found < count, "\(property)") }
        }
    }

    @Test func `what is not known yet is pending where it decides, and only there`() throws {
        let log = try RandomLog(seed: 5, events: 200)
        let count = log.table.count
        var random = SeededGenerator(seed: 6)
        var pending = 0
        for _ in 0..<200 {
            let reference = ReferenceMatcher(
                log: log, now: Self.now, lateRows: Int.random(in: 0...count, using: &random),
                recordRows: Int.random(in: 0...count, using: &random),
                linkedRows: Bool.random(using: &random) ? count : 0)
            if try !expect(.random(&random), reference).isComplete { pending += 1 }
        }
        #expect(pending > 30)
    }

    @Test func `ranges come to the same as the whole table`() throws {
        let log = try RandomLog(seed: 7, events: 260)
        let count = log.table.count
        let reference = ReferenceMatcher(
            log: log, now: Self.now, lateRows: count, recordRows: count, linkedRows: count)
        var random = SeededGenerator(seed: 8)
        for _ in 0..<60 {
            let query = Query.random(&random)
            let middle = Int.random(in: 0...count, using: &random)
            var rows = try expect(query, reference, 0..<middle).rows
            rows.grow(to: count)
            rows.formUnion(try expect(query, reference, middle..<count).rows)
            #expect(try rows == expect(query, reference).rows)
        }
    }

    @Test func `nothing comes of a query that nobody wants any more`() throws {
        let log = try RandomLog(seed: 9, events: 200)
        let slow = Query.term(.text(.any, [.regex("(a|b|c)+$")]))
        for query in [.all, slow] {
            let compiled = try CompiledQuery(query, now: Self.now)
            var asked = 0
            let all = 0..<log.table.count
            #expect(
                compiled.rows(
                    of: log.table, range: all,
                    while: {
                        asked += 1
                        return false
                    }) == nil)
            #expect(asked == 1)
            let rest = compiled.rows(
                of: log.table, range: all,
                while: {
                    asked += 1
                    return asked < 4
                })
            #expect(rest == nil)
        }
    }

    @Test func `what a query needs is told`() throws {
        let to = Term.text(.to, [.words("a")])
        let query = Query.and([
            .term(to), .or([.term(to), .term(.took(.longer(than: QueryDuration(1, .seconds))))]),
            .not(.term(.property([.duplicate, .lossy]))), .term(.property([.lossy, .noted])),
        ])
        let compiled = try CompiledQuery(query, now: Self.now)
        #expect(compiled.needs.recordTerms == [to])
        #expect(compiled.recordConditions.map(\.term) == [to])
        #expect(compiled.needs.lateColumns)
        #expect(compiled.needs.deliveries)
        #expect(compiled.needs.marks && query.asksForMarks)
        let plain = try CompiledQuery(.term(.property([.hostile])), now: Self.now)
        #expect(plain.needs == QueryNeeds())
        for property in MailProperty.allCases {
            let query = Query.not(.term(.property([property])))
            #expect(
                try CompiledQuery(query, now: Self.now).needs.marks == query.asksForMarks)
        }
        let said = MailProperty.allCases.filter { Query.term(.property([$0])).asksForMarks }
        #expect(said.count == 8)
    }

    @Test func `no rows are asked for of an empty table`() throws {
        let query = Query.and([.term(.property([.hostile])), .term(.text(.any, [.words("a")]))])
        let result = try CompiledQuery(query, now: Self.now).rows(of: EventTable(), range: 0..<0)
        #expect(result?.rows == RowBits(count: 0))
        #expect(result?.isComplete == true)
    }
}

extension Deliveries {
    /// Those of a log, or of none of its rows.
    fileprivate static func linked(_ log: RandomLog, rows: Int) -> Deliveries {
        rows == 0 ? Deliveries() : log.deliveries
    }
}
