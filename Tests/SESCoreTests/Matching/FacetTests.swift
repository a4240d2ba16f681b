import Testing

@testable import SESCore

@Suite struct FacetTests {
    private static let now = Timestamp(iso: "2026-11-21T12:30:00Z".utf8)

    /// A query with the kind of conditions that facets are counted without.
    private func query(_ random: inout SeededGenerator) -> Query {
        var members: [Query] = [.random(&random, depth: 1)]
        for check in Check.allCases where Bool.random(using: &random) {
            let statuses = StatusSet(rawValue: UInt8.random(in: 1...0x7F, using: &random))
            let term = Query.term(.verdict(check, statuses))
            members.append(Bool.random(using: &random) ? term : .not(term))
        }
        let ages = [QueryDuration(1, .hours), QueryDuration(24, .hours), QueryDuration(3, .days)]
        let words: [MailProperty] = [.untriaged, .triaged, .spam, .ham, .maybe, .noted]
        while Int.random(in: 0..<3, using: &random) == 0 {
            let some = words.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            let term = Query.term(.property(some.isEmpty ? [.spam] : some))
            members.append(Bool.random(using: &random) ? term : .not(term))
        }
        for age in ages where Int.random(in: 0..<4, using: &random) == 0 {
            members.append(.term(.time(.newer(age))))
        }
        return .and(members)
    }

    private func count(_ isWhole: Bool) throws { try #require(isWhole) }

    private func members(_ query: Query, of check: Check) -> [Query] {
        query.conjuncts.filter { member in
            switch member {
            case .term(.verdict(check, _)), .negation(.term(.verdict(check, _))): true
            default: false
            }
        }
    }

    private func newer(_ query: Query) -> [Query] {
        query.conjuncts.filter { if case .term(.time(.newer)) = $0 { true } else { false } }
    }

    /// The conditions on decisions, which no other word stands beside.
    private func triage(_ query: Query) -> [Query] {
        let words: Set<MailProperty> = [.untriaged, .triaged, .spam, .ham, .maybe]
        return query.conjuncts.filter { member in
            switch member {
            case .term(.property(let asked)), .negation(.term(.property(let asked))):
                words.isSuperset(of: asked)
            default: false
            }
        }
    }

    @Test(arguments: [true, false])
    func `counts are those of the query with one condition replaced`(isFolded: Bool) throws {
        let log = try RandomLog(seed: 21, events: 250)
        let count = log.table.count
        let reference = ReferenceMatcher(
            log: log, now: Self.now, lateRows: count, recordRows: count, linkedRows: count)
        let rows = (0..<count).filter { !isFolded || !log.deliveries.isFolded($0) }
        #expect(rows.count < count || !isFolded)
        func counted(_ query: Query) -> Int {
            rows.count { reference.matches(query, $0) == true }
        }
        var random = SeededGenerator(seed: 22)
        for _ in 0..<16 {
            let query = query(&random)
            var facets = try QueryFacets(query, now: Self.now, isFolded: isFolded)
            let records = try log.answers(CompiledQuery(query, now: Self.now), rows: count)
            let isWhole = facets.extend(
                to: log.table, late: log.lateColumns(rows: count), records: records,
                deliveries: log.deliveries, marks: log.marks)
            #expect(isWhole)
            let found = try #require(facets.counts(of: query))
            for check in Check.allCases {
                let own = members(query, of: check)
                let others = query.conjuncts.filter { !own.contains($0) }
                for status in VerdictStatus.allCases {
                    let one = Query.term(.verdict(check, StatusSet(status)))
                    #expect(found[check, status] == counted(.and(others + [one])), "\(query)")
                }
            }
            let decisions = triage(query)
            let undecided = query.conjuncts.filter { !decisions.contains($0) }
            for decided in RowMark.Decided.allCases {
                let one = Query.term(.property([decided.property]))
                #expect(found[decided] == counted(.and(undecided + [one])), "\(query)")
            }
            let own = newer(query)
            let others = query.conjuncts.filter { !own.contains($0) }
            let hour = Query.term(.time(.newer(QueryDuration(60, .minutes))))
            let day = Query.term(.time(.newer(QueryDuration(1, .days))))
            #expect(found.lastHour == counted(.and(others + [hour])))
            #expect(found.lastDay == counted(.and(others + [day])))
            #expect(found.anyTime == counted(.and(others)))
        }
    }

    @Test func `one pass answers all queries that differ in checks and time chips alone`() throws {
        let log = try RandomLog(seed: 23, events: 200)
        let word = Query.term(.text(.any, [.words("a")]))
        let fail = Query.term(.verdict(.spam, StatusSet(.fail)))
        let hour = Query.term(.time(.newer(QueryDuration(1, .hours))))
        let odd = Query.term(.time(.newer(QueryDuration(5, .hours))))
        var facets = try QueryFacets(word, now: Self.now, isFolded: true)
        try count(facets.extend(to: log.table))
        for query in [Query.and([word, fail]), .and([fail, word, hour])] {
            var own = try QueryFacets(query, now: Self.now, isFolded: true)
            try count(own.extend(to: log.table))
            #expect(facets.counts(of: query) == own.counts(of: query))
        }
        #expect(facets.counts(of: fail) == nil)
        #expect(facets.counts(of: .and([word, odd])) == nil)
    }

    @Test func `one pass answers all queries that differ in decisions alone`() throws {
        let log = try RandomLog(seed: 25, events: 200)
        let word = Query.term(.text(.any, [.words("a")]))
        var facets = try QueryFacets(word, now: Self.now, isFolded: true)
        try count(facets.extend(to: log.table, marks: log.marks))
        for text in ["is:spam", "-is:maybe spam:fail", "is:triaged newer:24h", "is:spam is:ham"] {
            let query = Query.and([word, try Query(parsing: text)])
            var own = try QueryFacets(query, now: Self.now, isFolded: true)
            try count(own.extend(to: log.table, marks: log.marks))
            let counts = try #require(facets.counts(of: query))
            #expect(counts == own.counts(of: query))
            #expect(RowMark.Decided.allCases.contains { counts[$0] > 0 })
        }
        #expect(facets.counts(of: .and([word, .term(.property([.spam, .noted]))])) == nil)
    }

    @Test func `a table that grows is counted to the same end`() throws {
        let log = try RandomLog(seed: 24, events: 200)
        let whole = log.table.count
        var small = EventTable(files: log.table.files)
        let to = Query.term(.text(.to, [.words("a")]))
        let query = Query.or([to, .term(.text(.subject, [.words("in")]))])
        let compiled = try CompiledQuery(query, now: Self.now)
        var steps = try QueryFacets(query, now: Self.now, isFolded: false)
        _ = log.table.forEachBlock(in: 0..<whole) { block in
            if block.rows.lowerBound == 0 { small.append(block.piece) }
            let known = max(0, small.count - 7)
            let isWhole = steps.extend(to: small, records: log.answers(compiled, rows: known))
            #expect(isWhole)
            #expect(steps.counted == known)
            return true
        }
        #expect(small.count == whole)
        let records = log.answers(compiled, rows: whole)
        try count(!steps.extend(to: small, records: records, while: { false }))
        try count(steps.extend(to: small, records: records))
        var once = try QueryFacets(query, now: Self.now, isFolded: false)
        try count(once.extend(to: log.table, records: records))
        #expect(steps.counts(of: query) == once.counts(of: query))
        #expect(once.counts(of: query)?.anyTime ?? 0 > 10)
    }
}
