import SESCore
import Testing

@Suite struct TextMailboxTests {
    @Test(
        arguments: [
            ("jane@x.example", "jane@x.example", nil, "x.example"),
            ("  jane@x.example ", "jane@x.example", nil, "x.example"),
            ("<jane@x.example>", "jane@x.example", nil, "x.example"),
            ("Jane Doe <jane@x.example>", "jane@x.example", "Jane Doe", "x.example"),
            ("\"Doe, Jane\" <jane@x.example>", "jane@x.example", "Doe, Jane", "x.example"),
            ("\"a \\\"b\\\" c\" <j@x.example>", "j@x.example", "a \"b\" c", "x.example"),
            (
                "\"<x@bank.example>\" <y@evil.example>", "y@evil.example", "<x@bank.example>",
                "evil.example"
            ),
            ("jane@x.example (Jane (of X))", "jane@x.example", "Jane (of X)", "x.example"),
            ("(<a@b>) <j@x.example(c)> (d)", "j@x.example", "<a@b> c d", "x.example"),
            ("\"j d\"@x.example", "\"j d\"@x.example", nil, "x.example"),
            ("\"a@b\"@x.example", "\"a@b\"@x.example", nil, "x.example"),
            (
                "=?utf-8?Q?J=C3=A4n?= <j@x.example>", "j@x.example", "=?utf-8?Q?J=C3=A4n?=",
                "x.example"
            ),
            ("J <j@[192.0.2.1]>", "j@[192.0.2.1]", "J", "[192.0.2.1]"),
            ("J <postmaster>", "postmaster", "J", nil),
            ("Jane\r\n <jane@x.example>", "jane@x.example", "Jane", "x.example"),
            ("\"\" <j@x.example>", "j@x.example", nil, "x.example"),
        ] as [(RawText, RawText, RawText?, RawText?)])
    func `a mailbox is taken apart`(
        text: RawText, address: RawText, name: RawText?, domain: RawText?
    ) {
        let mailbox = MailboxText(text)
        #expect(mailbox.address == address)
        #expect(mailbox.displayName == name)
        #expect(mailbox.domain == domain)
    }

    @Test(
        arguments: [
            "", " ", "<>", "J <>", "nobody", "two words", "\"open <j@x.example>",
            "(open j@x.example",
            "J <j@x.example", "j@x.example>", "<a@x.example> <b@x.example>",
            "<a@x.example> b@x.example",
            "<<a@x.example>>", "undisclosed-recipients:;", "J <a@x.example> \"b\"",
            "a@x.example b@x.example",
            "\"J\\", "@", "a@", "\"security@bank.example\" (x)",
        ] as [RawText])
    func `what is no mailbox is shown whole`(text: RawText) {
        #expect(MailboxText(text).address == text)
        #expect(MailboxText(text).displayName == nil)
    }

    @Test(
        arguments: [
            ("\"security@bank.example\" <x@evil.example>", true),
            ("\"X@Evil.example\" <x@evil.example>", false),
            ("Security <x@evil.example>", false), ("x@evil.example", false),
        ] as [(RawText, Bool)])
    func `a name that passes for an address is told`(text: RawText, isTold: Bool) {
        #expect(MailboxText(text).nameShowsAnotherAddress == isTold)
    }

    @Test func `no bytes make it fail, and the address is always part of the text`() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("<>()\"\\@ .ab,;:\r\n\u{e9}".utf8)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...16, using: &random))
                .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            let mailbox = MailboxText(RawText(bytes))
            var rest = bytes[...]
            for byte in mailbox.address.bytes {
                let place = rest.firstIndex(of: byte)
                #expect(place != nil)
                rest = rest[((place ?? rest.endIndex - 1) + 1)...]
            }
            #expect(mailbox.address.isEmpty == bytes.isEmpty)
        }
    }
}
