import Testing

@testable import SESCore

@Suite struct MailHeaderParametersTests {
    private func all(_ value: RawText, _ name: RawText) -> [String] {
        HeaderParameters(value).all(name).map(\.description)
    }

    @Test(
        arguments: [
            ("text/plain; charset=us-ascii (Plain text)", "charset", "us-ascii"),
            ("text/plain; charset=\"us-ascii\"", "charset", "us-ascii"),
            ("TEXT/Plain;CHARSET = UTF-8 ; x=y", "charset", "UTF-8"),
            ("a/b; x=1; x=2", "x", "1"), ("a/b (c; x=0); x=1", "x", "1"),
            ("a/b; x=\"a\\\"b;c\"; y=2", "x", "a\"b;c"), ("a/b; x=\"not closed", "x", "not"),
            ("a/b; (a (nested) comment) x=1", "x", "1"), ("a/b;;; ;x=1", "x", "1"),
        ] as [(RawText, RawText, String)])
    func `a parameter is read as RFC 2045 writes it`(
        value: RawText, name: RawText, expected: String
    ) {
        #expect(HeaderParameters(value).token(name)?.description == expected)
    }

    @Test(
        arguments: [
            ("", ""), ("text/html", "text/html"), (" Text/HTML ; a=b", "text/html"),
            ("(comment) text/html (more); a=b", "text/html"), (";a=b", ""),
        ] as [(RawText, RawText)])
    func `the word before the parameters is in small letters`(value: RawText, word: RawText) {
        #expect(HeaderParameters(value).word == word)
    }

    /// The examples of RFC 2231, sections 3, 4 and 4.1.
    @Test(
        arguments: [
            (
                "message/external-body; access-type=URL; URL*0=\"ftp://\"; "
                    + "URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"",
                "url", "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar"
            ),
            (
                "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
                "title", "This is ***fun***"
            ),
            (
                "application/x-stuff; title*0*=us-ascii'en'This%20is%20even%20more%20; "
                    + "title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
                "title", "This is even more ***fun*** isn't it!"
            ),
        ] as [(RawText, RawText, String)])
    func `long values and other charsets are read as RFC 2231 writes them`(
        value: RawText, name: RawText, expected: String
    ) {
        #expect(all(value, name) == [expected])
    }

    @Test(
        arguments: [
            ("a; n*=iso-8859-1''%e4%F6", ["äö"]), ("a; n*=utf-7''+AFs-", ["+AFs-"]),
            ("a; n*=utf-8''%zz%4", ["%zz%4"]), ("a; n*=plain", ["plain"]),
            ("a; n=\"=?utf-8?q?=C3=A4?=\"", ["ä"]), ("a; n=x; n*=utf-8''y", ["y", "x"]),
            ("a; n*1=b; n*0=a; n*3=d", ["ab"]), ("a; n*1=b", []), ("a; n*x=b; n*1234=c", []),
            ("a; n=my file.pdf; m=1", ["my file.pdf"]),
            ("a; n*0*=koi8-r''%f0; n*1=%41; n*2*=%F2", ["П%41Р"]),
        ] as [(RawText, [String])])
    func `what a name may be is told in the order of preference`(
        value: RawText, expected: [String]
    ) {
        #expect(all(value, "n") == expected)
    }

    @Test func `parameters without number and end cost time linear in their length`() {
        let parameters = HeaderParameters(
            RawText("a/b" + String(repeating: "; x*1=1", count: 100_000)))
        #expect(parameters.all("x").isEmpty)
        let quotes = HeaderParameters(
            RawText("a/b; x=" + String(repeating: "\"(;", count: 300_000)))
        #expect(quotes.token("x") == "")
        #expect(HeaderParameters(RawText(repeatElement(0x28, count: 1_000_000))).word == "")
    }
}
