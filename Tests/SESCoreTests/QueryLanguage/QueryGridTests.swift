import SESCore
import Testing

@Suite struct QueryGridTests {
    @Test func `grid and rest are the two halves of a query`() throws {
        let query = try Query(parsing: "invoice spam:fail,gray -dkim:pass (a | spf:fail) spam:bad")
        #expect(query.verdictFilter[.spam] == [StatusSet(.fail), StatusSet(.gray)])
        #expect(query.verdictFilter[.dkim] == .notPass)
        #expect(query.verdictFilter[.spf] == .any)
        #expect(query.rest.text == "invoice (a | spf:fail)")
        #expect(
            Query(grid: query.verdictFilter, rest: query.rest).text
                == "spam:fail,gray dkim:bad invoice (a | spf:fail)")
        #expect(Query(grid: VerdictFilter(), rest: .all) == .all)
    }

    @Test func `a condition that leaves no status stays in the rest`() throws {
        let query = try Query(parsing: "spam:fail spam:pass")
        #expect(Query(grid: query.verdictFilter, rest: .all).text == "spam:fail")
        #expect(query.rest.text == "spam:pass")
        let nothing = try Query(parsing: "-spam:fail,gray,error,off,missing,other,pass")
        #expect(nothing.verdictFilter == VerdictFilter())
        #expect(nothing.rest == nothing)
    }

    @Test(
        arguments: [
            ("", "spf:fail"),
            ("a b", "spf:fail a b"),
            ("a spam:fail b", "a spam:fail spf:fail b"),
            ("a dmarc:fail b", "spf:fail a dmarc:fail b"),
            ("a spf:pass b", "a spf:fail b"),
            ("a -spf:fail b spf:gray c", "a spf:fail b c"),
            ("a | b", "spf:fail (a | b)"),
            ("-(a spf:pass)", "spf:fail -(a spf:pass)"),
        ])
    func `ticking changes one condition and leaves the rest where it is`(
        before: String, after: String
    ) throws {
        let query = try Query(parsing: before)
        let ticked = query.replacing(.spf, StatusSet(.fail))
        #expect(ticked.text == after)
        #expect(ticked.replacing(.spf, .any) == query.replacing(.spf, .all))
        #expect(ticked.replacing(.spf, .any).verdictFilter[.spf] == .any)
    }

    @Test func `what the two halves let through is what the query lets through`() throws {
        for seed in 0..<500 as Range<UInt64> {
            var made = RandomQuery(seed: seed)
            let members = (0..<4).map { _ in made.query(depth: 1) }
            let query = Query.and(members)
            let joined = Query(grid: query.verdictFilter, rest: query.rest)
            for _ in 0..<20 {
                var facts = Facts()
                for check in Check.allCases {
                    facts[check] =
                        VerdictStatus.allCases.randomElement(using: &made.random) ?? .other
                }
                #expect(verdictsHold(joined, facts) == verdictsHold(query, facts), "\(query.text)")
            }
        }
    }

    /// Looks at the verdict terms alone; each other term counts as true, turned round or not.
    private func verdictsHold(_ query: Query, _ facts: Facts) -> Bool {
        switch query {
        case .term(.verdict(let check, let statuses)): statuses.contains(facts[check])
        case .negation(.term(.verdict(let check, let statuses))): !statuses.contains(facts[check])
        case .conjunction(let members): members.allSatisfy { verdictsHold($0, facts) }
        default: true
        }
    }
}

@Suite struct TimeChipTests {
    @Test(
        arguments: [
            ("", nil), ("newer:1h", TimeChip.hour), ("a newer:60m b", .hour), ("newer:1d", .day),
            ("newer:24h newer:1h", .hour), ("newer:2h", nil), ("-newer:1h", nil),
            ("newer:1h | a", nil),
        ])
    func `the chip is what stands in the query`(text: String, chip: TimeChip?) throws {
        #expect(try Query(parsing: text).timeChip == chip)
    }

    @Test(
        arguments: [
            ("a b", TimeChip.hour, "a b newer:1h"),
            ("a newer:2h b", .day, "a newer:24h b"),
            ("newer:1h a newer:3h", .day, "newer:24h a"),
            ("a newer:1h -newer:1h", nil, "a -newer:1h"),
            ("newer:1h", nil, ""),
            ("a | b", .hour, "(a | b) newer:1h"),
        ])
    func `stepping the chip leaves the rest where it is`(
        before: String, chip: TimeChip?, after: String
    ) throws {
        #expect(try Query(parsing: before).replacing(timeChip: chip).text == after)
    }

    @Test func `three steps lead round`() {
        let first = TimeChip.next(after: nil)
        let second = TimeChip.next(after: first)
        #expect([first, second, TimeChip.next(after: second)] == [.hour, .day, nil])
    }
}
