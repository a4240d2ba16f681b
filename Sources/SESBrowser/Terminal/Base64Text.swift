/// Base64 of RFC 4648, section 4.
enum Base64Text {
    /// The letters for some bytes, padded with `=`.
    static func coded(_ bytes: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = part.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - part.count))
            for place in 0...part.count {
                letters.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 0x3F)])
            }
            for _ in part.count..<3 { letters.append(UInt8(ascii: "=")) }
        }
        return letters
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
