/// How text is written in a query.
enum TextSpelling {
    /// Where in a query a text stands.
    enum Place {
        /// Alone.
        case bare
        /// Behind a field.
        case value
    }

    /// A word or a phrase: in quotes where it would not be read as itself without.
    ///
    /// In quotes `\x` and two digits stand for a control, and where the text is no UTF-8 for each byte
    /// beyond ASCII, so that any text can be asked for.
    static func words(_ text: RawText, in place: Place) -> String {
        let readable = String(validating: text.bytes, as: UTF8.self)
        if let readable, !needsQuotes(text.bytes, in: place) { return readable }
        return quoted(text.bytes, isReadable: readable != nil)
    }

    /// A pattern.
    static func pattern(_ pattern: TextPattern, in place: Place) -> String {
        switch pattern {
        case .words(let text): words(text, in: place)
        case .domain(let text): "@" + words(text, in: .value)
        case .regex(let text): regex(text)
        }
    }

    private static func needsQuotes(_ bytes: [UInt8], in place: Place) -> Bool {
        guard let first = bytes.first else { return true }
        switch first {
        case UInt8(ascii: "@"), UInt8(ascii: "/"): return true
        case UInt8(ascii: "-"), UInt8(ascii: "!"): if place == .bare { return true }
        default: break
        }
        let mark: Unicode.Scalar = place == .bare ? ":" : ","
        if bytes.contains(where: {
            QueryCursor.endsWord($0) || isControl($0) || $0 == UInt8(ascii: mark)
        }) {
            return true
        }
        let small = bytes.prefix(4).map(\.asciiLower)
        return place == .bare && ["and", "or", "not"].contains { small.elementsEqual($0.utf8) }
    }

    private static func quoted(_ bytes: [UInt8], isReadable: Bool) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text = [UInt8(ascii: "\"")]
        for byte in bytes {
            if isControl(byte) || byte >= 0x80 && !isReadable {
                text += [UInt8(ascii: "\\"), UInt8(ascii: "x")]
                text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                text.append(UInt8(ascii: "\\"))
            }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
        return String(decoding: text, as: UTF8.self)
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// A regular expression between slashes. It is taken for UTF-8.
    private static func regex(_ regex: RawText) -> String {
        var text = [UInt8(ascii: "/")]
        var isEscaped = false
        for byte in regex.bytes {
            if byte == UInt8(ascii: "/"), !isEscaped { text.append(UInt8(ascii: "\\")) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            text.append(byte)
        }
        if isEscaped { text.append(UInt8(ascii: "\\")) }
        text.append(UInt8(ascii: "/"))
        return String(decoding: text, as: UTF8.self)
    }
}
