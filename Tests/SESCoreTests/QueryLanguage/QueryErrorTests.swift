import SESCore
import Testing

@Suite struct QueryErrorTests {
    private func error(
        _ text: String, names: @escaping (String) -> String? = Presets.text(of:)
    ) throws -> QueryError {
        try #require(throws: QueryError.self) { try Query(parsing: text, names: names) }
    }

    @Test(
        arguments: [
            "spam:", "spam:fa", "spam:fail,", "from:", "from:a,", "from:@", "from:@\"a", "(", "(a",
            "(a |", "\"abc", "\"a\\", "\"a\\x1", "/abc", "/abc\\", "a |", "a or", "a and", "-",
            "- ",
            "not", "!", "a or ", "or", "newer:", "newer:12", "date:", "date:2026-1",
            "date:2026-11-20..2026", "time:09:0", "time:09:00", "took:>", "took:1s..", "is:hos",
            "@",
            "@any", "@strict | @dmarc-rej",
        ])
    func `half a query is told from a wrong one`(text: String) throws {
        #expect(try error(text).isIncomplete)
    }

    @Test(
        arguments: [
            ("spam:fial x", 5), ("spma:fail", 0), ("spam:fail)", 9), ("()", 1), ("a | | b", 4),
            ("a - b", 3), ("or b", 0), ("a and or b", 6), ("\"a\"b", 3), ("a\"b\"", 1),
            ("\"\" a", 0),
            ("// a", 0), ("/a/i", 3), ("file:/var/log/x", 10), ("\"a\",b", 3), ("from:(a)", 5),
            ("from:a,,b", 7), ("\"\\n\"", 2), ("\"\\xg0\"", 3), ("newer:2x", 6),
            ("newer:99999999s", 6),
            ("date:2026-02-30 ", 5), ("date:2026-11-22..2026-11-20 ", 5), ("date:today", 5),
            ("time:24:00..25:00 ", 5), ("took:5s..1s ", 5), ("took:5s ", 5), ("is:lost", 3),
            ("policy:ham", 7), ("ö foo:x", 3), ("@nobody ", 0), (":x", 0), ("header.:x", 0),
            ("spam:fail\"x\"", 9),
        ])
    func `an error says where reading stopped`(text: String, offset: Int) throws {
        let error = try error(text)
        #expect(error.offset == offset)
        #expect(!error.isIncomplete)
    }

    @Test(
        arguments: [
            ("dikm:fail", "dkim:"), ("form:bob", "from:"), ("sbject:x", "subject:"),
            ("spam:fial", "fail"), ("policy:rejct", "reject"), ("is:malformd", "malformed"),
            ("is:untriagd", "untriaged"), ("is:disagree", "disagrees"), ("is:hamm", "ham"),
            ("@any-fial ", "@any-fail"), ("@stric ", "@strict"),
            ("@mail.example", "from:@mail.example"),
            ("reply-to:x", "header.reply-to:"), ("spam:processing-failed", "processing_failed"),
        ])
    func `an error names what was meant`(text: String, suggestion: String) throws {
        #expect(try error(text).suggestion == suggestion)
    }

    @Test(arguments: ["x:y", "http://a", "spam:z", "@zz "])
    func `nothing is suggested where nothing is near`(text: String) throws {
        #expect(try error(text).suggestion == nil)
    }

    @Test func `the words for a person say where, what and the nearest`() throws {
        #expect(
            try error("virus:grya").description
                == """
                at column 7: expected one of fail gray error off missing other pass bad; \
                did you mean gray?
                """)
        #expect(
            try error("@nope ").message
                == "expected a saved filter @any-fail @strict @dmarc-reject")
    }

    @Test func `a saved filter that leads back to itself is refused`() throws {
        let names = ["a": "x @b", "b": "(@a)", "self": "@self"]
        let indirect = try error("y @a") { names[$0] }
        #expect(indirect.offset == 2)
        #expect(indirect.expected.contains("a filter that does not lead back to itself, as @a"))
        #expect(try error("@self") { names[$0] }.offset == 0)
    }

    @Test func `saved filters that multiply are cut off`() throws {
        let doubling = try error("@x0") { name in
            guard let number = Int(name.dropFirst()) else { return nil }
            return "@x\(number + 1) @x\(number + 1)"
        }
        #expect(doubling.expected.contains("64 groups") || doubling.expected.contains("64 KiB"))
        let wide = try error("@x0") { name in
            guard let number = Int(name.dropFirst()), number < 30 else { return "a" }
            return "@x\(number + 1) @x\(number + 1)"
        }
        #expect(wide.expected.contains("64 KiB"))
    }

    @Test func `a saved filter that cannot be read says why, at its name`() throws {
        let broken = try error("a @b") { $0 == "b" ? "spam:" : nil }
        #expect(broken.offset == 2)
        #expect(!broken.isIncomplete)
        #expect(broken.expected.hasPrefix("@b to be a query: one of fail"))
        #expect(broken.expected.hasSuffix("at its column 6"))
        let within = try error("@a") { ["a": "@b", "b": "@c", "c": "x foo:y"][$0] }
        #expect(within.expected.hasPrefix("@c to be a query: a field such as"))
        #expect(try error("-@e") { _ in "" }.expected == "@e not to be empty")
    }
}
