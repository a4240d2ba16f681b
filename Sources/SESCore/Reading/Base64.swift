/// Base64 by RFC 4648 section 4, as AWS puts binary data into JSON.
///
/// Nothing but its alphabet and white space may stand in it; padding may be left away.
/// <https://www.rfc-editor.org/rfc/rfc4648#section-4>
enum Base64 {
    /// The bytes that a text stands for; nil where it is no base64.
    static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3 + 3)
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        for index in 0..<text.count {
            let byte = text[index]
            if JSONStructure.isSpace(byte) { continue }
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let value = value(of: byte) else { return nil }
            bits = bits << 6 | value
            digits += 1
            if digits & 3 == 0 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                bytes.append(UInt8(truncatingIfNeeded: bits))
            }
        }
        let rest = digits & 3
        guard rest != 1, padding == 0 || rest > 1 && rest + padding == 4 else { return nil }
        if rest >= 2 { bytes.append(UInt8(truncatingIfNeeded: bits >> (rest == 2 ? 4 : 10))) }
        if rest == 3 { bytes.append(UInt8(truncatingIfNeeded: bits >> 2)) }
        let unused: UInt32 = rest == 2 ? 0xF : rest == 3 ? 0x3 : 0
        return bits & unused == 0 ? bytes : nil
    }

    /// What a digit stands for; nil for what is none.
    static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
