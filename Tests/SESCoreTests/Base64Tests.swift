import Testing

@testable import SESCore

@Suite struct Base64Tests {
    func decode(_ text: String) -> String? {
        Base64.decode(Array(text.utf8).span).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
        ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"),
    ])
    func `the vectors of the standard decode, with padding and without`(
        text: String, plain: String
    ) {
        #expect(decode(text) == plain)
        #expect(decode(text.filter { $0 != "=" }) == plain)
        #expect(decode(text.map { "\($0)\r\n" }.joined()) == plain)
    }

    @Test(arguments: [
        "Z", "Zm9vY", "Zg=", "Zm8==", "Zg==Zg==", "Zm-v", "Zm_v", "Zm9v!", "Zh==", "====",
    ])
    func `what is no base64 is not taken for it`(text: String) {
        #expect(decode(text) == nil)
    }

    @Test func `every byte comes through`() {
        let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bits = bytes.flatMap { byte in (0..<8).map { Int(byte) >> (7 - $0) & 1 } }
        let text: [UInt8] = stride(from: 0, to: bits.count, by: 6).map { start in
            let group = bits[start..<min(start + 6, bits.count)]
            let value = group.reduce(0) { $0 * 2 + $1 }
            return digits[value << (6 - group.count)]
        }
        #expect(Base64.decode(text.span) == bytes)
    }
}
