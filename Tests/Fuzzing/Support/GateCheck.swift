@testable import SESCore

/// What the gate promises of whatever it lets through to a screen.
package enum GateCheck {
    private static let forms: [VisibleText.Form] = [
        .folded, .raw, VisibleText.Form(charset: .ascii), VisibleText.Form(limit: 20),
    ]

    /// Shows bytes in every form and looks at each glyph.
    package static func check(_ bytes: [UInt8]) {
        for form in forms { check(VisibleText(bytes, as: form), form) }
    }

    private static func check(_ text: VisibleText, _ form: VisibleText.Form) {
        var columns = 0
        for glyph in text.glyphs {
            columns += Int(glyph.width)
            if isPrintableASCII(glyph.scalar) {
                promise(glyph.width == 1, "width of \(glyph)")
            } else if glyph.isNotation {
                promise(glyph.scalar == 0x25CC && glyph.marks != .zero, "notation of \(glyph)")
                promise(glyph.width == 1, "notation of the width of \(glyph)")
            } else {
                promise(form.charset == .utf8 && isHarmless(glyph.scalar), "harmful \(glyph)")
                promise(glyph.width == ScalarClass(glyph.scalar).width, "width of \(glyph)")
            }
            guard glyph.marks != .zero else { continue }
            for index in 0..<4 where glyph.marks[index] != 0 {
                promise(
                    form.charset == .utf8 && isHarmless(glyph.marks[index]), "mark of \(glyph)")
            }
        }
        promise(columns == text.columns, "\(text.columns) columns, counted as \(columns)")
    }

    private static func isPrintableASCII(_ scalar: UInt32) -> Bool {
        0x20..<0x7F ~= scalar
    }

    /// The rule by the properties that the Swift library knows, not by the table of the gate.
    private static func isHarmless(_ value: UInt32) -> Bool {
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        switch properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return false
        default:
            return !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
                && !properties.isNoncharacterCodePoint && !properties.isVariationSelector
        }
    }
}
