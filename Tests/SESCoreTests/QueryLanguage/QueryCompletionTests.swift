import SESCore
import Testing

@Suite struct QueryCompletionTests {
    private static let seen = [
        SeenValue("billing@acme.example", count: 7), SeenValue("bob \"x\"@odd.example", count: 2),
        SeenValue("acme.example", count: 9, isDomain: true),
    ]

    private func field(_ word: String) throws -> QueryField {
        try #require(QueryField.all.first { $0.word == word })
    }

    @Test(
        arguments: [
            ("", "", 0), ("dk", "dk", 0), ("a dk", "dk", 2), ("a -dk", "dk", 3), ("(sp", "sp", 1),
            ("a|vi", "vi", 2), ("spam:fail ", "", 10), ("\"a b\" sp", "sp", 6), ("not ", "", 4),
            ("/a b/ sp", "sp", 6), ("foo:x sp", "sp", 6), ("ö sp", "sp", 3), ("a\"b\" sp", "sp", 5),
        ])
    func `a term begins with a field`(text: String, stem: RawText, start: Int) {
        let completion = QueryCompletion(text)
        #expect(completion.kind == .field)
        #expect(completion.stem == stem)
        #expect(completion.range == start..<text.utf8.count)
    }

    @Test(
        arguments: [
            ("spam:", "spam", "", 5), ("a SPAM:fail,gr", "spam", "gr", 12),
            ("from:\"a b", "from", "a b", 5), ("from:\"", "from", "", 5),
            ("rcpt:x,y", "recipient", "y", 7),
            ("from:@ac", "from", "@ac", 5), ("from:@\"a\\\"", "from", "@a\"", 5),
            ("from:/a b/,c", "from", "c", 11), ("-is:ho", "is", "ho", 4),
        ])
    func `behind a field stands a value`(
        text: String, word: String, stem: RawText, start: Int
    ) throws {
        let completion = QueryCompletion(text)
        #expect(completion.kind == .value(try field(word)))
        #expect(completion.stem == stem)
        #expect(completion.range == start..<text.utf8.count)
    }

    @Test(arguments: ["\"a b", "/a b", "foo:x", "from:\"a\"", "from:/x", "a \"", "from:\"a\\"])
    func `nothing is offered where nothing is known`(text: String) {
        let completion = QueryCompletion(text)
        #expect(completion.kind == .none)
        #expect(completion.candidates(seen: Self.seen).isEmpty)
    }

    @Test func `only what stands before the cursor counts`() throws {
        let completion = QueryCompletion("spam:fa from:bob", cursor: 7)
        #expect(completion.candidates().map(\.text) == ["fail"])
        let put = completion.put("fail", into: "spam:fa from:bob")
        #expect(put.text == "spam:fail from:bob")
        #expect(put.cursor == 9)
    }

    @Test(
        arguments: [
            ("d", ["dkim:", "dmarc:", "domain:", "date:"]), ("SP", ["spam:", "spf:"]),
            ("hea", ["header."]),
            (
                "header.re",
                [
                    "header.received:", "header.received-spf:", "header.reply-to:",
                    "header.return-path:",
                ]
            ),
            ("spam:p", ["pass"]),
            ("policy:", ["none", "quarantine", "reject", "missing", "other"]),
            ("@", ["@any-fail", "@strict", "@dmarc-reject"]), ("-@s", ["@strict"]),
            ("from:b", ["billing@acme.example", "\"bob \\\"x\\\"@odd.example\""]),
            ("from:\"BOB ", ["\"bob \\\"x\\\"@odd.example\""]), ("from:@", ["@acme.example"]),
            ("from:acme", ["billing@acme.example", "@acme.example"]),
            ("domain:ac", ["acme.example"]), ("is:t", ["truncated", "triaged", "tagged"]),
            ("newer:2", ["24h"]), ("date:2", []),
        ])
    func `candidates are spelled as they are typed`(text: String, expected: [String]) {
        #expect(QueryCompletion(text).candidates(seen: Self.seen).map(\.text) == expected)
    }

    @Test(
        arguments: [
            ("dk", "dkim:"), ("s", nil), ("he", "header."), ("header.rec", "header.received"),
            ("from:acme", nil), ("from:bob", "\"bob \\\"x\\\"@odd.example\""), ("zz", nil),
        ])
    func `Tab goes as far as the candidates agree`(text: String, replacement: String?) {
        let completion = QueryCompletion(text)
        #expect(completion.replacement(completion.candidates(seen: Self.seen)) == replacement)
    }

    @Test func `what is completed parses`() throws {
        for seed in 0..<300 as Range<UInt64> {
            var made = RandomQuery(seed: seed)
            guard case .text(_, let patterns) = made.term(),
                case .words(let text)? = patterns.first
            else { continue }
            let completion = QueryCompletion("a from:")
            let seen = [SeenValue(text, count: 1)]
            let candidate = try #require(completion.candidates(seen: seen).first)
            let (whole, _) = completion.put(candidate.text, into: "a from:")
            #expect(
                try Query(parsing: whole).conjuncts.last == .term(.text(.from, [.words(text)])))
        }
    }

    @Test func `any beginning of any query can be completed`() {
        for seed in 0..<200 as Range<UInt64> {
            var made = RandomQuery(seed: seed)
            let text = made.query(depth: 3).text
            for cursor in 0...text.utf8.count {
                let completion = QueryCompletion(text, cursor: cursor)
                #expect(completion.range.upperBound == cursor)
                #expect(completion.range.lowerBound >= 0)
            }
        }
    }
}
