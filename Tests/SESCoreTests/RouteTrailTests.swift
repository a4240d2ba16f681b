import Foundation
import Testing

@testable import SESCore

/// Following routes with a memory against following each from its start.
@Suite struct RouteTrailTests {
    private func check(_ table: EventTable, _ rows: [Int], _ name: String) throws {
        var reader = RecordReader()
        var trail = RouteTrail()
        for row in rows {
            let (carrier, record) = try table.record(of: row, with: &reader)
            let place = table.place(of: row)
            let followed = trail.record(
                table.route(place.route), from: carrier.span,
                at: place.offset..<place.offset + place.length)
            let hasSteps = !table.route(place.route).steps.isEmpty
            #expect(followed == (hasSteps ? record : nil), "\(name) \(row)")
        }
    }

    @Test func `every fixture is followed alike, in any order of its rows`() throws {
        var random = SeededRandom(seed: 1)
        for name in try Expectation.all().keys.sorted() {
            let table = load(Expectation.folder.appending(path: name))
            let rows = Array(0..<table.count)
            try check(table, rows, name)
            guard rows.count > 1, rows.count < 30 else { continue }
            try check(table, rows.shuffled(using: &random), name)
        }
    }

    @Test func `a random log is followed alike`() throws {
        var log = LateLog(seed: 31)
        var random = SeededRandom(seed: 2)
        try withLog(log.bytes(mails: 100)) { url in
            let table = load(url)
            let rows = Array(0..<table.count)
            try check(table, rows, "log")
            try check(table, rows.shuffled(using: &random), "log")
        }
    }

    @Test func `other bytes than there were lead nowhere`() {
        var trail = RouteTrail()
        let list = Array("[1,2,3]".utf8)
        func follow(_ steps: [Route.Step], _ bytes: [UInt8], at place: Int) -> String? {
            trail.record(
                Route(steps: steps), from: bytes.span, at: place..<place + bytes.count
            ).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(follow([.element(1)], list, at: 0) == "2")
        #expect(follow([.element(3)], list, at: 0) == nil)
        #expect(follow([.element(2)], list, at: 0) == "3")
        #expect(follow([.element(0), .text], list, at: 0) == nil)
        #expect(follow([.element(0)], list, at: 0) == "1")
        #expect(follow([.memberAt(0)], list, at: 0) == nil)
        #expect(follow([.element(0)], Array("{}".utf8), at: 9) == nil)
    }
}
