import Testing

@testable import SESCore

/// Picking rows for a list, with records that have to be read again.
@Suite struct SelectorTests {
    private let table = LogLoader(paths: ["Samples/inbound.ndjson"]).load()
    private let now = Timestamp(iso: "2026-11-22T10:00:00Z".utf8)

    private func request(_ text: String, order: RowOrder = .reading) throws -> SelectionRequest {
        SelectionRequest(query: try Query(parsing: text), order: order, table: table, now: now)
    }

    /// The rows whose event, read whole, is as described.
    private func rows(where isSought: (MailEvent) -> Bool) throws -> [Int] {
        var reader = RecordReader()
        return try (0..<table.count).filter {
            isSought(try table.load($0, with: &reader, countsLine: false).event)
        }
    }

    @Test func `fields outside the index are answered from the records`() throws {
        var selector = Selector()
        #expect(table.count > 100)
        let queues = try rows { event in
            event.receipt?.recipients.contains { SearchNeedle("ops@").isFound(in: $0.bytes) }
                == true
        }
        #expect(queues.count > 3)
        #expect(selector.rows(try request("recipient:ops@"), from: 0) == queues)
        let replies = try rows { event in
            event.mail?.headers?.contains {
                $0.name.lowered == "reply-to" && SearchNeedle("e").isFound(in: $0.value.bytes)
            } == true
        }
        #expect(replies.count > 3)
        #expect(selector.rows(try request("header.reply-to:e"), from: 0) == replies)
        let slow = try rows { event in
            Int(event.receipt?.processingTimeMillis.map { "\($0)" } ?? "") ?? 0 > 800
        }
        #expect(selector.rows(try request("took:>800ms"), from: 0) == slow)
        #expect(selector.rows(try request("took:>800ms"), from: 50) == slow.filter { $0 >= 50 })
    }

    @Test func `what was given up goes on where it stopped`() throws {
        var selector = Selector()
        let request = try request("recipient:ops@ -to:nobody", order: RowOrder(.recipient))
        var isWhole = false
        var rounds = 0
        var found: [Int] = []
        while !isWhole, rounds < 1000 {
            rounds += 1
            isWhole = selector.select(request, while: patience(rounds)) { selection in
                found = (0..<selection.rows.count).map { selection.rows[$0] }
            }
        }
        #expect(rounds > 1)
        var fresh = Selector()
        let whole = fresh.rows(request, from: 0)
        #expect(found.sorted() == whole)
        #expect(!whole.isEmpty)
    }

    @Test func `a table that has grown is answered as if it were new`() throws {
        let whole = try request("spam:fail | from:example")
        var selector = Selector()
        var expected: [Int] = []
        _ = selector.select(whole, while: { true }) { found in
            expected = (0..<found.rows.count).map { found.rows[$0] }
        }
        for order in [RowOrder.reading, .newest, RowOrder(.subject)] {
            var growing = Selector()
            var shown: [Int] = []
            LogLoader(paths: ["Samples/inbound.ndjson"], settings: LoadSettings(firstGoals: [4096]))
                .run { progress in
                    var request = whole
                    request.table = progress.table
                    request.order = order
                    return growing.select(request, while: { true }) { found in
                        shown = (0..<found.rows.count).map { found.rows[$0] }
                    }
                }
            #expect(shown.sorted() == expected)
        }
    }

    @Test func `counts and search agree with the rows`() throws {
        var selector = Selector()
        let request = try request("spam:fail")
        let rows = selector.rows(request, from: 0)
        let list = selector.top(1000, of: .recipient, request, while: { true })
        var reader = RecordReader()
        var counts: [RawText: Int] = [:]
        for row in rows {
            let event = try table.load(row, with: &reader, countsLine: false).event
            for recipient in Set((event.receipt?.recipients ?? []).map(\.lowered)) {
                counts[recipient, default: 0] += 1
            }
        }
        let entries = try #require(list).entries
        #expect(entries.reduce(0) { $0 + $1.count } == counts.values.reduce(0, +))
        for entry in entries { #expect(counts[entry.text.lowered] == entry.count) }
        let shown = ShownRows(all: table.count)
        let needle = SearchNeedle("railway")
        let hits = (0..<table.count).filter { table.holds(needle, row: $0) }
        let from = hits[0] + 1
        let next = selector.find(needle, in: shown, of: table, from: from, step: 1) { true }
        #expect(next?.position == hits[1])
        let back = selector.find(needle, in: shown, of: table, from: hits[0] - 1, step: -1) { true }
        #expect(back?.position == hits.last)
        let none = selector.find(
            SearchNeedle("nowhere at all"), in: shown, of: table, from: 0, step: 1
        ) { true }
        #expect(none != nil && none?.position == nil)
    }

    private func shown(
        _ selector: inout Selector, _ request: SelectionRequest
    ) -> (rows: [Int], facets: FacetCounts?) {
        var answer: ([Int], FacetCounts?) = ([], nil)
        _ = selector.select(request, while: { true }) { found in
            answer = ((0..<found.rows.count).map { found.rows[$0] }, found.facets)
        }
        return answer
    }

    @Test func `a decision changes what is picked, counted and listed next`() throws {
        var selector = Selector()
        var request = try request("is:spam,noted -virus:fail")
        request.countsFacets = true
        #expect(shown(&selector, request).rows == [])
        for row in [3, 90, 40] { request.marks[row] = RowMark(rawValue: 1) }
        request.marks[41] = RowMark(rawValue: 2)
        request.marks[42] = RowMark(rawValue: 8)
        let first = shown(&selector, request)
        #expect(first.rows == [3, 40, 42, 90])
        #expect(first.facets?[.spam] == 3)
        #expect(selector.rows(request, from: 41) == [42, 90])
        let senders = selector.top(10, of: .sender, request, while: { true })
        #expect(senders?.entries.reduce(0) { $0 + $1.count } == 4)
        #expect(selector.statistics(request).count == 4)
        request.marks[40] = .none
        request.order = RowOrder(.subject)
        let second = shown(&selector, request)
        #expect(second.rows.sorted() == [3, 42, 90])
        #expect(second.facets?[.spam] == 2)
        request.query = try Query(parsing: "-virus:fail")
        let all = shown(&selector, request)
        #expect(all.facets?[.spam] == 2 && all.facets?[.ham] == 1)
        request.marks[41].isTagged = true
        request.query = try Query(parsing: "is:tagged")
        #expect(shown(&selector, request).rows == [41])
    }

    @Test func `marks that come while a log is read come to the same`() throws {
        let whole = try request("is:untriaged,ham spam:fail,gray")
        var marks = RowMarks()
        for row in 0..<table.count where row % 3 == 0 {
            marks[row] = RowMark(rawValue: UInt8(row / 3 % 3))
        }
        var growing = Selector()
        var found: [Int] = []
        var request = whole
        LogLoader(paths: ["Samples/inbound.ndjson"], settings: LoadSettings(firstGoals: [4096]))
            .run { progress in
                request.table = progress.table
                found = shown(&growing, request).rows
                for row in 0..<progress.table.count { request.marks[row] = marks[row] }
                found = shown(&growing, request).rows
                return true
            }
        var fresh = Selector()
        request = whole
        request.marks = marks
        #expect(found == fresh.rows(request, from: 0))
        #expect(found.count > 10)
    }
}
