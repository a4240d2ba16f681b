extension JSONWriter {
    /// A JSON text as it is spelled, on one line: white space between its tokens is left out, and in
    /// its strings what would act on a terminal is escaped.
    ///
    /// The text need not be valid. Bytes that are no UTF-8 become U+FFFD, and ``inexact`` then names
    /// `field`.
    public mutating func source(_ json: RawText, field: String) {
        separate()
        let span = json.bytes.span
        var offset = 0
        var isInString = false
        var isAfterSpace = false
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            offset += unit.length
            if !isInString, Self.isSpace(unit.value) {
                isAfterSpace = true
                continue
            }
            // Words that the text keeps apart stay apart.
            if isAfterSpace, !isInString, Self.isWord(unit.value), endsInWord { bytes.append(0x20) }
            isAfterSpace = false
            if unit.value == 0x22 { isInString.toggle() }
            if unit.value == 0x5C, isInString, offset < span.count {
                bytes.append(0x5C)
                // What is escaped may be a quotation mark; anything but ASCII is taken next time.
                guard span[offset] < 0x80, span[offset] >= 0x20, span[offset] != 0x7F else {
                    bytes.append(0x5C)
                    continue
                }
                bytes.append(span[offset])
                offset += 1
            } else {
                spell(unit.value, field)
            }
        }
    }

    private mutating func spell(_ value: UInt32, _ field: String) {
        switch value {
        case WTF8.firstInvalid...:
            WTF8.append(0xFFFD, to: &bytes)
            note(field)
        case 0xD800..<0xE000: escape(value)
        case let value where ScalarClass(value).isHarmless: WTF8.append(value, to: &bytes)
        default: escape(value)
        }
    }

    private var endsInWord: Bool { bytes.last.map { Self.isWord(UInt32($0)) } ?? false }

    private static func isSpace(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x0A || value == 0x0D || value == 0x09
    }

    /// True for what is neither white space nor a sign of JSON's own.
    private static func isWord(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: false
        default: !isSpace(value)
        }
    }
}
