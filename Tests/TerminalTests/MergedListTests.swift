import Foundation
import Testing

/// `list --merged` against `list`, on the sample.
@Suite struct MergedListTests {
    private struct Line: Decodable {
        struct Delivery: Decodable, Hashable {
            let action: String?
            let recipients: [String]
            let file: String
            let offset: Int
        }

        let offset: Int
        let verdicts: [String: String?]
        let deliveries: [Delivery]?
    }

    private func lines(_ arguments: [String]) throws -> [Line] {
        let command = ["list", "--format", "json"] + arguments + [Logs.sample]
        let data = try CommandRun(Program.path, command).output
        return try data.split(separator: 0x0A).map {
            try JSONDecoder().decode(Line.self, from: $0)
        }
    }

    @Test func `each delivery stands in one line of the merged list, with its own verdicts`() throws
    {
        let all = try lines([])
        let merged = try lines(["--merged"])
        #expect(merged.count < all.count)
        let deliveries = merged.flatMap { $0.deliveries ?? [] }
        #expect(deliveries.map(\.offset).sorted() == all.map(\.offset))
        let verdicts = Dictionary(uniqueKeysWithValues: all.map { ($0.offset, $0.verdicts) })
        for line in merged {
            #expect(line.deliveries?.first?.offset == line.offset)
            for delivery in line.deliveries ?? [] {
                #expect(verdicts[delivery.offset] == line.verdicts)
            }
        }
        #expect(all.allSatisfy { $0.deliveries == nil })
    }

    @Test func `a filter lets the same mails through, merged or not`() throws {
        let all = try lines(["--filter", "spam:fail"])
        let merged = try lines(["--filter", "spam:fail", "--merged"])
        let offsets = merged.flatMap { $0.deliveries ?? [] }.map(\.offset).sorted()
        #expect(!all.isEmpty)
        #expect(offsets == all.map(\.offset))
    }
}
