import SESCore
import Testing

@testable import SESBrowser

@Suite struct DetailSearchTests {
    @Test(arguments: DetailView.allCases)
    func `going down and up meets the same rows`(view: DetailView) {
        for columns in [7, 23, 40, 80] {
            let document = DetailDocument(
                view, of: Self.mail, content: Self.content, columns: columns)
            let needle: RawText = "eXaMpLe"
            let down = walk(document, needle, from: 0, step: 1)
            let up = walk(document, needle, from: document.rowCount - 1, step: -1)
            #expect(!down.isEmpty)
            #expect(down == up.reversed())
            for row in down {
                #expect(!document.matches(of: needle, inRow: row).isEmpty)
            }
        }
    }

    @Test(arguments: DetailView.allCases)
    func `the glyphs of a match spell what was sought`(view: DetailView) {
        let document = DetailDocument(
            view, of: Self.mail, content: Self.content, columns: 200)
        var count = 0
        for index in 0..<document.rowCount {
            let row = document.row(index)
            for range in document.matches(of: "EXAMPLE", inRow: index) {
                let found = row[range].compactMap { Unicode.Scalar($0.glyph.scalar) }
                let text = String(String.UnicodeScalarView(found)).lowercased()
                // Raw marks the hex digits of a match, too.
                let isHex = view == .raw && text.allSatisfy { $0.isHexDigit || $0 == " " }
                #expect(isHex || "example".hasSuffix(text) || "example".hasPrefix(text))
                count += 1
            }
        }
        #expect(count > 1)
    }

    @Test func `text that is broken over two rows is found where it begins`() throws {
        let loaded = DetailFixture.loaded(MailEvent(), record: #"{"key":"0123456789abcdef"}"#)
        let document = DetailDocument(.json, of: loaded, columns: 20)
        #expect(document.text(ofRow: 1) == #"  "key": "0123456789"#)
        #expect(document.text(ofRow: 2) == #"    abcdef""#)
        #expect(document.row(containing: "89AB", from: 0, step: 1) == 1)
        #expect(document.row(containing: "89ab", from: 2, step: 1) == nil)
        #expect(document.row(containing: "89ab", from: 3, step: -1) == 1)
        #expect(document.matches(of: "89ab", inRow: 1) == [18..<20])
        #expect(document.matches(of: "89ab", inRow: 2) == [4..<6])
    }

    @Test func `bytes that cross rows are marked in both`() {
        let loaded = DetailFixture.loaded(MailEvent(), carrier: "0123456789abcDEF0123456789abcdef")
        let document = DetailDocument(.raw, of: loaded, columns: 80)
        #expect(document.row(containing: "defABC", from: 0, step: 1) == nil)
        #expect(document.row(containing: "def01", from: 0, step: 1) == 0)
        #expect(document.matches(of: "def01", inRow: 0) == [49..<57, 72..<75])
        #expect(document.matches(of: "def01", inRow: 1) == [10..<15, 59..<61])
    }

    @Test func `nothing is found of nothing, and nothing outside of the document`() {
        let document = DetailDocument(.summary, of: Self.mail, columns: 80)
        #expect(document.row(containing: "", from: 0, step: 1) == nil)
        #expect(document.row(containing: "Subject", from: -1, step: 1) == nil)
        #expect(document.row(containing: "Subject", from: document.rowCount, step: -1) == nil)
        #expect(document.row(containing: "no such text", from: 0, step: 1) == nil)
        #expect(document.matches(of: "", inRow: 0).isEmpty)
        #expect(document.matches(of: "Subject", inRow: -1).isEmpty)
    }

    @Test func `letter case is ignored beyond ASCII`() {
        #expect(UInt32(0x41).lowered == 0x61)
        #expect(UInt32(0xDC).lowered == 0xFC)
        #expect(UInt32(0x416).lowered == 0x436)
        // The small letter of this one is two scalars, so it stays itself.
        #expect(UInt32(0x130).lowered == 0x130)
        #expect(UInt32(0xD800).lowered == 0xD800)
    }

    private func walk(
        _ document: DetailDocument, _ needle: RawText, from start: Int, step: Int
    ) -> [Int] {
        var rows: [Int] = []
        var next = document.row(containing: needle, from: start, step: step)
        while let row = next {
            rows.append(row)
            next = document.row(containing: needle, from: row + step, step: step)
        }
        return rows
    }

    private static var mail: LoadedEvent {
        var loaded = DetailFixture.lambdaGuide
        loaded.carrier = #"{"mail":{"source":"jane@EXAMPLE.com","to":"john@example.com"}}"#
        loaded.record = loaded.carrier
        return loaded
    }

    private static let content = try? ContentFixture.answer("phish")
}

@Suite struct WrappingTests {
    @Test(
        arguments: [
            ("", 10, [""]), ("one two three", 20, ["one two three"]),
            ("one two three", 8, ["one two ", "  three"]),
            ("one two", 3, ["one", " tw", " o"]),
            ("aaaaaaaaaa", 4, ["aaaa", "  aa", "  aa", "  aa"]),
            ("To: aaaaaaaaaaaaaaa", 10, ["To: aaaaaa", "  aaaaaaaa", "  a"]),
            ("ones  two", 4, ["ones", "  tw", "  o"]), ("ones   two", 6, ["ones  ", "   two"]),
            ("one  two", 4, ["one ", "  tw", "  o"]),
        ])
    func `rows end between words where they can`(text: String, columns: Int, rows: [String]) {
        let glyphs = Gate.glyphs(of: text.utf8).map { StyledGlyph(glyph: $0, role: .plain) }
        let wrapping = Wrapping(columns: columns, hanging: 2)
        let found = wrapping.rows(of: glyphs).map { range in
            String(
                String.UnicodeScalarView(
                    wrapping.row(range, of: glyphs).compactMap { Unicode.Scalar($0.glyph.scalar) }))
        }
        #expect(found == rows)
    }

    @Test func `a wide glyph never stands half outside of its row`() {
        let wide = StyledGlyph(glyph: Glyph(scalar: 0x4E2D, width: 2), role: .plain)
        for columns in 1...7 {
            for hanging in 0...8 {
                let wrapping = Wrapping(columns: columns, hanging: hanging)
                let glyphs = Array(repeating: wide, count: 9)
                let rows = wrapping.rows(of: glyphs)
                #expect(rows.reduce(0) { $0 + $1.count } == 9)
                for range in rows {
                    let row = wrapping.row(range, of: glyphs)
                    #expect(row.reduce(0) { $0 + Int($1.glyph.width) } <= columns)
                }
            }
        }
    }
}
