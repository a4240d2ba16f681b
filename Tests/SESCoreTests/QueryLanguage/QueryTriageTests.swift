import SESCore
import Testing

@Suite struct QueryTriageTests {
    private static let decided = RowMark.Decided.allCases

    @Test(
        arguments: [
            ("", DecidedSet.any), ("is:spam", DecidedSet(.spam)), ("a is:triaged b", .triaged),
            ("is:untriaged,maybe", [DecidedSet(.no), DecidedSet(.maybe)] as DecidedSet),
            ("-is:triaged", DecidedSet(.no)), ("-is:spam,untriaged is:ham,spam", DecidedSet(.ham)),
            ("is:spam is:ham", DecidedSet(.spam)), ("is:spam | a", .any), ("is:spam,noted", .any),
            ("is:tagged", .any), ("-is:untriaged,triaged", .any),
        ])
    func `the ticks are what stands in the query`(text: String, expected: DecidedSet) throws {
        #expect(try Query(parsing: text).triageFilter == expected)
    }

    @Test(
        arguments: [
            ("a spam:fail", DecidedSet(.spam), "a spam:fail is:spam"),
            ("a is:ham b -is:spam", DecidedSet(.no), "a is:untriaged b"),
            (
                "is:noted is:spam", [DecidedSet(.ham), DecidedSet(.maybe)] as DecidedSet,
                "is:noted is:ham,maybe"
            ),
            ("is:ham a", .triaged, "is:triaged a"), ("is:ham a", .all, "a"),
            ("is:ham", .any, ""), ("a | b", DecidedSet(.maybe), "(a | b) is:maybe"),
        ])
    func `ticking leaves the rest where it is`(
        before: String, decided: DecidedSet, after: String
    ) throws {
        let query = try Query(parsing: before).replacing(triage: decided)
        #expect(query.text == after)
        #expect(query.triageFilter == (decided == .all ? .any : decided))
    }

    @Test func `a mail disagrees where the spam check says the opposite`() {
        var facts = Facts()
        for decided in Self.decided {
            let mark = RowMark(rawValue: decided.rawValue)
            for status in VerdictStatus.allCases {
                facts[.spam] = status
                let isOpposite =
                    (decided, status) == (.spam, .pass) || (decided, status) == (.ham, .fail)
                #expect(mark.disagrees(with: facts) == isOpposite)
            }
        }
    }
}
