import Testing

@testable import SESCore

@Suite struct EncodedWordTests {
    private func text(_ value: RawText) -> DecodedText { EncodedWords.decode(value, in: .text) }

    private func mailboxes(_ value: RawText) -> DecodedText {
        EncodedWords.decode(value, in: .mailboxes)
    }

    @Test(
        arguments: [
            ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>"),
            (
                "=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>",
                "Keld Jørn Simonsen <keld@dkuug.dk>"
            ),
            (
                "=?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>",
                "André Pirard <PIRARD@vm1.ulg.ac.be>"
            ),
            (
                "Nathaniel Borenstein <nsb@x.example>\r\n (=?iso-8859-8?b?7eXs+SDv4SDs6Pru?=)",
                "Nathaniel Borenstein <nsb@x.example>\r\n (םולש ןב לטתמ)"
            ),
            ("(=?ISO-8859-1?Q?a?=)", "(a)"),
            ("(=?ISO-8859-1?Q?a?= b)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a_b?=)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)"),
        ] as [(RawText, RawText)])
    func `the examples of RFC 2047 are read as it says`(value: RawText, decoded: RawText) {
        #expect(mailboxes(value) == DecodedText(text: decoded, hasBadEncoding: false))
    }

    @Test func `the subject in the examples of RFC 2047 is read over two charsets`() {
        let value: RawText = """
            =?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=
             =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=
            """
        #expect(text(value).text == "If you can read this you understand the example.")
    }

