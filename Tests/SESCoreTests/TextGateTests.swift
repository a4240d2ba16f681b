import SESCore
import Testing

/// Examples for each row of the display convention.
@Suite struct TextGateTests {
    @Test(arguments: [
        ("", ""),
        ("Re: ~ your (invoice)!", "Re: ~ your (invoice)!"),
        ("Grüße, Ελλάδα, Привет", "Grüße, Ελλάδα, Привет"),
        ("漢字", "漢字"),
        ("  two  spaces  ", "  two  spaces  "),
    ])
    func `honest text is drawn as it is`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == [])
    }

    @Test(arguments: [
        ("\u{1B}[2J", "⟦^[⟧[2J"),
        ("a\u{0}b", "a⟦^@⟧b"),
        ("a\u{7F}b", "a⟦^?⟧b"),
        ("\u{7}\u{8}", "⟦^G^H⟧"),
        ("\u{1B}\u{1B}\u{1B}", "⟦^[^[^[⟧"),
        ("\u{1B}\u{1B}\u{1B}\u{1B}", "⟦<^[ x4>⟧"),
        ("\u{9B}31m", "⟦<U+009B>⟧31m"),
        ("\u{80}\u{9F}", "⟦<U+0080><U+009F>⟧"),
        ("\u{2028}\u{2029}", "⟦<U+2028><U+2029>⟧"),
    ])
    func `controls are named`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == .control)
    }

    @Test(arguments: [
        ("a\r\n b", "a b", "a⟦^M^J⟧ b"),
        ("a\r\n\t b", "a b", "a⟦^M^J^I⟧ b"),
        ("a\r\nb", "a⟦^M^J⟧b", "a⟦^M^J⟧b"),
        ("a\r\n", "a⟦^M^J⟧", "a⟦^M^J⟧"),
        ("a\rb\nc\td", "a⟦^M⟧b⟦^J⟧c⟦^I⟧d", "a⟦^M⟧b⟦^J⟧c⟦^I⟧d"),
        ("a\n b", "a⟦^J⟧ b", "a⟦^J⟧ b"),
    ])
    func `a folded header is one line`(text: String, folded: String, raw: String) {
        #expect(drawn(text) == folded)
        #expect(drawn(text, as: .raw) == raw)
    }

    @Test(
        arguments: [
            0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
            0x2069,
        ] as [UInt32])
    func `each bidi control is named`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let name = "U+" + (value < 0x1000 ? "0" : "") + String(value, radix: 16, uppercase: true)
        let text = VisibleText("a\(scalar)b".utf8)
        #expect(drawn(text) == "a⟦<\(name)>⟧b")
        #expect(text.anomalies == .bidi)
    }

    @Test(arguments: [
        ("a\u{200B}b", "a⟦<U+200B>⟧b"),
        ("\u{FEFF}", "⟦<U+FEFF>⟧"),
        ("soft\u{AD}", "soft⟦<U+00AD>⟧"),
        ("\u{34F}\u{115F}\u{3164}", "⟦<U+034F><U+115F><U+3164>⟧"),
        ("\u{180E}\u{2060}", "⟦<U+180E><U+2060>⟧"),
        ("\u{FE00}\u{E0100}", "⟦<U+FE00><U+E0100>⟧"),
        ("\u{600}", "⟦<U+0600>⟧"),
        (
            "x\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}\u{E0020}\u{E0074}\u{E0068}"
                + "\u{E0069}\u{E0073}",
            "x⟦<U+E0069 x11>⟧"
        ),
        ("\u{200B}\u{200C}\u{2060}", "⟦<U+200B><U+200C><U+2060>⟧"),
        ("\u{200B}\u{200C}\u{2060}\u{200D}", "⟦<U+200B x4>⟧"),
    ])
    func `what would not be seen is named`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == .invisible)
    }

    @Test(arguments: [
        ("\u{E000}", "⟦<U+E000>⟧"), ("\u{378}", "⟦<U+0378>⟧"), ("\u{10FFFD}", "⟦<U+10FFFD>⟧"),
        ("\u{E000}\u{E001}\u{E002}\u{E003}", "⟦<U+E000 x4>⟧"),
    ])
    func `what has no meaning is named`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == .unassigned)
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], "a⟦<FF>⟧b"),
            ([0xE2, 0x82, 0x62], "⟦<E2><82>⟧b"),
            ([0xC0, 0xAF], "⟦<C0><AF>⟧"),
            ([0xE0, 0x80, 0xAF], "⟦<E0><80><AF>⟧"),
            ([0xF4, 0x90, 0x80, 0x80], "⟦<F4 x4>⟧"),
            ([0xC3], "⟦<C3>⟧"),
            (Array(repeating: 0xFF, count: 11), "⟦<FF x11>⟧"),
        ] as [([UInt8], String)])
    func `bytes that are no UTF-8 are named`(bytes: [UInt8], shown: String) {
        #expect(drawn(bytes: bytes) == shown)
        #expect(VisibleText(bytes).anomalies == .invalid)
    }

    @Test func `a noncharacter is named`() {
        let text = VisibleText([0xEF, 0xBF, 0xBF, 0xF4, 0x8F, 0xBF, 0xBE] as [UInt8])
        #expect(drawn(text) == "⟦<U+FFFF><U+10FFFE>⟧")
        #expect(text.anomalies == .unassigned)
    }

    @Test func `a lone surrogate is named, not repaired`() {
        let text = VisibleText([0x61, 0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF] as [UInt8])
        #expect(drawn(text) == "a⟦<U+D800><U+DFFF>⟧")
        #expect(text.anomalies == .surrogate)
    }

    @Test(arguments: [
        ("a\u{A0}b", "a⟦ ⟧b"), ("\u{3000}", "⟦ ⟧"), ("\u{1680}\u{2003}", "⟦  ⟧"),
    ])
    func `other spaces are one space in notation`(text: String, shown: String) {
        #expect(drawn(text) == shown)
        #expect(VisibleText(RawText(text)).anomalies == .unusualSpace)
    }

    @Test func `right-to-left letters are drawn in the order of the text`() {
        let text = VisibleText("a שלום b")
        #expect(text.glyphs.map(\.scalar) == "a שלום b".unicodeScalars.map(\.value))
        #expect(text.columns == 8)
        #expect(text.anomalies == .rightToLeft)
    }

    @Test(arguments: [
        ("\u{1F1E9}\u{1F1EA}", "⟦[DE]⟧"),
        ("\u{1F1E9}\u{1F1EA}\u{1F1EB}\u{1F1F7}", "⟦[DE][FR]⟧"),
        ("\u{1F1E9}", "⟦[D]⟧"),
        ("\u{1F1E9}x", "⟦[D]⟧x"),
    ])
    func `a flag is shown by its letters`(text: String, shown: String) {
        #expect(drawn(text) == shown)
    }

    @Test func `typed notation stays text`() {
        let typed = VisibleText("^[ <U+202E> [DE]")
        #expect(typed.glyphs.allSatisfy { !$0.isNotation })
        #expect(typed.anomalies == [])
    }

    @Test(arguments: [
        ("é 漢", "⟦<U+00E9>⟧ ⟦<U+6F22>⟧"),
        ("漢字漢字漢", "⟦<U+6F22><U+5B57><U+6F22><U+5B57><U+6F22>⟧"),
        ("e\u{301}", "e⟦<U+0301>⟧"),
        ("\u{A0}\u{1F1E9}", "⟦<U+00A0><U+1F1E9>⟧"),
        ("\u{200B}\u{200B}\u{200B}\u{200B}", "⟦<U+200B x4>⟧"),
        ("plain\u{1B}", "plain⟦^[⟧"),
    ])
    func `a terminal of ASCII alone gets nothing else`(text: String, shown: String) {
        #expect(drawn(text, as: .init(charset: .ascii)) == shown)
    }

    @Test func `a terminal of ASCII alone makes honest letters no anomaly`() {
        let text = VisibleText("漢字 e\u{301} ü", as: .init(charset: .ascii))
        #expect(text.anomalies == [])
    }
}
