import Glibc
import Testing

@testable import SESCore

/// Every code point there is, surrogates included.
@Suite struct TextScalarTests {
    @Test(arguments: 0..<17 as Range<UInt32>)
    func `every scalar alone and after a letter comes out safe and of known width`(plane: UInt32) {
        var wrong: [String] = []
        for value in plane << 16..<(plane + 1) << 16 {
            var text = RawText([])
            for isAfterLetter in [false, true] {
                text.bytes.removeAll(keepingCapacity: true)
                if isAfterLetter { text.bytes.append(0x61) }
                WTF8.append(value, to: &text.bytes)
                if let fault = fault(in: VisibleText(text), of: value, isAfterLetter) {
                    wrong.append("U+" + String(value, radix: 16) + ": " + fault)
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    }

    /// What is wrong with the gate's answer to one scalar; nil where nothing is.
    private func fault(in text: VisibleText, of value: UInt32, _ isAfterLetter: Bool) -> String? {
        var columns = 0
        for glyph in text.glyphs {
            columns += Int(glyph.width)
            let isASCII = glyph.scalar >= 0x20 && glyph.scalar < 0x7F
            if glyph.isNotation {
                let isShown = isASCII || glyph.scalar == 0x25CC
                guard isShown, glyph.width == 1 else { return "notation" }
            } else {
                guard glyph.scalar == value || isAfterLetter && glyph.scalar == 0x61 else {
                    return "another scalar"
                }
                guard glyph.width == ScalarClass(glyph.scalar).width else { return "width" }
                guard isASCII || isHarmless(glyph.scalar) else { return "harmful" }
            }
            guard glyph.marks != .zero else { continue }
            guard glyph.marks == SIMD4(value, 0, 0, 0), isHarmless(value) else { return "mark" }
        }
        guard columns == text.columns else { return "sum of columns" }
        guard let width = ScalarClass(value).width else { return nil }
        return columns == Int(width) + (isAfterLetter ? 1 : 0) ? nil : "columns"
    }

    /// The rule by Unicode's properties as the Swift library knows them, not by our table.
    private func isHarmless(_ value: UInt32) -> Bool {
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        switch properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return value == 0x20
        default:
            return !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
                && !properties.isNoncharacterCodePoint && !properties.isVariationSelector
        }
    }

    @Test func `the library of this machine gives what is drawn the same width`() throws {
        let libraryWidth = try libraryWidth()
        var drawn = 0
        var different: [String] = []
        for value in 0..<WTF8.firstInvalid {
            let kind = ScalarClass(value)
            guard let width = kind == .mark ? 0 : kind.width else { continue }
            drawn += 1
            if libraryWidth(value) != Int32(width) { different.append(String(value, radix: 16)) }
        }
        #expect(drawn > 140_000)
        // A library that can print U+1FAE8 knows a later Unicode, in which a few symbols changed.
        let tolerated = libraryWidth(0x1FAE8) < 0 ? 0 : drawn / 200
        #expect(
            different.count <= tolerated,
            "\(different.count) of \(drawn): \(different.prefix(40))")
    }

    @Test func `what the library cannot print is never drawn`() throws {
        let libraryWidth = try libraryWidth()
        let blank = (0..<WTF8.firstInvalid).filter { libraryWidth($0) < 0 }
        #expect(blank.count > 800_000)
        #expect(blank.allSatisfy { ScalarClass($0).width == nil && ScalarClass($0) != .mark })
    }

    /// The `wcwidth` that ncurses asks, in UTF-8; Swift's import of the header leaves it out.
    private func libraryWidth() throws -> (UInt32) -> Int32 {
        typealias Width = @convention(c) (wchar_t) -> Int32
        _ = unsafe try #require(setlocale(LC_CTYPE, "C.UTF-8"))
        let symbol = unsafe try #require(dlsym(nil, "wcwidth"))
        let width = unsafe unsafeBitCast(symbol, to: Width.self)
        return { width(wchar_t($0)) }
    }

    @Test func `the table begins at zero, rises, and never repeats a class`() {
        #expect(ScalarClass.table.first.map { $0 >> 8 } == 0)
        for (left, right) in zip(ScalarClass.table, ScalarClass.table.dropFirst()) {
            #expect(left >> 8 < right >> 8)
            #expect(left & 0xFF != right & 0xFF)
        }
    }

    @Test func `reading a scalar undoes writing it`() {
        for value in 0..<WTF8.firstInvalid {
            var bytes: [UInt8] = []
            WTF8.append(value, to: &bytes)
            let unit = WTF8.unit(in: bytes.span, at: 0)
            guard unit.value == value, unit.length == bytes.count else {
                Issue.record("\(value)")
                return
            }
        }
    }
}
