import Testing

@testable import SESCore

/// Questions one after the other, of which some need few rows and some all, against each asked alone.
@Suite struct QuestionRunTests {
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
            let tables = snapshots(RawText(url), first: 15_000, piece: 20_000)
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
                    let budget = Int(random.next() % 60)
                    _ = selector.select(request, while: patience(budget)) { _ in }
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
            let tables = snapshots(RawText(url), first: 40_000, piece: 60_000)
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
