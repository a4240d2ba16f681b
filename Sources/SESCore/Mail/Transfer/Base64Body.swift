/// Base64 as mails hold it (RFC 2045, section 6.8): over lines, with whatever else passed over.
///
/// `Base64` is for the base64 in JSON, where damage means that it is none at all.
enum Base64Body {
    /// The bytes that a body stands for, the first `limit` of them; the others are counted.
    ///
    /// Texts that were put one behind the other, each with its padding, are read on.
    static func decode(_ body: Span<UInt8>, limit: Int) -> DecodedBody {
        var decoded = DecodedBody()
        var bits: UInt32 = 0
        var digits = 0
        var isPadded = false
        for index in 0..<body.count {
            let byte = body[index]
            if byte.isBlank { continue }
            if byte == UInt8(ascii: "=") {
                if digits == 1 || digits == 0 && !isPadded { decoded.isDamaged = true }
                flush(bits, digits, into: &decoded, limit)
                (bits, digits, isPadded) = (0, 0, true)
                continue
            }
            guard let value = Base64.value(of: byte) else {
                decoded.isDamaged = true
                continue
            }
            if isPadded {
                decoded.isDamaged = true
                isPadded = false
            }
            bits = bits << 6 | value
            digits += 1
            if digits == 4 {
                flush(bits, digits, into: &decoded, limit)
                (bits, digits) = (0, 0)
            }
        }
        if digits == 1 { decoded.isDamaged = true }
        flush(bits, digits, into: &decoded, limit)
        return decoded
    }

    /// Adds the whole bytes that up to four digits spell.
    private static func flush(
        _ bits: UInt32, _ digits: Int, into decoded: inout DecodedBody, _ limit: Int
    ) {
        let count = digits * 6
        var shift = count - 8
        while shift >= 0 {
            decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift)), limit: limit)
            shift -= 8
        }
    }
}
