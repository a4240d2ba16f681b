import Testing

@testable import SESCore

/// HTML as text, lines joined by a line feed; our own words stand between ⟦ and ⟧.
func reduced(_ html: String) -> String {
    let text = HTMLText.reduced(Array(html.utf8)).text
    return (0..<text.lineCount).map { line in
        text.line(line).map { $0.kind == .text ? "\($0.text)" : "⟦\($0.text)⟧" }.joined()
    }.joined(separator: "\n")
}

@Suite struct MailHTMLTests {
    @Test(
        arguments: [
            ("a  b\n\tc", "a b c"), ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b<br/>c", "a\nb\nc"),
            ("a<br><br><br><br>b", "a\n\nb"), ("<div>a</div><div>b</div>", "a\nb"),
            ("<h1>a</h1>b", "a\n\nb"), ("<b>a</b> <i>b</i>c", "a bc"), ("<p>a<p>b", "a\n\nb"),
            ("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"), ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
            ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n\n  - b\n\n- c"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "a  b\nc\n\nd"),
            ("<td></td><td>a</td>", "a"), ("<blockquote>a<br>b</blockquote>c", "> a\n> b\n\nc"),
            ("<pre>a\n  b\n</pre>c  d", "a\n  b\n\nc d"), ("a&nbsp;\u{A0}b", "a b"),
            ("<title>t</title><style>s</style><script>x<p></script>a", "a"),
            ("<head>a</head>", "a"),
            ("a<!-- b --><!--> c<!--->d<!x>e<?y?>f", "a cdef"), ("", ""), ("<>", "<>"),
            ("a < b <c>d</c> </ e", "a < b d </ e"), ("1<2", "1<2"),
            ("a<hr>b", "a\n\n⟦----------⟧\n\nb"),
            ("</p>a</div></b>", "a"), ("<textarea>a\nb</textarea>", "a\nb"),
            ("<template>x</template>", "⟦[hidden:⟧ x⟦]⟧"), ("<button>a</button>", "a"),
        ])
    func `elements become lines`(html: String, expected: String) {
        #expect(reduced(html) == expected)
    }

    @Test(
        arguments: [
            ("&lt;b&gt; &amp;&quot;&apos;", "<b> &\"'"), ("&auml;&Auml;&szlig;&yuml;", "äÄßÿ"),
            ("&euro;&hellip;&#8364;&#x20ac;&#X20AC;", "€…€€€"),
            ("&copy 2026 &copyright;", "© 2026 &copyright;"),
            ("&#150;&#128;&#129;", "–€\u{FFFD}"),
            ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#99999999999999999999;", "\u{FFFD}"), ("&;&#;&#x;&nosuch;&", "&;&#;&#x;&nosuch;&"),
            ("&#27;[2J&#10;x", "\u{1B}[2J x"), ("a&#32;&#32;b", "a b"), ("&zwj", "\u{200D}"),
        ])
    func `references stand for what they name`(html: String, expected: String) {
        #expect(reduced(html) == expected)
    }

    @Test(
        arguments: [
            ("<a href='https://a.example/x'>go</a>", "go ⟦-> a.example⟧"),
            ("<a href=https://a.example>go</a>.", "go ⟦-> a.example⟧."),
            (
                "<a href='https://evil.test'>www.bank.example</a>",
                "www.bank.example ⟦-> evil.test⟧ ⟦(!) the text names www.bank.example⟧"
            ),
            (
                "<a href='https://x.bank.example'>bank.example</a>",
                "bank.example ⟦-> x.bank.example⟧"
            ),
            ("<a href='#top'>up</a><a>no</a><a href=''>x</a>", "upnox"),
            (
                "<a href='https://a.example'>a<a href='https://b.example'>b",
                "a ⟦-> a.example⟧b ⟦-> b.example⟧"
            ),
            (
                "<a href='https://a.example'><img src='cid:1' alt='Logo'></a>",
                "⟦[image: ⟧Logo⟦]⟧ ⟦-> a.example⟧"
            ),
            ("<a href='https://a.example'></a>", "⟦-> a.example⟧"),
            ("<base href='https://a.example/'><a href='x'>go</a>", "go ⟦-> a.example⟧"),
            (
                "<a href='https&#58;//evil.test'>b<b>ank.exam</b>ple</a>",
                "bank.example ⟦-> evil.test⟧ ⟦(!) the text names bank.example⟧"
            ),
            ("<a title='>' href=\"https://a.example\">x</a>", "x ⟦-> a.example⟧"),
            ("<a href=https://a.example href=https://b.example>x</a>", "x ⟦-> a.example⟧"),
        ])
    func `links tell where they lead`(html: String, expected: String) {
        #expect(reduced(html) == expected)
    }

