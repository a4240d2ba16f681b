import Testing

@testable import SESCore

/// The parts of a mail, one a line: depth, type and what the body holds.
func partList(_ mail: String) -> [String] {
    let bytes = Array(mail.utf8)
    return PartReader(bytes.span).parts.map { part in
        let body = String(decoding: bytes[part.body], as: UTF8.self)
        return "\(part.depth) \(part.type)" + (part.hasParts ? "" : " [\(body)]")
    }
}

@Suite struct MailPartTests {
    private func faults(_ mail: String) -> [[PartFault]] {
        PartReader(Array(mail.utf8).span).parts.map(\.faults)
    }

    /// After the example of RFC 2046, section 5.1.1.
    @Test(arguments: ["\n", "\r\n"])
    func `a multipart is its parts`(end: String) {
        let mail = """
            Subject: Sample
            Content-type: multipart/mixed; boundary="simple boundary"

            This is the preamble.

            --simple boundary

            This is implicitly typed.
            --simple boundary
            Content-type: text/plain; charset=us-ascii

            It ends with a line break.

            --simple boundary--

            This is the epilogue.

            """
        #expect(
            partList(mail.replacing("\n", with: end)) == [
                "0 multipart/mixed", "1 text/plain [This is implicitly typed.]",
                "1 text/plain [It ends with a line break.\(end)]",
            ])
    }

    @Test(
        arguments: [
            ("", ["0 text/plain []"]), ("body", ["0 text/plain [body]"]),
            ("\nbody", ["0 text/plain [body]"]), ("A: b", ["0 text/plain []"]),
            ("A: b\nbody", ["0 text/plain [body]"]),
            ("Content-Type: text\n\nx", ["0 text/plain [x]"]),
            ("Content-Type: TEXT/HTML\n\nx", ["0 text/html [x]"]),
            (
                "Content-Type: message/rfc822\n\nSubject: b\n\ninner",
                ["0 message/rfc822", "1 text/plain [inner]"]
            ),
            (
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogYg==",
                ["0 message/rfc822 [QTogYg==]"]
            ),
            (
                "Content-Type: multipart/digest; boundary=d\n\n--d\n\nA: b\n\nc\n--d--\n",
                ["0 multipart/digest", "1 message/rfc822", "2 text/plain [c]"]
            ),
        ])
    func `every mail is parts`(mail: String, expected: [String]) {
        #expect(partList(mail) == expected)
    }

    @Test(
        arguments: [
            // The inner boundary begins as the outer one does.
            (
                "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
                    + "Content-Type: multipart/mixed; boundary=a-b\n\n--a-b\n\n1\n--a-b--\n--a\n\n2\n--a--",
                ["0 multipart/mixed", "1 multipart/mixed", "2 text/plain [1]", "1 text/plain [2]"]
            ),
            // A boundary among headers, and one with a colon.
            (
                "Content-Type: multipart/mixed; boundary=\"a:b\"\n\n--a:b\nX: y\n--a:b\n\n2\n--a:b--",
                ["0 multipart/mixed", "1 text/plain []", "1 text/plain [2]"]
            ),
            // White space behind a boundary, and a line that only begins as one.
            (
                "Content-Type: multipart/mixed; boundary=a\n\n--a \t\n\n1\n--ab\n--a-\n--a--  \n--a\n\n3",
                ["0 multipart/mixed", "1 text/plain [1\n--ab\n--a-]"]
            ),
            // An outer boundary closes what is open in it.
            (
                "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
                    + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n--a\n\n2\n--b--\n3\n--a--",
                [
                    "0 multipart/mixed", "1 multipart/mixed", "2 text/plain [1]",
                    "1 text/plain [2\n--b--\n3]",
                ]
            ),
        ])
    func `boundaries are told apart`(mail: String, expected: [String]) {
        #expect(partList(mail) == expected)
    }

    @Test func `a boundary that closes nothing that is open ends the parts`() {
        let mail = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\n1\n--a--\n--a\n\n2"
        #expect(partList(mail).count == 2)
        #expect(faults(mail) == [[], []])
    }

    @Test(
        arguments: [
            ("Content-Type: multipart/mixed; boundary=a\n\n--a\n\n1\n", [.neverClosed]),
            ("Content-Type: multipart/mixed; boundary=a\n\nno part\n", [.noParts]),
            ("Content-Type: multipart/mixed\n\n--a\n\n1\n--a--", [.noParts]),
            ("Content-Type: multipart/mixed; boundary=\" \"\n\n--\n\n1", [.noParts]),
            (
                "Content-Type: a/b\ncontent-type: c/d\n\n",
                [.repeatedHeader("Content-Type")]
            ),
            ("Content-Transfer-Encoding: x-zip\n\n", [.unknownEncoding("x-zip")]),
        ] as [(String, [PartFault])])
    func `damage is told and nothing is refused`(mail: String, expected: [PartFault]) {
        #expect(faults(mail)[0] == expected)
    }

    @Test func `mails in mails are opened to a depth`() {
        let mail = String(repeating: "Content-Type: message/rfc822\n\n", count: 100) + "A: b\n\nend"
        let parts = PartReader(Array(mail.utf8).span).parts
        #expect(parts.count == PartReader.deepest + 1)
        #expect(parts.last?.faults == [.tooDeep])
        #expect(parts.last?.isText == true)
    }

    @Test func `of very many parts the first ones are told and the others counted`() {
        let part = "--a\n\nx\n"
        let head = "Content-Type: multipart/mixed; boundary=a\n\n"
        let reader = PartReader(Array((head + String(repeating: part, count: 5000)).utf8).span)
        #expect(reader.parts.count == PartReader.mostParts)
        #expect(reader.unlisted == 5001 - PartReader.mostParts)
    }

    @Test(
        arguments: [
            ("a.pdf", []), ("a.EXE", [.runs("exe")]),
            ("a.pdf.exe", [.runs("exe"), .doubleEnding("pdf")]),
            ("a.pdf   .exe .", [.runs("exe"), .doubleEnding("pdf")]), ("a.docm", [.runs("docm")]),
            ("v1.2.pdf", []), ("a.pdf.zip", [.doubleEnding("pdf")]), ("a.tar.gz", []), ("exe", []),
            ("a\u{202E}fdp.exe", [.runs("exe"), .deceivingName]), ("", []), (".", []),
            ("a.html", [.runs("html")]), ("a.pdf.pdf", []), ("a\u{7}.txt", [.deceivingName]),
        ] as [(RawText, [AttachmentRemark])])
    func `names that deceive and files that run are remarked on`(
        name: RawText, expected: [AttachmentRemark]
    ) {
        #expect(AttachmentRemark.all(names: [name]) == expected)
    }

    @Test func `a second name and a program under any name are remarked on`() {
        let body = MailBody(
            Array(
                """
                Content-Type: image/png; name=b.png
                Content-Disposition: attachment; filename=a.png

                MZ program
                """.utf8))
        #expect(
            body.parts[0].remarks == [
                .otherName("b.png"), .beginsAsProgram("a Windows program"),
            ])
        #expect(body.parts[0].name == "a.png")
        #expect(body.texts.isEmpty)
    }
}
