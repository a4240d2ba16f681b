/// One word of RFC 2047, section 2: `=?charset?encoding?text?=`, without a blank in it.
struct EncodedWord {
    /// Where the word ends in the bytes it was found in.
    let end: Int
    let encoding: Encoding
    /// Nil where the charset is not one that can be read.
    let charset: Charset?
    /// What the text spells in the charset; nil where it is not what the encoding allows.
    let payload: [UInt8]?

    /// How the bytes of the charset are written in ASCII.
    enum Encoding: Hashable { case base64, quoted }
}

extension EncodedWord {
    private static let longestCharset = 64

    /// The word at a place; nil where none stands there that ends at `limit` or before.
    init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
        guard start + 2 < limit, bytes[start] == UInt8(ascii: "="),
            bytes[start + 1] == UInt8(ascii: "?"),
            let charset = Self.part(bytes, from: start + 2, before: limit), !charset.isEmpty,
            charset.count <= Self.longestCharset,
            let encoding = Self.part(bytes, from: charset.endIndex + 1, before: limit),
            encoding.count == 1, let letter = encoding.first?.asciiLower,
            let text = Self.part(bytes, from: encoding.endIndex + 1, before: limit),
            text.endIndex + 1 < limit, bytes[text.endIndex + 1] == UInt8(ascii: "=")
        else { return nil }
        switch letter {
        case UInt8(ascii: "b"):
            self.encoding = .base64
            payload = Self.base64(text)
        case UInt8(ascii: "q"):
            self.encoding = .quoted
            payload = Self.quoted(text)
        default: return nil
        }
        // RFC 2231, section 5: the charset may be followed by `*` and a language.
        self.charset = Charset(label: charset.prefix { $0 != UInt8(ascii: "*") })
        end = text.endIndex + 2
    }

    /// What stands before the next `?`; nil where a blank or a control comes first.
    private static func part(
        _ bytes: [UInt8], from start: Int, before limit: Int
    ) -> ArraySlice<UInt8>? {
        var place = start
        while place < limit, bytes[place] != UInt8(ascii: "?") {
            guard bytes[place] > 0x20, bytes[place] != 0x7F else { return nil }
            place += 1
        }
        return place < limit ? bytes[start..<place] : nil
    }

    /// The Q encoding of RFC 2047, section 4.2.
    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var place = text.startIndex
        while place < text.endIndex {
            switch text[place] {
            case UInt8(ascii: "_"): out.append(0x20)
            case UInt8(ascii: "="):
                guard place + 2 < text.endIndex, let high = hexDigit(text[place + 1]),
                    let low = hexDigit(text[place + 2])
                else { return nil }
                out.append(high << 4 | low)
                place += 2
            case 0x80...: return nil
            case let byte: out.append(byte)
            }
            place += 1
        }
        return out
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
        default: nil
        }
    }

    /// The B encoding of RFC 2047, section 4.1; the padding may be missing.
    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let digits = text.prefix { $0 != UInt8(ascii: "=") }
        let padding = text[digits.endIndex...]
        guard digits.count % 4 != 1, padding.count <= 2,
            padding.allSatisfy({ $0 == UInt8(ascii: "=") }),
            padding.isEmpty || text.count % 4 == 0
        else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for digit in digits {
            guard let value = base64Digit(digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }

    private static func base64Digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 0x41
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x47
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
