import SESCore
import Testing

@Suite struct TextWrappingTests {
    @Test(arguments: [
        ("", 5, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one ", "two ", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("a onetwothree", 4, ["a ", "onet", "woth", "ree"]),
        ("ab    cd", 3, ["ab ", "  ", "cd"]),
        ("漢字漢", 5, ["漢字", "漢"]),
        ("漢a", 1, ["⟦>⟧", "a"]),
        ("漢a", 0, ["⟦>⟧", "a"]),
        ("a\u{A0}bc", 3, ["a⟦ ⟧b", "c"]),
        ("abc ", 3, ["abc"]),
    ])
    func `rows are broken at spaces, else inside the word`(
        text: String, columns: Int, rows: [String]
    ) {
        #expect(VisibleText(RawText(text)).wrapped(columns: columns).map(drawn) == rows)
    }

    @Test func `no glyph is lost but the space that is the break`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let text = VisibleText(random.soup(pieces: 30))
            for columns in 1...12 {
                let rows = text.wrapped(columns: columns)
                var end = 0
                for row in rows {
                    #expect(row.reduce(0) { $0 + Int($1.width) } <= columns)
                    for index in row.indices {
                        #expect(row[index] == shown(text.glyphs[index], columns))
                    }
                    if row.startIndex != end {
                        #expect(text.glyphs[end..<row.startIndex] == [space])
                    }
                    end = row.endIndex
                }
                let rest = text.glyphs[end...]
                #expect(rest.isEmpty || rest == [space])
            }
        }
    }

    private let space = Glyph(scalar: 0x20, width: 1)

    private func shown(_ glyph: Glyph, _ columns: Int) -> Glyph {
        guard columns == 1, glyph.width == 2 else { return glyph }
        return Glyph(scalar: 0x3E, width: 1, isNotation: true)
    }

    @Test func `a long text without spaces is wrapped in a moment`() {
        let text = VisibleText(repeatElement(0x61, count: 60_000).map { $0 })
        #expect(text.wrapped(columns: 1).count == 60_000)
        #expect(text.wrapped(columns: 200).count == 300)
    }
}
