import Foundation
import PtyHarness
import Testing

/// `stats` against a count that shares nothing with it, and the statistics on a real terminal.
@Suite struct StatsTests {
    private struct Counted: Decodable {
        let events: Int
        let fail: Int
        let days: [String: [Int]]
        let recipients: [String: [Int]]
        let ips: [String: [Int]]
    }

    private struct Stats: Decodable {
        struct Entry: Decodable {
            let text: String
            let count: Int
            let fail: Int
        }

        struct Ranking: Decodable {
            let different: Int
            let isComplete: Bool
            let top: [Entry]
        }

        struct Timeline: Decodable {
            struct Stretch: Decodable {
                let start: String
                let count: Int
                let fail: Int
            }

            let unit: String
            let withoutTime: Int
            let stretches: [Stretch]
        }

        let events: Int?
        let mails: Int?
        let fail: Int
        let verdicts: [String: [String: Int]]
        let timeline: Timeline
        let senders: Ranking
        let domains: Ranking
        let recipients: Ranking
        let ips: Ranking
    }

    private func stats(_ arguments: [String]) throws -> Stats {
        let data = try CommandRun(Program.path, ["stats", "--format", "json"] + arguments).output
        return try JSONDecoder().decode(Stats.self, from: data)
    }

    @Test(arguments: [
        "Samples/inbound.ndjson", "Tests/Fixtures/Quirks/statuses.ndjson",
        "Tests/Fixtures/Framings/prefix-tail--lambda-3.json",
    ])
    func `counts agree with an independent count`(log: String) throws {
        let data = try CommandRun("python3", ["-B", "Tests/Generators/count_statistics.py", log])
            .output
        let counted = try JSONDecoder().decode(Counted.self, from: data)
        let stats = try stats([log])
        #expect(stats.events == counted.events)
        #expect(stats.fail == counted.fail)
        #expect(counted.events > 0)
        var days: [String: [Int]] = [:]
        for stretch in stats.timeline.stretches where stretch.count > 0 {
            let (count, fail) = (days[String(stretch.start.prefix(10))] ?? [0, 0]).pair
            days[String(stretch.start.prefix(10))] = [count + stretch.count, fail + stretch.fail]
        }
        if stats.timeline.withoutTime > 0 { days[""] = counted.days[""] }
        #expect(days == counted.days)
        expect(stats.recipients, counted.recipients)
        expect(stats.ips, counted.ips)
    }

    private func expect(_ ranking: Stats.Ranking, _ counted: [String: [Int]]) {
        #expect(ranking.isComplete)
        #expect(ranking.different == counted.count)
        #expect(ranking.top.count == min(20, counted.count))
        for entry in ranking.top { #expect(counted[entry.text] == [entry.count, entry.fail]) }
        let least = ranking.top.last?.count ?? 0
        #expect(counted.values.count { $0[0] > least } < 20)
    }

    @Test func `a filter and folding count as the list does`() throws {
        let arguments = ["--filter", "spam:fail", Logs.sample]
        let list = try CommandRun(Program.path, ["list", "--merged"] + arguments).output
        let merged = try stats(["--merged"] + arguments)
        #expect(merged.mails == list.split(separator: 0x0A).count)
        #expect(merged.events == nil)
        #expect(merged.fail == merged.mails)
        #expect(merged.verdicts["spam"]?["FAIL"] == merged.mails)
        #expect(merged.verdicts["spam"]?["PASS"] == 0)
        let all = try stats([Logs.sample])
        #expect(all.verdicts["virus"]?.values.reduce(0, +) == all.events)
    }

    @Test func `the text has every section, no escape and an exit status`() throws {
        let run = try CommandRun(Program.path, ["stats", Logs.sample])
        let text = String(decoding: run.output, as: UTF8.self)
        for word in ["CHECK", "UTC", "SENDER", "DOMAIN OF", "RECIPIENT", "CLIENT ADDRESS"] {
            #expect(text.contains(word))
        }
        #expect(!run.output.contains { $0 < 0x20 && $0 != 0x0A })
        #expect(run.status == 1)
        #expect(try CommandRun(Program.path, ["stats", "/nowhere/at/all.log"]).status == 2)
        #expect(
            try CommandRun(Program.path, ["stats", "--filter", "x:y", Logs.sample]).status == 64)
    }

    @Test func `on a terminal the statistics are counted, and Enter narrows the list`() throws {
        let session = try TmuxSession(environment: ["XDG_STATE_HOME": "\(Program.folder)/state"])
        session.enter("\(Program.path) \(Program.fixture); echo left with $?")
        #expect(session.screen(showing: "100 of 100").contains("100 of 100"))
        session.type("i")
        let counted = "100 mails, 71 (71%) FAIL in any check"
        #expect(session.screen(showing: counted).contains(counted))
        session.type("j", "Enter")
        #expect(session.screen(showing: "14 of 100").contains("virus:fail"))
        session.type("i")
        #expect(session.screen(showing: "14 mails, 14 (100%)").contains("14 mails"))
        session.type("q", "q")
        #expect(session.screen(showing: "left with 0").contains("left with 0"))
    }
}

extension [Int] {
    fileprivate var pair: (Int, Int) { (self[0], self[1]) }
}
