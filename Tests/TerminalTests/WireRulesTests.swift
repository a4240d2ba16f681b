import PtyHarness
import Testing

/// The scanner sees what must not be sent, and only that.
struct WireRulesTests {
    @Test(arguments: [
        "plain text, grüße, 漢字, e\u{301}", "\u{1B}[24;80H\u{1B}[K\u{1B}[1;31m!\u{1B}(B\u{1B}[m",
        "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[1;24r\u{1B}[?7l\u{1B}[?7h\u{1B}[?2004h\u{1B}[?12l\u{1B}[?25h",
        "\u{1B}[?1h\u{1B}=\u{1B}[?1l\u{1B}>\r\n\u{08}\u{1B}M", "a\u{1B}[20b\u{1B}[4X\u{1B}[3S",
        "\u{1B}(0qqq\u{1B}(B", "\u{1B}[39;49m\u{1B}[37;41m",
    ])
    func `what curses sends is allowed`(text: String) {
        #expect(WireRules.findings(in: Array(text.utf8)).isEmpty)
    }

    @Test(arguments: [
        "\u{1B}]0;title\u{07}", "\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P$qm\u{1B}\\",
        "\u{1B}_x\u{1B}\\",
        "\u{1B}[c", "\u{1B}[6n", "\u{1B}[21t", "\u{1B}[?1000h", "\u{1B}[?3h", "\u{1B}c", "\u{1B}Z",
        "\u{1B}[5m", "\u{1B}[8m", "\u{1B}[>c", "\u{1B}[!p", "\u{1B}[2J\u{1B}[3", "\u{07}", "\u{00}",
        "\u{7F}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{AD}",
        "\u{E0041}",
        "\u{2028}", "\u{E000}", "\u{FE0F}", "\u{FFFE}", "\u{1B}", "\u{1B}[38;5;1m",
    ])
    func `all else is found where it stands`(text: String) {
        let findings = WireRules.findings(in: Array("ok ".utf8) + Array(text.utf8))
        #expect(!findings.isEmpty)
        #expect((findings.first?.offset ?? 0) >= 3)
    }

    @Test func `a text for the clipboard is allowed from a place on, spelled exactly so`() {
        let copy = "\u{1B}]52;c;aGk=\u{1B}\\"
        let wrapped = "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{07}\u{1B}\\"
        let bytes = Array("ok \(copy)\(wrapped)!".utf8)
        #expect(WireRules.findings(in: bytes, copiesFrom: 3).isEmpty)
        #expect(WireRules.findings(in: bytes, copiesFrom: 4).map(\.offset) == [3])
        #expect(WireRules.findings(in: bytes).count == 2)
        #expect(WireRules.copies(in: bytes) == ["aGk="])
        #expect(WireRules.copies(in: bytes, wrapped: true) == ["aGk="])
    }

    @Test(arguments: [
        "\u{1B}]52;c;?\u{1B}\\", "\u{1B}]52;c;\u{1B}\\", "\u{1B}]52;p;aGk=\u{1B}\\",
        "\u{1B}]52;c;aGk\u{1B}\\", "\u{1B}]52;c;aG k\u{1B}\\", "\u{1B}]52;c;aGk=\u{07}",
        "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;?\u{07}\u{1B}\\",
    ])
    func `a request for the clipboard and any other form is found`(text: String) {
        #expect(!WireRules.findings(in: Array(text.utf8), copiesFrom: 0).isEmpty)
    }

    @Test func `bytes that are no UTF-8 are found`() {
        let findings = WireRules.findings(in: [0x61, 0x9B, 0x33, 0xFF])
        #expect(findings.map(\.offset) == [1, 3])
        #expect(WireRules.findings(in: [0xED, 0xA0, 0x80]).count == 3)
    }

    @Test func `a sequence cut short does not hide what follows it`() {
        let findings = WireRules.findings(in: Array("\u{1B}[12\u{1B}]0;x\u{07}".utf8))
        #expect(findings.map(\.token) == [.unfinished, .string("]")])
    }

    @Test func `colours are told from other settings`() {
        #expect(WireRules.colors(in: Array("\u{1B}[1m\u{1B}[m\u{1B}[7m".utf8)).isEmpty)
        #expect(WireRules.colors(in: Array("\u{1B}[1;31m\u{1B}[39;49m".utf8)).count == 2)
        #expect(WireRules.text(in: Array("a\u{1B}[31mb\u{1B}[H\nc".utf8)) == "abc")
    }

    @Test func `counts have a middle and a mean`() {
        let count = ByteCount(perPress: [10, 500, 20])
        #expect(count.median == 20)
        #expect(count.mean == 176)
    }
}
