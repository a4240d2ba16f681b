import Testing

@testable import SESCore

@Suite struct MailTextTests {
    private func lines(_ text: BodyText) -> [String] {
        (0..<text.lineCount).map { text.line($0).map(\.text.description).joined() }
    }

    private func plain(_ text: String, _ flow: FlowedFormat? = nil) -> [String] {
        lines(PlainText(Array(text.utf8), flow: flow).text)
    }

    @Test(
        arguments: [
            ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\r\n", ["a", "b"]),
            ("a\n\n\nb", ["a", "", "", "b"]), ("a\rb", ["a\rb"]), ("\ta\tb", ["        a       b"]),
            ("12345678\tx", ["12345678        x"]), ("ä\tx", ["ä       x"]), ("a  ", ["a  "]),
        ])
    func `plain text is its lines, tabs set as blanks`(text: String, expected: [String]) {
        #expect(plain(text) == expected)
    }

    /// RFC 3676, sections 4 and 5.
    @Test(
        arguments: [
            ("a \nb\nc", false, ["a b", "c"]), ("a \nb", true, ["ab"]),
            (" >a\n From b", false, [">a", "From b"]),
            ("> a \n> b\n>> c \n> d", false, ["> a b", ">> c ", "> d"]),
            ("a\n-- \nb ", false, ["a", "-- ", "b "]),
            ("a \n\nb", false, ["a ", "b"]),
            ("a \n>b", false, ["a ", "> b"]),
        ])
    func `flowed lines are joined`(text: String, deletes: Bool, expected: [String]) {
        #expect(plain(text, FlowedFormat(deletesSpace: deletes)) == expected)
    }

    @Test func `a long line is broken between words and loses nothing`() {
        let word = "lorem "
        let text = String(repeating: word, count: 5000)
        let broken = plain(text)
        #expect(broken.count > 1 && broken.joined() == text)
        #expect(broken.dropLast().allSatisfy { $0.hasSuffix(" ") || $0.hasSuffix("lorem") })
        let solid = String(repeating: "\u{20AC}", count: 10_000)
        #expect(plain(solid).joined() == solid)
        #expect(plain(solid).allSatisfy { $0.utf8.count <= BodyText.longestLine })
    }

    @Test func `text beyond the limits is counted`() {
        let long = PlainText([UInt8](repeating: 0x61, count: BodyText.mostBytes + 5000), flow: nil)
        #expect(long.text.isFull)
        let many = PlainText([UInt8](repeating: 0x0A, count: BodyText.mostLines * 2), flow: nil)
        #expect(many.text.lineCount == BodyText.mostLines)
        #expect((BodyText.mostLines - 1...BodyText.mostLines).contains(many.taken))
    }

    @Test func `our words are told from the sender's wherever a line is broken`() {
        var text = BodyText()
        text.append(Array("a".utf8)[...])
        text.append(Array("[x".utf8)[...], .note)
        text.append(Array("]".utf8)[...], .note)
        text.endLine()
        text.append(Array(repeating: 0x62, count: BodyText.longestLine + 10)[...], .target)
        text.append(Array("c".utf8)[...])
        let kinds = (0..<text.lineCount).map { text.line($0).map(\.kind) }
        #expect(kinds == [[.text, .note], [.target], [.target, .text]])
        #expect(text.line(0).map(\.text) == ["a", "[x]"])
    }

    @Test func `the plain text comes first, then the other texts, and files do not`() {
        let mail = """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: text/html

            <b>html</b>
            --a
            Content-Type: text/csv
            Content-Disposition: attachment; filename=a.csv

            1,2
            --a
            Content-Type: text/plain

            plain
            --a
            Content-Type: application/pdf

            %PDF
            --a--
            """
        let body = MailBody(Array(mail.utf8))
        #expect(body.texts.map(\.part) == [3, 1])
        #expect(body.texts.map(\.isReduced) == [false, true])
        #expect(body.parts.dropFirst().map(\.size) == [11, 3, 5, 4])
    }

    @Test(
        arguments: [
            ("text/plain; charset=utf-8", "\u{FC}", "\u{FC}", nil),
            ("text/plain; charset=no-such", "x", "x", .unknownCharset("no-such")),
            ("text/plain; charset=UTF-7", "+AFs-", "+AFs-", .unknownCharset("UTF-7")),
            ("text/html", "<meta charset=koi8-r>\u{410}", "п░", nil),
            (
                "text/html",
                "<meta http-equiv=content-type content='text/html; charset=koi8-r'>\u{410}", "п░",
                nil
            ),
            ("text/plain; charset=big5", "\u{80}", nil, .notInCharset("big5")),
        ] as [(String, String, String?, PartFault?)])
    func `text is read in its charset`(
        type: String, body: String, expected: String?, fault: PartFault?
    ) throws {
        let mail = MailBody(Array("Content-Type: \(type)\n\n\(body)".utf8))
        let text = try #require(mail.texts.first?.text)
        if let expected { #expect(lines(text) == [expected]) }
        #expect(mail.parts[0].faults == (fault.map { [$0] } ?? []))
    }

    @Test func `text is given to parts until there is enough`() {
        let part =
            "--a\nContent-Type: text/plain\n\n" + String(repeating: "x", count: 900_000) + "\n"
        let head = "Content-Type: multipart/mixed; boundary=a\n\n"
        let body = MailBody(Array((head + String(repeating: part, count: 5)).utf8))
        #expect(body.texts.map { $0.text != nil } == [true, true, true, false, false])
        #expect(body.texts[2].hidden > 0)
        #expect(body.texts[3].hidden == 900_000)
    }

    @Test func `of a text beyond a megabyte the rest is counted`() throws {
        let mail = "Content-Type: text/plain\n\n" + String(repeating: "word ", count: 400_000)
        let text = try #require(MailBody(Array(mail.utf8)).texts.first)
        #expect(text.hidden == 2_000_000 - BodyText.mostBytes)
    }
}
