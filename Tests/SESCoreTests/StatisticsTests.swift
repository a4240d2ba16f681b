import Testing

@testable import SESCore

/// Statistics against counting by hand.
@Suite struct StatisticsTests {
    private static func mails(seed: UInt64) -> [CountedMail] {
        var random = SeededGenerator(seed: seed)
        let starts = ["2026-11-20T00:00:00Z", "1970-01-01T00:00:00Z", "0003-05-06T00:00:00Z"]
            .map { Timestamp($0).milliseconds }
        let spans: [Int64] = [3_000_000, 200_000_000, 90_000_000_000, 900_000_000_000]
        let span = spans.randomElement(using: &random) ?? 1
        let names = ["ann", "Bob", "BOB", "zoe", "", "\u{130}x", "\u{E9}", "\u{C9}"]
        let domains = ["a.example", "A.example.", "b.example", ""]
        return (0..<Int.random(in: 1...400, using: &random)).map { _ in
            var mail = CountedMail()
            let isOdd = Int.random(in: 0..<40, using: &random) == 0
            let start = isOdd ? starts.randomElement(using: &random) ?? 0 : starts[0]
            mail.time =
                Int.random(in: 0..<30, using: &random) == 0
                ? .missing : Timestamp(milliseconds: start + .random(in: 0..<span, using: &random))
            mail.statuses = (0..<5).map { _ in
                Bool.random(using: &random)
                    ? .pass : VerdictStatus.allCases.randomElement(using: &random) ?? .pass
            }
            let name = names.randomElement(using: &random) ?? ""
            let number = Int.random(in: 0..<12, using: &random)
            mail.from = "\(name)\(number)@\(domains.randomElement(using: &random) ?? "")"
            if number == 0 { mail.from = name }
            mail.recipients = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                "\(names.randomElement(using: &random) ?? "")@desk.example"
            }
            mail.ip = "192.0.2.\(Int.random(in: 0..<30, using: &random))"
            return mail
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `every count is that of a count by hand`(seed: UInt64) throws {
        let mails = Self.mails(seed: seed)
        let table = EventTable.counted(mails, pieceSize: Int(seed % 50) + 1)
        let late = LateColumns.counted(mails)
        var random = SeededGenerator(seed: seed)
        var bits = RowBits(count: mails.count)
        for row in mails.indices { bits[row] = Bool.random(using: &random) }
        let some = mails.indices.filter { bits[$0] }
        let listed = some.shuffled(using: &random).map { UInt32($0) }
        let sources: [(StatisticsSource.Rows, [CountedMail])] = [
            (.all, mails), (.set(bits), some.map { mails[$0] }),
            (.listed(listed), some.map { mails[$0] }),
        ]
        for (rows, mails) in sources {
            let source = StatisticsSource(table, rows: rows, late: late)
            let counted = try #require(Statistics(counting: source) { true })
            expect(counted, mails)
        }
    }

    private func expect(_ counted: Statistics, _ mails: [CountedMail]) {
        #expect(counted.count == mails.count)
        #expect(counted.failing == mails.count { $0.fails })
        #expect(counted.lateCount == mails.count)
        for (place, check) in Check.allCases.enumerated() {
            for status in VerdictStatus.allCases {
                #expect(
                    counted.verdicts[check, status] == mails.count { $0.statuses[place] == status })
            }
        }
        let timed = mails.filter { !$0.time.isMissing }
        #expect(counted.timeline.untimedCount == mails.count - timed.count)
        #expect(
            counted.timeline.first.milliseconds
                == timed.map(\.time.milliseconds).min() ?? Timestamp.missing.milliseconds)
        for stretch in counted.timeline.stretches {
            let range = stretch.start.milliseconds..<stretch.end.milliseconds
            let inside = timed.filter { range.contains($0.time.milliseconds) }
            #expect(stretch.count == inside.count)
            #expect(stretch.failing == inside.count { $0.fails })
        }
        #expect(counted.timeline.stretches.reduce(0) { $0 + $1.count } == timed.count)
        expect(counted[.sender], mails) { [SearchFold.fold($0.from.utf8)] }
        expect(counted[.domain], mails) { [SearchFold.fold($0.domain.utf8)] }
        expect(counted[.recipient], mails) { mail in
            mail.recipients.isEmpty ? [[]] : mail.recipients.map { SearchFold.fold($0.utf8) }
        }
        expect(counted[.ip], mails) { [Array($0.ip.utf8)] }
    }

    private func expect(
        _ ranking: Ranking, _ mails: [CountedMail], _ texts: (CountedMail) -> [[UInt8]]
    ) {
        var counts: [[UInt8]: (Int, Int)] = [:]
        for mail in mails {
            for text in Set(texts(mail)) {
                let (count, failing) = counts[text] ?? (0, 0)
                counts[text] = (count + 1, failing + (mail.fails ? 1 : 0))
            }
        }
        let sorted = counts.map { ($0.key, $0.value.0, $0.value.1) }.sorted { left, right in
            left.1 == right.1 ? left.0.lexicographicallyPrecedes(right.0) : left.1 > right.1
        }
        #expect(ranking.differentCount == counts.count)
        #expect(ranking.isComplete)
        let expected = sorted.prefix(20).map {
            Ranking.Entry(text: RawText($0.0), count: $0.1, failing: $0.2)
        }
        #expect(ranking.entries == expected)
    }

    @Test func `a count that nobody wants any more is given up wherever it is`() {
        let mails = (0..<300).map {
            CountedMail(time: Timestamp(milliseconds: $0), from: "a@\($0)")
        }
        let source = StatisticsSource(
            .counted(mails, pieceSize: 10), late: .counted(mails))
        var asked = 0
        _ = Statistics(counting: source) {
            asked += 1
            return true
        }
        #expect(asked > 5 * 30)
        for most in 0..<asked {
            var rest = most
            let counted = Statistics(counting: source) {
                rest -= 1
                return rest >= 0
            }
            #expect(counted == nil)
        }
    }

    @Test func `recipients of a mail count once each, and of unread mails not at all`() throws {
        var mails = [CountedMail](repeating: CountedMail(), count: 4)
        mails[0].recipients = ["a@x.example", "b@x.example", "A@X.example"]
        mails[1].recipients = ["b@x.example"]
        mails[1].statuses[4] = .fail
        mails[3].recipients = ["b@x.example"]
        let source = StatisticsSource(
            .counted(mails), late: .counted(Array(mails.prefix(3))))
        let counted = try #require(Statistics(counting: source) { true })
        #expect(
            counted[.recipient].entries == [
                Ranking.Entry(text: "b@x.example", count: 2, failing: 1),
                Ranking.Entry(text: "", count: 1, failing: 0),
                Ranking.Entry(text: "a@x.example", count: 1, failing: 0),
            ])
        #expect(counted.knownCount(.recipient) == 3)
        #expect(counted.knownCount(.sender) == 4)
    }

    @Test func `more different senders than are told apart are confessed, their domains counted`()
        throws
    {
        let most = 50
        var mails = (0..<most).map { CountedMail(from: "a\($0)@many.example") }
        mails += (0..<3).map { _ in CountedMail(from: "late@late.example") }
        mails += [CountedMail(from: "a7@many.example")]
        var source = StatisticsSource(.counted(mails, pieceSize: 7))
        source.mostDifferent = most
        let counted = try #require(Statistics(counting: source) { true })
        #expect(!counted[.sender].isComplete)
        #expect(counted[.sender].differentCount == most)
        #expect(
            counted[.sender].entries.first
                == Ranking.Entry(text: "a7@many.example", count: 2, failing: 0))
        #expect(counted[.domain].isComplete)
        #expect(
            counted[.domain].entries == [
                Ranking.Entry(text: "many.example", count: most + 1, failing: 0),
                Ranking.Entry(text: "late.example", count: 3, failing: 0),
            ])
    }

    @Test func `the domains that are told apart are those that came first`() throws {
        let mails = (0..<20).map { CountedMail(from: "a@x\($0).example") }
        var source = StatisticsSource(.counted(mails + mails, pieceSize: 7))
        source.mostDifferent = 8
        let counted = try #require(Statistics(counting: source) { true })
        for field in [RankedField.sender, .domain] {
            #expect(!counted[field].isComplete)
            #expect(counted[field].entries.map(\.count) == [Int](repeating: 2, count: 8))
        }
        #expect(counted[.domain].entries.map(\.text).contains("x7.example"))
        #expect(!counted[.domain].entries.map(\.text).contains("x8.example"))
    }

    @Test func `a tally holds no more texts and bytes than it may`() {
        var tally = TextTally(most: 3, mostBytes: 10)
        let texts: [[UInt8]] = [[], [1], Array(2...9), [3], [4], [1]]
        let taken = texts.map { text in tally.add(text.span, 1, failing: 0) }
        #expect(taken == [true, true, true, false, false, true])
        #expect(tally.isOverfull)
        var narrow = TextTally(most: 10, mostBytes: 10)
        let fits: [[UInt8]] = [Array(0..<10), [1]]
        let others = fits.map { text in narrow.add(text.span, 1, failing: 0) }
        #expect(others == [true, false])
    }

    @Test func `nothing is counted where there is nothing`() throws {
        let counted = try #require(Statistics(counting: StatisticsSource(EventTable())) { true })
        #expect(counted == Statistics())
    }
}
