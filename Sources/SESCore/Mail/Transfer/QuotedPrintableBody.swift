/// The quoted-printable encoding (RFC 2045, section 6.7).
enum QuotedPrintableBody {
    /// The bytes that a body stands for, the first `limit` of them; the others are counted.
    ///
    /// A `=` without two digits stands for itself, and the body is damaged.
    static func decode(_ body: Span<UInt8>, limit: Int) -> DecodedBody {
        var decoded = DecodedBody()
        var index = 0
        while index < body.count {
            let byte = body[index]
            if byte == 0x20 || byte == 0x09 {
                let end = endOfBlanks(body, from: index)
                // Blanks before a line end were put there on the way.
                if end < body.count, !isBreak(body, at: end) {
                    for place in index..<end { decoded.append(body[place], limit: limit) }
                }
                index = end
            } else if byte != UInt8(ascii: "=") {
                decoded.append(byte, limit: limit)
                index += 1
            } else if index + 2 < body.count,
                let value = HexPair.value(body[index + 1], body[index + 2])
            {
                decoded.append(value, limit: limit)
                index += 3
            } else if let next = endOfSoftBreak(body, from: index + 1) {
                index = next
            } else {
                decoded.append(byte, limit: limit)
                decoded.isDamaged = true
                index += 1
            }
        }
        return decoded
    }

    private static func endOfBlanks(_ body: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < body.count, body[end] == 0x20 || body[end] == 0x09 { end += 1 }
        return end
    }

    private static func isBreak(_ body: Span<UInt8>, at index: Int) -> Bool {
        body[index] == 0x0A
            || body[index] == 0x0D && index + 1 < body.count && body[index + 1] == 0x0A
    }

    /// Where the line begins that a `=` at the end of its line is joined with; nil where the `=`
    /// does not end its line.
    private static func endOfSoftBreak(_ body: Span<UInt8>, from start: Int) -> Int? {
        let end = endOfBlanks(body, from: start)
        guard end < body.count else { return end }
        guard isBreak(body, at: end) else { return nil }
        return body[end] == 0x0A ? end + 1 : end + 2
    }
}
