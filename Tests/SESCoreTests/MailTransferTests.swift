import Testing

@testable import SESCore

@Suite struct MailTransferTests {
    private func decode(
        _ encoding: TransferEncoding, _ text: String, limit: Int = 1000
    ) -> DecodedBody {
        encoding.decode(Array(text.utf8).span, limit: limit)
    }

    /// The examples of RFC 4648, section 10.
    @Test(
        arguments: [
            ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
            ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"), ("Zm9v\r\n YmFy\r\n", "foobar"),
            ("Zm9vYmE", "fooba"), ("Zm9vYg", "foob"),
        ])
    func `base64 is read over lines and without padding`(text: String, expected: String) {
        let decoded = decode(.base64, text)
        #expect(decoded.bytes == Array(expected.utf8))
        #expect(decoded.total == expected.utf8.count)
        #expect(!decoded.isDamaged)
    }

    @Test(
        arguments: [
            ("Zm9v#YmFy", "foobar"), ("Zg==Zm9v", "ffoo"), ("=Zm9v", "foo"), ("Zm9vY", "foo"),
            ("Zm9v\u{E4}", "foo"), ("Z===", ""),
        ])
    func `damage in base64 is passed over and told`(text: String, expected: String) {
        let decoded = decode(.base64, text)
        #expect(decoded.bytes == Array(expected.utf8))
        #expect(decoded.isDamaged)
    }

    /// The first is the example of RFC 2045, section 6.7.
    @Test(
        arguments: [
            (
                "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country.",
                "Now's the time for all folk to come to the aid of their country."
            ),
            ("=C3=A4 =c3=b6", "ä ö"), ("a=3Db", "a=b"), ("a \t\r\nb  ", "a\r\nb"),
            ("a=  \r\nb", "ab"), ("a=\nb", "ab"), ("a=", "a"), ("a b\tc", "a b\tc"),
            ("a \rb", "a \rb"),
        ])
    func `quoted-printable is read`(text: String, expected: String) {
        let decoded = decode(.quotedPrintable, text)
        #expect(decoded.bytes == Array(expected.utf8))
        #expect(!decoded.isDamaged)
    }

    @Test(arguments: ["a=ZZb", "=4", "a= b", "=\rb"])
    func `a sign of quoted-printable without digits stands for itself`(text: String) {
        let decoded = decode(.quotedPrintable, text)
        #expect(decoded.bytes == Array(text.utf8))
        #expect(decoded.isDamaged)
    }

    @Test func `beyond the limit bytes are counted`() {
        let encodings: [(TransferEncoding, String)] = [
            (.base64, "Zm9vYmFy"), (.quotedPrintable, "foob=61=72"), (.identity, "foobar"),
            (.other("x"), "foobar"),
        ]
        for (encoding, text) in encodings {
            for limit in 0...7 {
                let decoded = decode(encoding, text, limit: limit)
                #expect(decoded.bytes == Array("foobar".utf8.prefix(limit)))
                #expect(decoded.total == 6)
            }
        }
    }

    @Test(
        arguments: [
            (nil, .identity), ("7BIT", .identity), ("8bit (text)", .identity),
            (" Quoted-Printable ; x", .quotedPrintable), ("BASE64", .base64),
            ("x-uuencode", .other("x-uuencode")), ("", .identity),
        ] as [(RawText?, TransferEncoding)])
    func `an encoding is known by its word`(header: RawText?, expected: TransferEncoding) {
        #expect(TransferEncoding(header: header) == expected)
    }

    @Test func `runs of blanks and signs cost time linear in their length`() {
        for unit in ["= ", " ", "=", "=\t \r"] {
            let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
            #expect(decode(.quotedPrintable, text).total <= text.utf8.count)
        }
    }
}
