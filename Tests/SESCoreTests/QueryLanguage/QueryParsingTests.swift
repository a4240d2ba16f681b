import SESCore
import Testing

@Suite struct QueryParsingTests {
    private func word(_ text: RawText) -> Query { .term(.text(.any, [.words(text)])) }

    @Test func `a space binds tighter than a bar`() throws {
        #expect(
            try Query(parsing: "a b | c -d")
                == .or([.and([word("a"), word("b")]), .and([word("c"), .not(word("d"))])]))
        #expect(
            try Query(parsing: "a (b | c)") == .and([word("a"), .or([word("b"), word("c")])]))
    }

    @Test(arguments: ["", "   ", "\t\n"])
    func `no text asks for every mail`(text: String) throws {
        #expect(try Query(parsing: text) == .all)
    }

    @Test
    func `a bare word, a phrase and a regular expression are looked for in what the list shows`()
        throws
    {
        #expect(
            try Query(parsing: "Re, \"a \\\"b\\\" \\\\\" /^a\\/b\\\\$/")
                == .and([
                    word("Re,"), word("a \"b\" \\"), .term(.text(.any, [.regex("^a/b\\\\$")])),
                ]))
    }

    @Test func `a field takes words, phrases, regular expressions and domains`() throws {
        #expect(
            try Query(parsing: "from:bob,\"a, b\",/x y/,@mail.example,@\"odd domain\"")
                == .term(
                    .text(
                        .from,
                        [
                            .words("bob"), .words("a, b"), .regex("x y"), .domain("mail.example"),
                            .domain("odd domain"),
                        ])))
        #expect(
            try Query(parsing: "header.X-Mailer:a")
                == .term(.text(.header("x-mailer"), [.words("a")]))
        )
    }

    @Test(
        arguments: [
            ("newer:90m", Term.time(.newer(QueryDuration(90, .minutes)))),
            ("older:1w", .time(.older(QueryDuration(1, .weeks)))),
            (
                "date:2024-02-29..",
                .time(.days(first: CivilDate(year: 2024, month: 2, day: 29), last: nil))
            ),
            (
                "date:..2026-11-22",
                .time(.days(first: nil, last: CivilDate(year: 2026, month: 11, day: 22)))
            ),
            ("time:22:00..06:30", .timeOfDay(TimeOfDayRange(first: 1320, last: 390))),
            ("took:<200ms", .took(.shorter(than: QueryDuration(200, .milliseconds)))),
            (
                "took:1s..2m",
                .took(.between(QueryDuration(1, .seconds), QueryDuration(2, .minutes)))
            ),
            ("any:fail,other", .anyVerdict([StatusSet(.fail), StatusSet(.other)])),
            ("policy:missing,reject", .policy([.absent, .reject])),
            ("is:lossy,derived,lossy", .property([.derived, .lossy])),
        ])
    func `each form of a value is read`(text: String, term: Term) throws {
        #expect(try Query(parsing: text) == .term(term))
    }

    @Test func `a saved filter stands for its query`() throws {
        let names = ["todo": "@phish -from:@corp.example", "phish": "subject:/login/ | dmarc:fail"]
        #expect(
            try Query(parsing: "newer:1h -@todo", names: { names[$0] }).text
                == "newer:1h -((subject:/login/ | dmarc:fail) -from:@corp.example)")
        #expect(try Query(parsing: "@strict").text == "spam:bad | virus:bad")
    }

    @Test func `the places of regular expressions are known`() throws {
        let parsed = try ParsedQuery(
            "ö /a\\/(/ from:b,/c/ @x", names: { $0 == "x" ? "a /d/" : nil })
        #expect(parsed.regexes.map(\.regex) == ["a/(", "c", "d"])
        #expect(parsed.regexes.map(\.offset) == [4, 18, 21])
        #expect(parsed.regexes.map(\.name) == [nil, nil, "x"])
        #expect(parsed.regexes[0].error(at: 2, reason: "open (").offset == 7)
        #expect(
            parsed.regexes[2].error(at: 1, reason: "odd").description
                == "at column 22: expected a regular expression in @x (odd)")
    }

    @Test func `a long text is read in linear time and a longer one is refused`() throws {
        let longest = String(repeating: "a ", count: 32_768)
        #expect(try Query(parsing: longest).conjuncts.count == 32_768)
        let error = #expect(throws: QueryError.self) { try Query(parsing: longest + "a") }
        #expect(error?.expected == "at most 64 KiB, saved filters too")
        for text in ["(", "-", "\"", "spam:fail,", "@strict ", "a|", "not ", "/"] {
            let many = String(repeating: text, count: 65_536 / text.utf8.count)
            _ = try? Query(parsing: many)
        }
    }

    @Test func `groups stand in one another up to a bound`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "-(a | ", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(try Query(parsing: nested(64)).text == nested(64))
        let error = #expect(throws: QueryError.self) { try Query(parsing: nested(65)) }
        #expect(error?.expected == "at most 64 groups in one another")
        #expect(error?.offset == 64 * 6 + 1)
        #expect(throws: Never.self) {
            try Query(parsing: String(repeating: "-", count: 60_000) + "a")
        }
    }
}
