import SESCore

/// Times questions to a table, each compiled anew.
struct Timings {
    private let table: EventTable
    private let runs: Int
    private let part: String
    private let now: Timestamp

    /// Of all questions those are timed whose names hold a part.
    init(_ table: EventTable, runs: Int, of part: String) {
        self.table = table
        self.runs = runs
        self.part = part
        now = table.count > 0 ? table[table.count - 1].time : .missing
    }
}

extension Timings {
    func run() throws {
        for (name, query) in TimedQuery.all {
            try measure(name) {
                let compiled = try CompiledQuery(query, now: now)
                return compiled.rows(of: table, range: 0..<table.count)?.rows.members ?? 0
            }
        }
        try measure("facets under a rare word") { try facets(TimedQuery.rareWord) }
        try measure("facets of all mails") { try facets(.all) }
        let all = RowBits(count: table.count, repeating: true)
        measure("pick list of senders") { top(.sender, all) }
        measure("pick list of domains") { top(.domain, all) }
    }

    private func facets(_ query: Query) throws -> Int {
        var facets = try QueryFacets(query, now: now, isFolded: true)
        _ = facets.extend(to: table)
        return facets.counts(of: query)?.anyTime ?? 0
    }

    private func top(_ field: PickField, _ rows: RowBits) -> Int {
        PickList.top(20, of: field, in: rows, of: table)?.distinctCount ?? 0
    }

    private func measure(_ name: String, _ body: () throws -> Int) rethrows {
        guard part.isEmpty || name.contains(part) else { return }
        var times: [Duration] = []
        var answer = 0
        for _ in 0..<runs {
            times.append(try ContinuousClock().measure { answer = try body() })
        }
        times.sort()
        print("\(Self.spelled(times[runs / 2]))\t\(Self.spelled(times[0]))\t\(answer)\t\(name)")
    }

    private static func spelled(_ time: Duration) -> String {
        let tenths = Int(time / .microseconds(100) + 0.5)
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
