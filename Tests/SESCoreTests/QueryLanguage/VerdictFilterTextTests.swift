import SESCore
import Testing

@Suite struct VerdictFilterTextTests {
    @Test func `a term names the statuses of a check`() throws {
        let filter = try VerdictFilter(parsing: "spam:fail,gray dmarc:FAIL")
        #expect(filter[.spam] == [StatusSet(.fail), StatusSet(.gray)])
        #expect(filter[.dmarc] == StatusSet(.fail))
        #expect(filter[.virus] == .any)
    }

    @Test(arguments: ["spam:bad", "-spam:pass", "!spam:pass", " SPAM:BAD "])
    func `not PASS has several spellings and one meaning`(text: String) throws {
        let filter = try VerdictFilter(parsing: text)
        #expect(filter[.spam] == .notPass)
        #expect(filter.text == "spam:bad")
    }

    @Test(
        arguments: zip(
            ["spam", "spam:fail x", "spam:fail,", "spam:maybe", "spam:fail spam:pass"],
            [0, 10, 10, 5, 10]))
    func `an error says where reading stopped`(text: String, offset: Int) {
        #expect(throws: QueryError.self) { try VerdictFilter(parsing: text) }
        do throws(QueryError) {
            _ = try VerdictFilter(parsing: text)
        } catch {
            #expect(error.offset == offset)
        }
    }

    @Test func `the printed form reads as the same filter`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var filter = VerdictFilter()
            for check in Check.allCases {
                filter[check] = StatusSet(rawValue: UInt8.random(in: 0...0x7F, using: &random))
            }
            #expect(try VerdictFilter(parsing: filter.text) == filter)
        }
    }
}
