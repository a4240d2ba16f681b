/// Writes JSON whose every byte is harmless on a terminal.
///
/// Controls, reordering marks and what else `VisibleText` would not show are escaped. A lone surrogate
/// and bytes that are no UTF-8 become U+FFFD, and the field they stand in is named in ``inexact``:
/// some readers of JSON stop at an escaped surrogate, and one mail must not hide those behind it.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public internal(set) var bytes: [UInt8] = []
    /// The fields whose bytes could not be written exactly, in order.
    public private(set) var inexact: [String] = []
    private var needsComma = false
    private let keepsBytes: Bool

    /// A writer that has written nothing.
    ///
    /// - Parameter keepsBytes: True where bytes that are no UTF-8 and lone surrogates are to stand as
    ///   they are, for a reader of our own.
    public init(keepsBytes: Bool = false) { self.keepsBytes = keepsBytes }
}

extension JSONWriter {
    /// An object; `members` writes what is in it.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose("{", "}", members)
    }

    /// An array; `elements` writes what is in it.
    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        enclose("[", "]", elements)
    }

    /// The key of the member that is written next.
    public mutating func key(_ key: String) { self.key(RawText(key)) }

    /// The key of the member that is written next, as it came from outside.
    public mutating func key(_ key: RawText) {
        separate()
        quote(key, field: nil)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text, or `null`; `field` is the name by which it is found if it is inexact.
    public mutating func text(_ text: RawText?, field: String) {
        guard let text else { return null() }
        separate()
        quote(text, field: field)
    }

    /// An array of texts.
    public mutating func texts(_ texts: [RawText], field: String) {
        array { output in
            for text in texts { output.text(text, field: field) }
        }
    }

    /// A text of our own.
    public mutating func word(_ word: String) {
        separate()
        quote(RawText(word), field: nil)
    }

    /// A whole number.
    public mutating func number(_ number: Int) { literal(String(number)) }

    /// `true` or `false`.
    public mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

    /// `null`.
    public mutating func null() { literal("null") }

    /// The end of a line, after which another document may begin.
    public mutating func lineFeed() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func enclose(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ inside: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        inside(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: RawText, field: String?) {
        bytes.append(UInt8(ascii: "\""))
        var isExact = true
        let span = text.bytes.span
        var offset = 0
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            switch unit.value {
            case 0x22, 0x5C:
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(span[offset])
            case WTF8.firstInvalid... where keepsBytes, 0xD800..<0xE000 where keepsBytes:
                for place in offset..<offset + unit.length { bytes.append(span[place]) }
            case WTF8.firstInvalid..., 0xD800..<0xE000:
                isExact = false
                WTF8.append(0xFFFD, to: &bytes)
            case let value where ScalarClass(value).isHarmless: WTF8.append(value, to: &bytes)
            case let value: escape(value)
            }
            offset += unit.length
        }
        bytes.append(UInt8(ascii: "\""))
        if !isExact, let field { note(field) }
    }

    /// Remembers that a field could not be written exactly.
    mutating func note(_ field: String) {
        if inexact.last != field { inexact.append(field) }
    }

    mutating func escape(_ scalar: UInt32) {
        guard scalar > 0xFFFF else { return escapeUnit(scalar) }
        escapeUnit(0xD800 + (scalar - 0x10000) >> 10)
        escapeUnit(0xDC00 + (scalar - 0x10000) & 0x3FF)
    }

    private mutating func escapeUnit(_ unit: UInt32) {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
    }
}
