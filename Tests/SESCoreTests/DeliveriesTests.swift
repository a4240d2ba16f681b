import Testing

@testable import SESCore

/// Folding against a reference that compares every row with every other.
@Suite struct DeliveriesTests {
    /// A row of a random table: its hash, the mail it really tells of, how it was judged.
    private struct Entry {
        var key: UInt64
        /// nil where the row cannot be read again.
        var mail: Int?
        var judged: UInt32
    }

    private func entries(_ random: inout SeededRandom) -> [Entry] {
        let count = Int(random.next() % 300)
        let mails = random.next() % 60 + 1
        return (0..<count).map { _ in
            let mail = random.next() % mails
            // Some mails share a hash, as if two hashes had met.
            return Entry(
                key: mail % 5 == 0 ? 7 : mail, mail: random.next() % 20 == 0 ? nil : Int(mail),
                judged: random.next() % 4 == 0 ? 1 : 0)
        }
    }

    private func table(_ entries: [Entry]) -> EventTable {
        var table = EventTable(files: [FileReport(path: "a")])
        var rest = entries[...]
        while !rest.isEmpty {
            var builder = PieceBuilder(file: 0)
            for entry in rest.prefix(37) {
                var summary = EventSummary()
                summary.mailKey = entry.key
                summary.facts = Facts(bits: entry.judged)
                builder.append(summary, offset: 0, length: 2, route: 0)
            }
            table.append(Piece(builder))
            rest = rest.dropFirst(37)
        }
        return table
    }

    private func link(_ entries: [Entry]) -> Deliveries? {
        Deliveries.linking(table(entries), while: { true }) { row in
            entries[row].mail.map {
                .mail(id: RawText("\($0)"), source: "", second: 0)
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `folding agrees with comparing every row with every other`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let entries = entries(&random)
        let found = try #require(link(entries))
        var hidden = 0
        for (row, entry) in entries.enumerated() {
            let mail = entries.indices.filter {
                $0 == row || entry.mail != nil && entries[$0].mail == entry.mail
            }
            let fold = mail.filter { entries[$0].judged == entry.judged }
            hidden += fold[0] == row ? 0 : 1
            #expect(found.isFolded(row) == (fold[0] != row))
            #expect(found.leader(of: row) == fold[0])
            #expect(found.count(of: row) == fold.count)
            #expect(found.folded(with: row) == fold)
            #expect(found.mailCount(of: row) == mail.count)
            #expect(found.isDiffering(row) == (mail.count > fold.count))
            let listed = found.mailRows(of: row, atMost: 1000)
            #expect(Array(listed.prefix(fold.count)) == fold)
            #expect(listed.sorted() == mail)
            #expect(found.mailRows(of: row, atMost: 2).count == min(2, mail.count))
        }
        #expect(found.foldedCount == hidden)
        #expect(found.rowCount == entries.count)
    }

    @Test func `a later delivery changes a count and no place`() throws {
        var random = SeededRandom(seed: 1)
        let all = entries(&random) + entries(&random)
        let early = try #require(link(Array(all.prefix(all.count / 2))))
        let late = try #require(link(all))
        for row in 0..<all.count / 2 {
            #expect(early.leader(of: row) == late.leader(of: row))
            #expect(early.count(of: row) <= late.count(of: row))
        }
    }

    @Test func `linking can be given up`() {
        let twice = [Entry(key: 1, mail: 1, judged: 0), Entry(key: 1, mail: 1, judged: 0)]
        #expect(Deliveries.linking(table(twice), while: { false }, identify: { _ in nil }) == nil)
        #expect(link([])?.isEmpty == true)
    }

    @Test func `rows that were not looked at stand for themselves`() throws {
        let found = try #require(
            link([Entry(key: 1, mail: 1, judged: 0), Entry(key: 1, mail: 1, judged: 0)]))
        #expect(!found.isFolded(500))
        #expect(found.leader(of: 500) == 500)
        #expect(found.count(of: 500) == 1)
        #expect(!found.isDiffering(500))
    }

    @Test func `slots find each key's first row at any load`() {
        var slots = KeySlots(rows: 1000)
        let keys = (0..<1000 as Range<UInt64>).map { $0 % 700 &* 0x1_0000_0001 }
        for (row, key) in keys.enumerated() {
            let first = slots.insert(row, key: key) { keys[$0] }
            #expect(first == (row < 700 ? nil : row - 700))
        }
    }
}
