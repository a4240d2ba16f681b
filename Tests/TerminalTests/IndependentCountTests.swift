import Foundation
import Testing

/// What the program lists, against a count that shares nothing with it.
@Suite struct IndependentCountTests {
    private struct Count: Decodable, Equatable {
        let events: Int
        let verdicts: [String: [String: Int]]
    }

    private struct Line: Decodable {
        let verdicts: [String: String?]
    }

    @Test(
        arguments: [
            "Samples/inbound.ndjson", "Tests/Fixtures/Quirks/statuses.ndjson",
            "Tests/Fixtures/Quirks/unknown.ndjson", "Tests/Fixtures/Other/others.ndjson",
            "Tests/Fixtures/Framings/concatenated--sns-to-lambda.json",
            "Tests/Fixtures/Framings/prefix-tail--lambda-3.json",
        ])
    func `totals by verdict agree with an independent count`(log: String) throws {
        let counted = try CommandRun(
            "python3", ["-B", "Tests/Generators/count_verdicts.py", log]
        ).output
        let listed = try CommandRun(Program.path, ["list", "--format", "json", log]).output
        let lines = try listed.split(separator: 0x0A).map {
            try JSONDecoder().decode(Line.self, from: $0)
        }
        var verdicts: [String: [String: Int]] = [:]
        for line in lines {
            for (check, status) in line.verdicts {
                verdicts[check, default: [:]][status ?? "(missing)", default: 0] += 1
            }
        }
        let expected = try JSONDecoder().decode(Count.self, from: counted)
        #expect(Count(events: lines.count, verdicts: verdicts) == expected)
        #expect(expected.events + lines.count > 0)
    }
}
