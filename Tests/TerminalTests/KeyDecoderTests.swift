import Testing

@testable import SESBrowser

/// Bytes typed become keys.
struct KeyDecoderTests {
    private func inputs(
        _ bytes: [UInt8], sequences: [[UInt8]: Key] = [:], givingUp: Bool = true
    ) -> [Input] {
        var decoder = KeyDecoder(sequences: sequences)
        var inputs: [Input] = []
        decoder.feed(bytes, into: &inputs)
        return givingUp ? inputs + decoder.giveUp() : inputs
    }

    private func keys(_ text: String) -> [Input] { inputs(Array(text.utf8)) }

    @Test func `letters, controls and scalars of several bytes are keys`() {
        #expect(keys("aß漢🎉 ") == ["a", "ß", "漢", "🎉", " "].map { .key(.character($0)) })
        #expect(keys("\u{03}\u{1A}\u{1C}") == ["c", "z", "\\"].map { .key(.control($0)) })
        #expect(
            keys("\r\t\u{7F}\u{08}") == [.enter, .tab, .backspace, .backspace].map { .key($0) })
    }

    @Test(arguments: [
        ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6;2~", .pageDown), ("\u{1B}[H", .home), ("\u{1B}[4~", .end),
        ("\u{1B}[Z", .backTab),
        ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[21~", .function(10)),
        ("\u{1B}[24~", .function(12)), ("\u{1B}[[E", .function(5)), ("\u{1B}[3~", .delete),
        ("\u{1B}OM", .enter),
    ])
    func `keys of terminals are known in their common forms`(text: String, key: Key) {
        #expect(keys(text) == [.key(key)])
        #expect(keys(text + text + "x") == [.key(key), .key(key), .key(.character("x"))])
    }

    @Test func `what the terminal's description names comes first`() {
        let own: [[UInt8]: Key] = [Array("\u{1B}[[^q".utf8): .pageDown, Array("\u{1B}A".utf8): .up]
        #expect(
            inputs(Array("\u{1B}[[^q\u{1B}A".utf8), sequences: own) == [.key(.pageDown), .key(.up)])
    }

    @Test func `ESC alone is a key once nothing follows it`() {
        #expect(inputs([0x1B], givingUp: false).isEmpty)
        #expect(inputs([0x1B]) == [.key(.escape)])
        #expect(inputs([0x1B, 0x1B]) == [.key(.escape), .key(.escape)])
        #expect(keys("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    }

    @Test(arguments: [
        "\u{1B}x", "\u{1B}S", "\u{1B}[", "\u{1B}[1;2", "\u{1B}[?64;1;22c", "\u{1B}[999~",
        "\u{1B}[<0;10;20M", "\u{1B}[I", "\u{1B}]11;rgb:00/00/00\u{07}",
        "\u{1B}]52;c;SGVsbG8=\u{1B}\\", "\u{1B}P1$rq\u{1B}\\", "\u{1B}[27;5;9~", "\u{1B}[97;5u",
    ])
    func `an unknown sequence is passed over whole`(text: String) {
        #expect(keys(text).isEmpty)
        if EscapeSequence(Array(text.utf8)) != .incomplete {
            #expect(keys(text + "j") == [.key(.character("j"))])
        }
    }

    @Test func `an endless sequence does not become keys`() {
        let long = "\u{1B}[" + String(repeating: "1;", count: 10_000) + "S"
        #expect(keys(long + "j") == [.key(.character("j"))])
    }

    @Test func `bytes that are no UTF-8 take nothing else with them`() {
        #expect(inputs([0xFF, 0x61]) == [.key(.character("a"))])
        #expect(inputs([0xE2, 0x82, 0x61]) == [.key(.character("a"))])
        #expect(inputs([0xC3, 0x1B, 0x5B, 0x41]) == [.key(.up)])
        #expect(inputs([0xED, 0xA0, 0x80, 0x62]) == [.key(.character("b"))])
        #expect(inputs([0xC2, 0x9B, 0x62]) == [.key(.character("b"))])
    }

    @Test func `every way of cutting the input gives the same keys`() {
        let bytes = Array("aß\u{1B}[1;5Aj\u{1B}[200~q\u{1B}[2\u{1B}[201~漢\u{1B}OPk".utf8)
        let whole = inputs(bytes)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            var parts: [Input] = []
            decoder.feed(Array(bytes[..<cut]), into: &parts)
            decoder.feed(Array(bytes[cut...]), into: &parts)
            #expect(parts == whole)
        }
        #expect(whole.contains(.paste(Array("q\u{1B}[2".utf8))))
    }

    @Test func `a paste is one input, bounded, and its keys do not act`() {
        let start = Array("\u{1B}[200~".utf8), end = Array("\u{1B}[201~".utf8)
        #expect(
            inputs(start + [0x71, 0x00, 0xFF, 0x1B] + end) == [.paste([0x71, 0x00, 0xFF, 0x1B])])
        let flood = [UInt8](repeating: 0x71, count: PasteAssembly.limit + 5000)
        let taken = inputs(start + flood + end + [0x6A])
        #expect(taken == [.paste(Array(flood.prefix(PasteAssembly.limit))), .key(.character("j"))])
    }

    @Test func `a paste without an end is given up as a paste`() {
        #expect(inputs(Array("\u{1B}[200~qq".utf8)) == [.paste([0x71, 0x71])])
    }

    @Test func `any bytes at all are survived`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let alphabet: [UInt8] = [
                0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x7E, 0xC3, 0xFF, 0x41, 0x9B, 0x50,
            ]
            let bytes = (0..<40).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            #expect(inputs(bytes).count <= bytes.count)
        }
    }
}
