import SESCore
import Testing

@Suite struct TextSearchTests {
    @Test(arguments: [
        ("Invoice 42 [Z@`{", "invoice 42 [z@`{"), ("ÄÖÜ É", "äöü é"),
        ("ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ σίσυφοσ"),
        ("ПРИВЕТ", "привет"), ("straße STRASSE ẞ", "straße strasse ß"), ("\u{212A}ſ", "ks"),
        ("İı", "İı"), ("漢字 שלום", "漢字 שלום"), ("Ａ\u{10400}", "ａ\u{10428}"), ("ǅ", "ǆ"),
    ])
    func `letter case is folded one scalar to one`(text: String, folded: String) {
        #expect(SearchFold.fold(text.utf8) == Array(folded.utf8))
    }

    @Test func `what is no UTF-8 stays`() {
        let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0x42, 0xED, 0xA0, 0x80, 0xE2, 0x82]
        #expect(
            SearchFold.fold(bytes) == [0x61, 0xFF, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0xE2, 0x82])
    }

    @Test func `every scalar is folded as its case mappings say, and only once`() {
        for value in 0x80...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isCased = scalar.properties.isCased || scalar.properties.changesWhenCaseFolded
            guard isCased || value < 0x3000 else { continue }
            let folded = SearchFold.fold(String(scalar).utf8)
            #expect(folded == Array(mapped(scalar).utf8), "\(value)")
            #expect(SearchFold.fold(folded) == folded, "\(value)")
        }
    }

    /// The lower case of the capital, where each is one scalar.
    private func mapped(_ scalar: Unicode.Scalar) -> String {
        guard scalar != "\u{131}" else { return String(scalar) }
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        let capital = upper.count == 1 ? upper.first ?? scalar : scalar
        let lower = capital.properties.lowercaseMapping
        return lower.unicodeScalars.count == 1 ? lower : String(scalar)
    }

    @Test(
        arguments: [
            ("invoice", "Your INVOICE is here", 5), ("", "x", 0), ("x", "", nil),
            ("aab", "aaab", 1),
            ("abcabd", "abcabcabd", 3), ("müller", "Herr MÜLLER", 5), ("abc", "ab", nil),
            ("aaa", "aabaabaaa", 6),
        ] as [(RawText, RawText, Int?)])
    func `a needle is found where it first stands`(needle: RawText, text: RawText, offset: Int?) {
        let folded = SearchFold.fold(text.bytes)
        #expect(SearchNeedle(needle).offset(in: folded) == offset)
        #expect(
            SearchFold.contains(SearchFold.fold(needle.bytes), in: folded) == (offset != nil))
    }

    @Test func `the search agrees with looking at every place`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...24, using: &random))
                .map { _ in UInt8.random(in: 0x61...0x62, using: &random) }
            let needle = (0..<Int.random(in: 0...5, using: &random))
                .map { _ in UInt8.random(in: 0x61...0x62, using: &random) }
            let places = stride(from: 0, through: text.count - needle.count, by: 1)
            let first = places.first { text[$0...].starts(with: needle) }
            #expect(SearchNeedle(folded: needle).offset(in: text) == first)
        }
    }

    @Test func `a search made to be slow is not`() {
        let text = [UInt8](repeating: 0x61, count: 400_000)
        let needle = [UInt8](repeating: 0x61, count: 100_000) + [0x62]
        let time = ContinuousClock().measure {
            #expect(!SearchFold.contains(needle, in: text))
        }
        #expect(time < .seconds(5))
    }
}
