import SESCore
import Testing

@Suite struct TextCuttingTests {
    @Test(arguments: [
        ("abc", 3, "abc"), ("abc", 9, "abc"), ("abc", 2, "ab"), ("abc", 0, ""), ("abc", -1, ""),
        ("漢字", 4, "漢字"), ("漢字", 3, "漢⟦>⟧"), ("漢字", 1, "⟦>⟧"), ("a\u{1B}b", 2, "a⟦^⟧"),
        ("e\u{301}x", 1, "e\u{301}"),
    ])
    func `the start fills its columns`(text: String, columns: Int, shown: String) {
        #expect(drawn(VisibleText(RawText(text)).prefix(columns: columns)) == shown)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abc", 2, "bc"), ("漢字", 3, "⟦>⟧字"), ("漢字", 1, "⟦>⟧"), ("abc", 0, ""),
    ])
    func `the end fills its columns`(text: String, columns: Int, shown: String) {
        #expect(drawn(VisibleText(RawText(text)).suffix(columns: columns)) == shown)
    }

    @Test(arguments: [
        ("invoice", 7, "invoice"), ("invoice", 6, "invoi~"), ("invoice", 1, "~"),
        ("invoice", 0, ""), ("漢字漢", 5, "漢字~"), ("漢字漢", 4, "漢⟦>⟧~"),
    ])
    func `a cut at the end is marked`(text: String, columns: Int, shown: String) {
        #expect(drawn(VisibleText(RawText(text)).endCut(columns: columns)) == shown)
    }

    @Test(arguments: [
        ("abcdefgh", 8, "abcdefgh"), ("abcdefgh", 7, "abc~fgh"), ("abcdefgh", 4, "ab~h"),
        ("abcdefgh", 1, "~"), ("abcdefgh", 0, ""), ("漢字漢字", 7, "漢⟦>⟧~⟦>⟧字"),
    ])
    func `a cut in the middle keeps both ends`(text: String, columns: Int, shown: String) {
        #expect(drawn(VisibleText(RawText(text)).middleCut(columns: columns)) == shown)
    }

    @Test func `the mark is an ellipsis where it is asked for`() {
        #expect(drawn(VisibleText("invoice").endCut(columns: 4, with: .ellipsis)) == "inv…")
        #expect(drawn(VisibleText("invoice").middleCut(columns: 4, with: .ellipsis)) == "in…e")
        #expect(drawn(VisibleText("a@x.co").addressCut(columns: 5, with: .ellipsis)) == "…x.co")
    }

    @Test(arguments: [
        (30, "jane.doe.accounting@x.example"), (28, "jane.doe.~counting@x.example"),
        (14, "ja~g@x.example"), (12, "j~@x.example"), (11, "~@x.example"),
        (10, "~x.example"), (8, "~example"), (1, "~"), (0, ""),
    ])
    func `an address keeps its domain`(columns: Int, shown: String) {
        let address = VisibleText("jane.doe.accounting@x.example")
        #expect(drawn(address.addressCut(columns: columns)) == shown)
    }

    @Test func `the domain begins at the last typed at sign`() {
        let address = VisibleText("\"bank@bank.example\"@evil.example")
        #expect(drawn(address.addressCut(columns: 18)) == "\"b~e\"@evil.example")
        #expect(drawn(VisibleText("undisclosed").addressCut(columns: 6)) == "undis~")
        // The `@` of `^@` is no part of an address.
        #expect(drawn(VisibleText("undisclo\u{0}").addressCut(columns: 6)) == "undis~")
    }

    @Test func `every cut of every text fills its columns and keeps the anomalies`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let text = VisibleText(random.soup(pieces: 12))
            for columns in 0...text.columns + 1 {
                let cuts = [
                    text.prefix(columns: columns), text.suffix(columns: columns),
                    text.endCut(columns: columns), text.middleCut(columns: columns),
                    text.addressCut(columns: columns),
                ]
                for cut in cuts {
                    #expect(cut.columns == min(columns, text.columns))
                    #expect(cut.columns == cut.glyphs.reduce(0) { $0 + Int($1.width) })
                    #expect(cut.anomalies == text.anomalies)
                    if columns >= text.columns { #expect(cut == text) }
                }
            }
        }
    }
}