    @Test(
        arguments: [
            ("<img>", "⟦[image]⟧"), ("<img alt=''>", "⟦[image]⟧"),
            (
                "<img src='http://t.example/o' width=1 height='1'>",
                "⟦[tracking image⟧ ⟦-> t.example⟧⟦]⟧"
            ),
            ("<img alt='a&lt;b\n c'>", "⟦[image: ⟧a<b c⟦]⟧"),
            (
                "<form action='https://c.test'><input type=password></form>",
                "⟦[form⟧ ⟦-> c.test⟧⟦]⟧\n⟦[field: ⟧password⟦]⟧"
            ),
            ("<input type=hidden><input>", "⟦[field: ⟧text⟦]⟧"),
            ("<iframe src='//f.test/x'></iframe>a", "⟦[frame⟧ ⟦-> f.test⟧⟦]⟧\na"),
            (
                "<meta http-equiv=Refresh content='0; URL=https://r.test/'>a",
                "⟦(!) goes on by itself⟧ ⟦-> r.test⟧\na"
            ),
        ])
    func `what is no text is named`(html: String, expected: String) {
        #expect(reduced(html) == expected)
    }

    @Test(
        arguments: [
            ("<p hidden>a</p>b", "⟦[hidden:⟧ a⟦]⟧\n\nb"),
            (
                "<div style='DISPLAY : none !important'>a<div>b</div></div>c",
                "⟦[hidden:⟧ a\nb⟦]⟧\nc"
            ),
            (
                "<span style='font-size:0px'>a<b style='font-size:12px'>b</b>c</span>",
                "⟦[hidden:⟧ a⟦]⟧b ⟦[hidden:⟧ c⟦]⟧"
            ),
            ("<td style='font-size:0'><p> </p></td>a", "a"),
            ("<i style='font:0/0 a'>x</i>", "⟦[hidden:⟧ x⟦]⟧"),
            ("<i style='font-size:0.9em;opacity:1;visibility:visible'>x</i>", "x"),
            ("<i style='visibility:hidden'>x", "⟦[hidden:⟧ x⟦]⟧"),
            ("<i style='opacity:0.0'>x</i>", "⟦[hidden:⟧ x⟦]⟧"), ("<i style=';:;a:b;'>x</i>", "x"),
        ])
    func `text that is not seen is marked`(html: String, expected: String) {
        #expect(reduced(html) == expected)
    }

    @Test func `few invisible characters stay, and many are counted`() {
        #expect(reduced("v&zwnj;i&shy;a") == "v\u{200C}i\u{AD}a")
        #expect(reduced("a &zwnj; &zwnj; b") == "a \u{200C} \u{200C} b")
        let filler = String(repeating: "&nbsp;&zwnj;", count: 50)
        #expect(reduced("a\(filler)b") == "a ⟦[50 invisible characters]⟧b")
        #expect(reduced("<p>a</p>\(filler)<p>b</p>") == "a\n\n⟦[50 invisible characters]⟧\n\nb")
    }

    @Test func `what is never closed is text and is not lost`() {
        #expect(reduced("a<!-- b <p>c") == "a<!-- b <p>c")
        #expect(reduced("a<a href=\"b>c</a>") == "a<a href=\"b>c</a>")
        #expect(reduced("a<style>b<p>c") == "ab\n\nc")
        #expect(reduced("a<b") == "a<b")
    }
}

@Suite struct MailLinkTests {
    @Test(
        arguments: [
            ("http://A.Example:8080/x", "-> a.example"), ("HTTPS:\\\\a.example\\x", "-> a.example"),
            (" \u{1}http:///a.example.", "-> a.example"), ("ht\ntp://a\t.example", "-> a.example"),
            ("//a.example", "-> a.example"), ("/path", nil), ("path", nil), ("#x", nil), ("", nil),
            ("mailto:a@b.example?subject=x", "-> a@b.example"), ("tel:+1", "-> tel:"),
            ("cid:x", nil), ("javascript:x", "-> javascript:"), ("http://", nil),
            ("http:a.example", "-> a.example"),
            ("http://%65vil.test", "-> evil.test"), ("http://[::1]:80/", "-> [::1]:80"),
        ] as [(String, RawText?)])
    func `an address is read as browsers read it`(address: String, expected: RawText?) {
        #expect(LinkTarget(Array(address.utf8)).words == expected)
    }

    @Test(
        arguments: [
            ("http://bank.example@evil.test/", "x", "(!) bank.example@ is no host"),
            ("http://3232235777/", "x", "(!) a number, no name"),
            ("http://0xC0A80001/", "x", "(!) a number, no name"),
            ("http://203.0.113.9/", "x", "(!) a number, no name"),
            ("http://b\u{430}nk.example/", "x", "(!) letters that are no ASCII"),
            ("data:text/html,x", "x", "(!) no address: data"), ("tel:1", "x", nil),
            ("https://evil.test", "Bank.Example!", "(!) the text names bank.example"),
            ("mailto:a@evil.test", "help@bank.example", "(!) the text names bank.example"),
            ("https://www.bank.example", "bank.example", nil),
            ("https://evil.test", "Mr.Smith", nil),
        ] as [(String, RawText, RawText?)])
    func `a target that deceives is remarked on`(
        address: String, text: RawText, expected: RawText?
    ) {
        #expect(LinkTarget(Array(address.utf8)).warning(shownAs: text) == expected)
    }
}