    @Test(
        arguments: [
            ("=?windows-1252?B?NTAggCCEamGT?=", "50 € „ja“"),
            ("=?CP1252?Q?50_=80?=", "50 €"),
            ("=?iso-8859-15?B?NTAgpA==?=", "50 €"),
            ("=?iso_8859-7?B?weje7eE=?=", "Αθήνα"),
            ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
            ("=?koi8-u?B?t9bByw==?=", "Їжак"),
            ("=?windows-1251?B?z/Do4uXy?=", "Привет"),
            ("=?iso-2022-jp?B?GyRCOCtAUT1xGyhC?=", "見積書"),
            ("=?shift_jis?B?jKmQz4+RgVs=?=", "見積書ー"),
            ("=?euc-jp?B?uKvA0b3x?=", "見積書"),
            ("=?euc-kr?B?vsiz5w==?=", "안녕"),
            ("=?gb2312?B?xOO6ww==?=", "你好"),
            ("=?gb18030?B?xOO6w6Lj?=", "你好€"),
            ("=?gbk?B?6UY=?=", "镕"),
            ("=?big5?B?p0Gmbg==?=", "你好"),
            ("=?utf8?q?Gr=c3=bc=C3=9Fe?=", "Grüße"),
            ("=?utf-8*DE?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
            ("=?us-ascii*EN-US?q?plain?=", "plain"),
            ("=?utf-8?B?R3LDvMOfZQ?=", "Grüße"),
            ("=?utf-8?Q??=", ""),
        ] as [(RawText, RawText)])
    func `a word of each charset is read`(value: RawText, decoded: RawText) {
        #expect(text(value) == DecodedText(text: decoded, hasBadEncoding: false))
    }

    @Test func `a character that is cut in two by its words is one character`() {
        #expect(text("=?utf-8?B?5ryi5a0=?= =?utf-8?B?lw==?=").text == "漢字")
        #expect(text("=?utf-8?Q?=E6=BC?=\r\n\t=?UTF-8*ja?Q?=A2?= !").text == "漢 !")
    }

    @Test func `words of two encodings are not joined as bytes`() {
        let decoded = text("=?utf-8?Q?=E6=BC?= =?utf-8?B?og==?=")
        #expect(decoded.hasBadEncoding)
        #expect(decoded.text == "\u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test func `what a word spells is never decoded again`() {
        let decoded = text("=?utf-8?Q?=3D=3Futf-8=3FQ=3Fabc=3F=3D?=")
        #expect(decoded == DecodedText(text: "=?utf-8?Q?abc?=", hasBadEncoding: false))
        let halves = text("=?utf-8?Q?=3D?==?utf-8?Q?=3Futf-8=3FQ=3Fabc=3F=3D?=")
        #expect(halves.text == "=?utf-8?Q?abc?=")
    }

    @Test(
        arguments: [
            "=?no-such-charset?Q?abc?=", "=?utf-7?Q?+ADw-script+AD4-?=",
            "=?unicode-1-1-utf-7?B?K0FEdy0=?=", "=?utf-16?B?AGEAYg==?=",
            "=?utf-8//IGNORE?Q?a?=", "=?iso-8859-12?Q?a?=", "=?iso-8859-17?Q?a?=",
            "=?utf-8?B?!!!!?=", "=?utf-8?B?QUJDR?=", "=?utf-8?B?QQ==QQ==?=", "=?utf-8?B?QQ=?=",
            "=?utf-8?Q?=ZZ=4?=", "=?utf-8?Q?=4?=", "=?utf-8?Q?a=?=",
        ] as [RawText])
    func `a word that cannot be decoded stays as it is written, and is told`(value: RawText) {
        #expect(text(value) == DecodedText(text: value, hasBadEncoding: true))
        let amid = text("a " + value + " =?utf-8?Q?b?= c")
        #expect(amid == DecodedText(text: "a " + value + " b c", hasBadEncoding: true))
    }

    @Test(
        arguments: [
            "=?utf-8?Q?never ends", "=?utf-8?B?!!!not base64!!!?=", "=?utf-8?X?abc?=", "=?utf-8?Q",
            "=?", "=?utf-8?Q?", "=??Q?abc?=", "= ?utf-8?Q?abc?=", "=?utf-8?Q?a\u{7F}b?=",
            "=?ut f-8?Q?abc?=", "=?utf-8?QQ?abc?=", "a=b?c", "",
        ] as [RawText])
    func `what is no word is text`(value: RawText) {
        #expect(text(value) == DecodedText(text: value, hasBadEncoding: false))
    }

    @Test func `bytes that spell nothing become replacement characters, and are told`() {
        #expect(
            text("=?utf-8?Q?a=FFb?=") == DecodedText(text: "a\u{FFFD}b", hasBadEncoding: true))
        #expect(
            text("=?us-ascii?Q?a=FFb?=") == DecodedText(text: "a\u{FFFD}b", hasBadEncoding: true))
        #expect(
            text("=?windows-1252?Q?a=81b?=")
                == DecodedText(text: "a\u{FFFD}b", hasBadEncoding: true))
        #expect(
            text("=?euc-jp?B?uKvA?=") == DecodedText(text: "見\u{FFFD}", hasBadEncoding: true))
        #expect(
            text("=?utf-8?Q?=ED=A0=80?=").text == "\u{FFFD}", "a surrogate is no character")
    }

    @Test func `controls and line ends that a word spells are text like any other`() {
        #expect(text("=?utf-8?Q?a=00b?=").text.bytes == [0x61, 0, 0x62])
        #expect(
            text("=?utf-8?Q?a=0D=0AX-SES-Spam-Verdict:_PASS?=").text
                == "a\r\nX-SES-Spam-Verdict: PASS")
        #expect(text("=?utf-8?B?G1sySmdvbmU=?=").text.bytes == Array("\u{1B}[2Jgone".utf8))
    }

    @Test func `bytes beside words stay as they came`() {
        let value = RawText(Array("=?utf-8?Q?=C3=A4?= ".utf8) + [0xFC, 0x20] + Array("x".utf8))
        #expect(text(value).text.bytes == Array("ä ".utf8) + [0xFC, 0x20, 0x78])
    }

    @Test(
        arguments: [
            "a@=?utf-8?Q?evil.example?=", "a@x.=?utf-8?Q?example?=", "=?utf-8?Q?a?=@x.example",
            "=?utf-8?Q?a?= @x.example", "a@ =?utf-8?Q?x.example?=",
            "J <=?utf-8?Q?a?=@x.example>", "J <a@=?utf-8?Q?x.example?=>",
            "\"=?utf-8?Q?J?=\" <j@x.example>", "\"a\\\"=?utf-8?Q?J?=\" <j@x.example>",
        ] as [RawText])
    func `an address and a text in quotation marks are never decoded`(value: RawText) {
        #expect(mailboxes(value).text == value)
    }

    @Test(
        arguments: [
            (
                "=?utf-8?Q?\"Bank\"_<x@bank.example>,_?= <y@evil.example>",
                "y@evil.example", "\"Bank\" <x@bank.example>,"
            ),
            (
                "=?utf-8?Q?Doe,?= =?iso-8859-1?Q?_J=E4n?= <j@x.example>", "j@x.example",
                "Doe, Jän"
            ),
            ("=?utf-8?Q?back\\slash?=<j@x.example>", "j@x.example", "back\\slash"),
            (
                "j@x.example (=?utf-8?Q?a)_<x@bank.example>?=)", "j@x.example",
                "a) <x@bank.example>"
            ),
        ] as [(RawText, RawText, RawText)])
    func `a name that spells an address stays a name`(
        value: RawText, address: RawText, name: RawText
    ) {
        let list = MailboxText.list(mailboxes(value).text)
        #expect(list.count == 1)
        #expect(list.first?.address == address)
        #expect(list.first?.displayName == name)
    }

    @Test func `words behind twenty lines stay as they are written`() {
        let word: RawText = "=?utf-8?Q?b?="
        let fill = RawText(String(repeating: "a", count: EncodedWords.longest - word.count))
        #expect(text(fill + word) == DecodedText(text: fill + "b", hasBadEncoding: false))
        let late = fill + "a" + word
        #expect(text(late) == DecodedText(text: late, hasBadEncoding: true))
    }

    @Test func `fields are decoded by what may stand in them`() {
        let word: RawText = "=?utf-8?Q?a?="
        func decoded(_ name: RawText) -> RawText {
            HeaderField(name: name, value: "\"" + word + "\" " + word).decoded.text
        }
        #expect(decoded("SUBJECT") == "\"a\" a")
        #expect(decoded("X-Anything") == "\"a\" a")
        #expect(decoded("reply-to") == "\"" + word + "\" a")
        #expect(decoded("Received") == "\"" + word + "\" " + word)
        #expect(decoded("arc-seal") == "\"" + word + "\" " + word)
    }

    @Test func `no bytes make decoding fail, and it never makes much of little`() {
        var random = SeededGenerator(seed: 2047)
        let charsets = [
            "utf-8", "iso-2022-jp", "gb18030", "big5", "windows-1255", "koi8-r", "euc-kr", "x",
        ]
        for _ in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes += random.soup(pieces: 3)
                case 1: bytes += Array("\"(<@>)=? \r\n".utf8).shuffled(using: &random).prefix(4)
                default:
                    let charset = charsets.randomElement(using: &random) ?? "utf-8"
                    bytes += Array("=?\(charset)?Q?".utf8)
                    for _ in 0..<Int.random(in: 0...12, using: &random) {
                        let byte = UInt8.random(in: 0...255, using: &random)
                        bytes += Array("=\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
                    }
                    bytes += Array("?= ".utf8)
                }
            }
            for place in [EncodedWords.Place.text, .mailboxes, .nowhere] {
                let decoded = EncodedWords.decode(RawText(bytes), in: place)
                #expect(decoded.text.count <= 4 * bytes.count)
                if place == .nowhere { #expect(decoded.text.bytes == bytes) }
            }
        }
    }
}

