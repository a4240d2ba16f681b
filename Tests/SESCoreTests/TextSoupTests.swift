import SESCore
import Testing

/// Random bytes, and inputs made to be slow.
@Suite struct TextSoupTests {
    @Test(arguments: [VisibleText.Form.folded, .raw, .init(charset: .ascii)])
    func `any bytes give cells of the stated width and few of them`(form: VisibleText.Form) {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1500 {
            let bytes = random.soup(pieces: Int.random(in: 0...60, using: &random))
            let text = VisibleText(bytes, as: form)
            #expect(text.columns == text.glyphs.reduce(0) { $0 + Int($1.width) })
            #expect(text.glyphs.count <= bytes.count * 4)
            #expect(text.glyphs.allSatisfy { 1...2 ~= $0.width && $0.scalar >= 0x20 })
            if form.charset == .ascii {
                #expect(text.glyphs.allSatisfy { $0.scalar < 0x7F && $0.marks == .zero })
            }
        }
    }

    @Test func `what was drawn as text is drawn the same again`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<3000 {
            let bytes = random.soup(pieces: 40)
            let first = VisibleText(bytes).glyphs.filter { !$0.isNotation }
            var printed: [UInt8] = []
            for glyph in first { glyph.append(to: &printed) }
            #expect(VisibleText(printed).glyphs == first, "\(bytes)")
        }
    }

    @Test func `notation other than a flag never comes without an anomaly`() {
        var random = SeededGenerator(seed: 3)
        var quiet = 0
        for _ in 0..<4000 {
            let text = VisibleText(random.soup(pieces: 3))
            guard text.anomalies.isEmpty else { continue }
            quiet += 1
            let notation = text.glyphs.filter(\.isNotation).map(\.scalar)
            #expect(notation.allSatisfy { 0x41...0x5A ~= $0 || $0 == 0x5B || $0 == 0x5D })
        }
        #expect(quiet > 100)
    }

    @Test(
        arguments: [
            [0xFF], [0xCC, 0x81], [0xE2, 0x80, 0x8D], [0xEF, 0xB8, 0x8F], [0x1B],
            [0xF0, 0x9F, 0x87, 0xA9],
            [0xF3, 0xA0, 0x81, 0xA9], [0xFF, 0x61], [0x1B, 0x07], [0xED, 0xA0, 0x80],
            [0xF0, 0x9F, 0x91, 0xA9, 0xE2, 0x80, 0x8D], [0x61, 0xCC, 0x81, 0xEF, 0xB8, 0x8F],
        ] as [[UInt8]])
    func `a megabyte of anything is read in a moment`(piece: [UInt8]) {
        let bytes = Array(repeatElement(piece, count: 1_000_000 / piece.count).joined())
        let clock = ContinuousClock()
        var columns = (small: 0, large: 0)
        let time = clock.measure {
            columns.small = VisibleText(bytes).columns
            columns.large = VisibleText(bytes, as: .init(limit: 250_000)).columns
        }
        #expect(columns.small <= 4 * 65_536 + 32)
        #expect(columns.large <= 4 * 250_000 + 32)
        #expect(time < .seconds(5))
    }

    @Test(arguments: [
        (3, 10, "abc⟦... 7 bytes more⟧"), (10, 10, "abcdefghij"), (0, 10, "⟦... 10 bytes more⟧"),
        (-1, 10, "⟦... 10 bytes more⟧"), (9, 10, "abcdefghi⟦... 1 byte more⟧"),
        (1, 1001, "a⟦... 1.0 kB more⟧"), (1, 9_960_001, "a⟦... 9.9 MB more⟧"),
        (Int.max, 10, "abcdefghij"),
    ])
    func `over the limit only the amount is told`(limit: Int, count: Int, shown: String) {
        let bytes = Array("abcdefghij".utf8) + [UInt8](repeating: 0x6B, count: count - 10)
        #expect(drawn(bytes: bytes, as: .init(limit: limit)) == shown)
        #expect(drawn(VisibleText(RawText(bytes), as: .init(limit: limit))) == shown)
        #expect(
            VisibleText(bytes, as: .init(limit: limit)).anomalies.contains(.overLimit)
                == (limit < count))
    }

    @Test func `the limit never cuts a scalar in two`() {
        let bytes = Array("é漢👍".utf8)
        for limit in 0..<bytes.count {
            let text = VisibleText(bytes, as: .init(limit: limit))
            #expect(text.anomalies == .overLimit)
        }
        #expect(drawn(bytes: bytes, as: .init(limit: 4)) == "é⟦... 7 bytes more⟧")
    }

    @Test func `the printed form is the UTF-8 of the cells`() {
        #expect(VisibleText("e\u{301}\u{1B}漢").utf8 == Array("e\u{301}^[漢".utf8))
    }
}
