import Foundation
import Synchronization
import Testing

@testable import SESCore

/// The answers of a scan against asking every record that was decoded whole.
@Suite struct RecordScanTests {
    private static let terms: [Term] = [
        .text(.to, [.words("desk3")]), .text(.to, [.domain("corp.example")]),
        .text(.cc, [.words("C@CORP")]), .text(.header("x-mailer"), [.words("müll")]),
        .text(.header("x-mailer"), [.words("=?utf-8?q")]), .text(.id, [.words("id1")]),
        .text(.header("received"), [.words("192.0.2.7")]), .text(.subject, [.words("s")]),
        .text(.ip, [.words("2001:")]), .text(.source, [.words("a1")]),
        .verdict(.spam, StatusSet(.fail)), .text(.to, [.words("jürgen"), .words("one@")]),
    ]

    /// Words and domains, as ``TextPattern`` says; verdicts.
    private static let matcher: RecordMatcher = { term, event in
        switch term {
        case .verdict(let check, let statuses):
            statuses.contains(event.receipt?.verdicts[check].status ?? .missing)
        case .text(let field, let patterns):
            event.texts(of: field).contains { text in
                patterns.contains { matches(text, $0) }
            }
        default: false
        }
    }

    private static func matches(_ text: RawText, _ pattern: TextPattern) -> Bool {
        switch pattern {
        case .words(let words): SearchNeedle(words).isFound(in: SearchFold.fold(text.bytes))
        case .domain(let domain):
            MailboxText(text).domain.map {
                $0.lowered == domain.lowered
                    || $0.lowered.bytes.reversed().starts(
                        with: (RawText(".") + domain.lowered).bytes.reversed())
            } ?? false
        case .regex: false
        }
    }

    /// The answers of each row to each term.
    private func expected(_ table: EventTable) throws -> [Term: [Bool]] {
        var reader = RecordReader()
        var answers: [Term: [Bool]] = [:]
        for row in 0..<table.count {
            let event = try table.load(row, with: &reader, countsLine: false).event
            for term in Self.terms { answers[term, default: []].append(Self.matcher(term, event)) }
        }
        return answers
    }

    private func bits(_ rows: RowBits?) -> [Bool] {
        (0..<(rows?.count ?? 0)).map { rows?[$0] ?? false }
    }

    private static let ways = [
        SweepSettings(workers: 1), SweepSettings(workers: 2, rows: 9, window: 900, pace: .zero),
    ]

    private func withTable(seed: UInt64, _ body: (EventTable, URL) throws -> Void) throws {
        var log = LateLog(seed: seed)
        try withLog(log.bytes(mails: 80)) { url in
            try body(load(url), url)
        }
    }

    @Test(arguments: 0..<2 as Range<UInt64>)
    func `one scan answers all terms, and fills the columns where it is asked to`(
        seed: UInt64
    ) throws {
        try withTable(seed: seed) { table, _ in
            let columns = SeenLate(LatePass().run(table).columns)
            let expected = try expected(table)
            for way in Self.ways {
                let scan = RecordScan(
                    Self.terms, fillsColumns: true, way, matches: Self.matcher)
                let progress = scan.run(table)
                #expect(progress.isDone && progress.fraction == 1)
                #expect(SeenLate(progress.columns) == columns)
                for term in Self.terms {
                    #expect(bits(progress.answers[term]) == expected[term], "\(term)")
                }
            }
        }
    }

    @Test func `each term alone is answered as all together`() throws {
        try withTable(seed: 7) { table, _ in
            let expected = try expected(table)
            for term in Self.terms {
                let alone = RecordScan([term, term], matches: Self.matcher).run(table)
                #expect(bits(alone.answers[term]) == expected[term], "\(term)")
                #expect(alone.columns.rowCount == 0)
            }
        }
    }

    @Test func `the terms that these tests ask for divide the rows`() throws {
        var log = LateLog(seed: 1)
        try withLog(log.bytes(mails: 400)) { url in
            for (term, found) in try expected(load(url)) {
                #expect(found.contains(true) && found.contains(false), "\(term)")
            }
        }
    }

    @Test(arguments: 0..<2 as Range<UInt64>)
    func `a scan that is given up at any place and goes on answers as one`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        try withTable(seed: seed &+ 20) { table, _ in
            let expected = try expected(table)
            let columnsAtOnce = SeenLate(LatePass().run(table).columns)
            for way in Self.ways {
                var answers = RecordAnswers()
                var columns = LateColumns()
                var rounds = 0
                while answers.rowCount(Self.terms) < table.count
                    || columns.rowCount < table.count
                {
                    // Each time other terms are asked for, so that they stand at different rows.
                    let some =
                        rounds > 20
                        ? Self.terms : Self.terms.filter { _ in random.next() % 2 == 0 }
                    let budget = Int(random.next() % 60) + 12
                    let progress = RecordScan(
                        some, fillsColumns: random.next() % 2 == 0, way, matches: Self.matcher
                    ).run(table, from: answers, columns: columns, while: patience(budget))
                    (answers, columns) = (progress.answers, progress.columns)
                    rounds += 1
                }
                for term in Self.terms {
                    #expect(bits(answers[term]) == expected[term], "\(term)")
                }
                #expect(SeenLate(columns) == columnsAtOnce)
            }
        }
    }

    @Test func `answers grow with the table, and what is known is asked no more`() throws {
        var log = LateLog(seed: 41)
        try withLog(log.bytes(mails: 200)) { url in
            let tables = snapshots(RawText(url))
            let asked = Mutex(0)
            let term = Self.terms[0]
            var answers = RecordAnswers()
            for table in tables {
                let scan = RecordScan([term]) { term, event in
                    asked.withLock { $0 += 1 }
                    return Self.matcher(term, event)
                }
                answers = scan.run(table, from: answers).answers
                #expect(answers[term]?.count == table.count)
            }
            let last = try #require(tables.last)
            #expect(tables.count > 3 && asked.withLock { $0 } == last.count)
            let expected = try expected(last)
            #expect(bits(answers[term]) == expected[term])
        }
    }

    @Test func `rows that cannot be read again are out and counted`() throws {
        try withTable(seed: 3) { table, url in
            try FileManager.default.removeItem(at: url)
            let term = Self.terms[9]
            let progress = RecordScan([term], matches: Self.matcher).run(table)
            #expect(progress.answers[term] == RowBits(count: table.count))
            #expect(progress.answers.missedCount(term) == table.count)
        }
    }

    @Test func `the answer that was asked for longest ago goes first`() {
        func term(_ number: Int) -> Term { .text(.to, [.words(RawText("\(number)"))]) }
        var answers = RecordAnswers()
        for number in 0..<RecordAnswers.mostKept { answers[term(number)] = RowBits(count: 1) }
        answers.ask([term(0)])
        answers[term(100)] = RowBits(count: 1)
        #expect(answers[term(0)] != nil && answers[term(1)] == nil && answers[term(2)] != nil)
        let many = (200..<220).map(term)
        answers.ask(many)
        #expect(many.allSatisfy { answers[$0] != nil })
        #expect(answers[term(0)] == nil)
        answers.ask([term(300)])
        #expect(many.count { answers[$0] != nil } == RecordAnswers.mostKept - 1)
        answers[term(300)] = nil
        #expect(answers[term(300)] == nil)
    }
}
