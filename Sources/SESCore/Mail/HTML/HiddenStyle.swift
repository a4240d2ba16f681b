/// What the `style` attribute of an element does to whether its text is seen.
///
/// Rules of a style sheet, sizes of a box and colours like that of the ground are not looked at.
struct HiddenStyle: Hashable, Sendable {
    /// True where nothing in the element is seen.
    private(set) var isHidden = false
    /// True for a font too small to be seen, false for another; nil where it says nothing of it.
    private(set) var hasTinyFont: Bool?

    /// How many bytes are looked at.
    private static let longest = 4096
}

extension HiddenStyle {
    /// Reads the value of a `style` attribute.
    init(_ value: ArraySlice<UInt8>) {
        let text = HTMLEntities.decoded(value.prefix(Self.longest))
        for declaration in text.split(separator: UInt8(ascii: ";")) {
            let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmed.prefix { $0 != UInt8(ascii: "!") }
            take(RawText(parts[0].trimmed).lowered, RawText(value.trimmed).lowered)
        }
    }

    private mutating func take(_ property: RawText, _ value: RawText) {
        switch property {
        case "display": if value == "none" { isHidden = true }
        case "visibility": if value == "hidden" || value == "collapse" { isHidden = true }
        case "mso-hide": if value == "all" { isHidden = true }
        case "color": if value == "transparent" { isHidden = true }
        case "opacity", "max-height", "max-width":
            if Self.isTiny(value, below: 0.01) { isHidden = true }
        case "font-size": hasTinyFont = Self.isTiny(value, below: 2)
        case "font": hasTinyFont = Self.isTinyFont(value) ?? hasTinyFont
        default: break
        }
    }

    /// True for a number below a limit, whatever its unit; of a percentage and of an em the part that
    /// it is of 16 pixels.
    private static func isTiny(_ value: RawText, below limit: Double) -> Bool {
        guard let (number, unit) = number(value.bytes[...]) else { return false }
        switch unit {
        case "%": return number / 100 * 16 < limit
        case "em", "rem": return number * 16 < limit
        default: return number < limit
        }
    }

    /// The first size in a `font` shorthand, such as `0/0 a`.
    private static func isTinyFont(_ value: RawText) -> Bool? {
        for word in value.bytes.split(whereSeparator: { $0.isBlank || $0 == UInt8(ascii: "/") }) {
            if number(word) != nil { return isTiny(RawText(word), below: 2) }
        }
        return nil
    }

    private static func number(_ text: ArraySlice<UInt8>) -> (value: Double, unit: RawText)? {
        var value = 0.0
        var scale = 1.0
        var digits = 0
        var isFraction = false
        var place = text.startIndex
        while place < text.endIndex {
            if text[place] == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else if text[place] &- 0x30 < 10 {
                digits += 1
                value = value * 10 + Double(text[place] - 0x30)
                if isFraction { scale *= 10 }
            } else {
                break
            }
            place += 1
        }
        return digits > 0 ? (value / scale, RawText(text[place...])) : nil
    }
}
