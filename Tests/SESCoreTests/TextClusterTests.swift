import SESCore
import Testing

/// What depends on the glyph before: marks, joiners, selectors and skin tones.
@Suite struct TextClusterTests {
    @Test func `up to four marks stand on their letter`() throws {
        let text = VisibleText("e\u{301}\u{302}\u{303}\u{304}")
        let glyph = try #require(text.glyphs.first)
        #expect(text.glyphs.count == 1)
        #expect(text.columns == 1)
        #expect(glyph.marks == SIMD4(0x301, 0x302, 0x303, 0x304))
        #expect(text.anomalies == [])
    }

    @Test(arguments: [(5, "<+1 mark>"), (6, "<+2 marks>"), (800, "<+796 marks>")])
    func `more marks are counted`(count: Int, note: String) {
        let marks = String(String.UnicodeScalarView(repeating: "\u{301}", count: count))
        let text = VisibleText(("e" + marks + "x").utf8)
        #expect(drawn(text) == "e\u{301}\u{301}\u{301}\u{301}⟦\(note)⟧x")
        #expect(text.anomalies == .tooManyMarks)
    }

    @Test func `the four are the first in normal order`() throws {
        let text = VisibleText("a\u{301}\u{302}\u{303}\u{304}\u{316}\u{305}\u{323}")
        let glyph = try #require(text.glyphs.first)
        #expect(glyph.marks == SIMD4(0x316, 0x323, 0x301, 0x302))
        #expect(drawn(text.glyphs.dropFirst()) == "⟦<+3 marks>⟧")
    }

    @Test func `no mark moves across one of class zero`() throws {
        let text = VisibleText("a\u{301}\u{302}\u{303}\u{304}\u{20DD}\u{316}")
        let glyph = try #require(text.glyphs.first)
        #expect(glyph.marks == SIMD4(0x301, 0x302, 0x303, 0x304))
        #expect(drawn(text.glyphs.dropFirst()) == "⟦<+2 marks>⟧")
    }

    @Test(arguments: [
        ("\u{301}", "⟦◌\u{301}⟧"),
        ("\u{1B}\u{301}", "⟦^[◌\u{301}⟧"),
        ("\u{A0}\u{301}", "⟦ ◌\u{301}⟧"),
        ("a\u{200B}\u{301}", "a⟦<U+200B>◌\u{301}⟧"),
    ])
    func `a mark without a letter stands on a dotted circle`(text: String, shown: String) {
        let text = VisibleText(RawText(text))
        #expect(drawn(text) == shown)
        #expect(text.anomalies.contains(.strayMark))
    }

    @Test func `a mark on a wide letter keeps its two columns`() {
        let text = VisibleText("か\u{3099}")
        #expect(text.glyphs == [Glyph(scalar: 0x304B, marks: SIMD4(0x3099, 0, 0, 0), width: 2)])
        #expect(text.columns == 2)
    }

    @Test func `decomposed Hangul takes the room of its syllable`() {
        #expect(VisibleText("\u{1112}\u{1161}\u{11AB}").columns == 2)
    }

    @Test(arguments: [
        ("👩\u{200D}👩\u{200D}👧", "👩👩👧"),
        ("❤\u{FE0F}\u{200D}🔥", "❤🔥"),
        ("👩🏽\u{200D}💻", "👩💻"),
        ("می\u{200C}خواهم", "میخواهم"),
        ("क\u{94D}\u{200D}ष", "क\u{94D}ष"),
    ])
    func `a joiner that does its work is not drawn`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(!VisibleText(RawText(text)).anomalies.contains(.invisible))
    }

    @Test(arguments: [
        ("a\u{200D}b", "a⟦<U+200D>⟧b"),
        ("👩\u{200D}", "👩⟦<U+200D>⟧"),
        ("👩\u{200D}a", "👩⟦<U+200D>⟧a"),
        ("\u{200D}👩", "⟦<U+200D>⟧👩"),
        ("👩\u{200D}\u{200D}👩", "👩⟦<U+200D><U+200D>⟧👩"),
        ("م\u{200C}a", "م⟦<U+200C>⟧a"),
        ("م\u{200C}क", "م⟦<U+200C>⟧क"),
        ("1\u{200D}2", "1⟦<U+200D>⟧2"),
        ("١\u{1B}\u{200C}١", "١⟦^[<U+200C>⟧١"),
    ])
    func `any other joiner is named`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies.contains(.invisible))
    }

    @Test(
        arguments: [
            ("❤\u{FE0F}!", "❤!", []),
            ("❤\u{FE0E}!", "❤!", []),
            ("1\u{FE0F}\u{20E3}", "1\u{20E3}", []),
            ("a\u{FE0F}b", "ab", .invisible),
            ("❤\u{FE0F}\u{FE0F}", "❤⟦<U+FE0F>⟧", .invisible),
            ("\u{FE0F}", "⟦<U+FE0F>⟧", .invisible),
            ("\u{A0}\u{FE0F}", "⟦ <U+FE0F>⟧", [.invisible, .unusualSpace]),
        ] as [(String, String, VisibleText.Anomalies)])
    func `one selector after a base is not drawn`(
        text: String, shown: String, anomalies: VisibleText.Anomalies
    ) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == anomalies)
    }

    @Test(arguments: [
        ("👍🏽", "👍"), ("👍🏽🏽", "👍⟦<U+1F3FD>⟧"), ("a🏽", "a⟦<U+1F3FD>⟧"), ("🏽", "⟦<U+1F3FD>⟧"),
    ])
    func `one skin tone after an emoji is not drawn`(text: String, shown: String) {
        #expect(drawn(text) == shown)
    }

    @Test(arguments: [
        ("👩\u{200D}👩\u{200D}👧", 6), ("❤\u{FE0F}", 1), ("👍🏽", 2), ("1\u{FE0F}\u{20E3}", 1),
    ])
    func `clusters have the width of what is drawn`(text: String, columns: Int) {
        #expect(VisibleText(RawText(text)).columns == columns)
    }
}