@Suite struct DecodedFieldTests {
    private func mail(_ headers: [(RawText, RawText)]) -> Mail {
        var mail = Mail()
        mail.headers = headers.map { HeaderField(name: $0.0, value: $0.1) }
        return mail
    }

    @Test func `headers stand in, decoded, for what SES did not decode`() {
        let mail = mail([
            ("subject", "=?utf-8?Q?Gr=C3=BC=C3=9Fe?="),
            ("FROM", "=?utf-8?Q?J=C3=B6rg,_K?= <j@x.example>, Doe, Jane <jane@x.example>"),
        ])
        #expect(mail.subject == "Grüße")
        #expect(mail.from == ["\"Jörg, K\" <j@x.example>", "Doe, Jane <jane@x.example>"])
        #expect(mail.headers?.first?.value == "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=")
    }

    @Test func `what SES decoded is taken first, and as it is`() {
        var mail = mail([("Subject", "=?utf-8?Q?header?="), ("From", "header@x.example")])
        var common = CommonHeaders()
        common.subject = "=?utf-8?Q?once?="
        common.from = ["=?utf-8?Q?once?= <a@x.example>"]
        mail.commonHeaders = common
        #expect(mail.subject == "=?utf-8?Q?once?=")
        #expect(mail.from == ["=?utf-8?Q?once?= <a@x.example>"])
    }

    @Test(
        arguments: [
            ("a@x.example, b@x.example", ["a@x.example", "b@x.example"]),
            ("Doe, Jane <j@x.example>", ["Doe, Jane <j@x.example>"]),
            ("a@x.example, Team", ["a@x.example", "Team"]),
            ("undisclosed-recipients:;", ["undisclosed-recipients:;"]),
            ("a, b, c", ["a, b, c"]), (",", []), ("", []),
        ] as [(RawText, [RawText])])
    func `a header is divided into its mailboxes`(value: RawText, texts: [RawText]) {
        #expect(MailboxText.texts(value) == texts)
    }
}
