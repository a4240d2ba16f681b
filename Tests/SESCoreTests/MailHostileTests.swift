import Foundation
import Testing

@testable import SESCore

/// Bytes that tell how often they were looked at.
private struct CountedBytes: RandomAccessCollection {
    final class Count { var value = 0 }

    let bytes: [UInt8]
    let count = Count()
    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    subscript(index: Int) -> UInt8 {
        count.value += 1
        return bytes[index]
    }
}

@Suite struct MailHostileTests {
    /// How often the bytes of a text of so many units are looked at.
    private func looks(_ unit: String, _ count: Int) -> Int {
        let bytes = CountedBytes(bytes: Array(String(repeating: unit, count: count).utf8))
        var scanner = HTMLScanner(bytes)
        while scanner.next() != nil {}
        return bytes.count.value
    }

    @Test(
        arguments: [
            "<", "<a", "<a ", "<a b=\"", "<a b='>\" ", "<!--", "<!-", "<!", "<?", "</", "</a",
            "<style>", "<script></scrip", "<title><style><script>", "&", "&#", "<a b=c d=e f>",
            "<a href=\"x\">y</a>", "<!-- - -- ->", "--", "-->", "</style", "<style></style>",
        ])
    func `bytes are looked at a few times, however many there are`(unit: String) {
        let (one, two, four) = (looks(unit, 2000), looks(unit, 4000), looks(unit, 8000))
        #expect(one <= 24 * 2000 * unit.utf8.count)
        #expect(two <= 2 * one + 1000 && four <= 2 * two + 1000, "\(one) \(two) \(four)")
    }

    @Test(
        arguments: [
            "<", "<div>", "</div>", "<ul><li>", "<blockquote>", "<a href=//a.test>", "<p hidden>",
            "&",
            "&#1;", "<td>", "<pre>\n", "&zwnj;", "<br>", "<b></i>", "<ol><li>x", "\u{200D}", "\n",
            "\t",
            "<img alt='", "<hr>", "<span style='font-size:0'>x",
        ])
    func `very much of anything is text of a bounded size`(unit: String) {
        let size = unit == "<" ? 1_000_000 : 40_000
        let html = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
        let reduced = HTMLText.reduced(html)
        let text = reduced.text
        let shown = (0..<text.lineCount).reduce(0) { size, line in
            size + text.line(line).reduce(1) { $0 + $1.text.count }
        }
        #expect(shown <= BodyText.mostBytes + text.lineCount + 1)
        #expect(text.lineCount <= BodyText.mostLines)
        #expect(reduced.taken == html.count || text.isFull)
    }

    @Test(
        arguments: [
            "--a\n", "--", "--a--\n", "\n", "A: b\n", "Content-Type: message/rfc822\n\n",
            "Content-Type: multipart/mixed; boundary=a\n\n--a\n", " \n", "--a", "\r",
            "Content-Type: text/html; charset=utf-16\n\n", "From x\n",
        ])
    func `very many of any line are a mail of few parts`(unit: String) {
        let head = "Content-Type: multipart/mixed; boundary=a\n\n"
        let mail = head + String(repeating: unit, count: 100_000 / unit.utf8.count)
        let body = MailBody(Array(mail.utf8))
        #expect(body.parts.count <= PartReader.mostParts)
        #expect(body.parts.allSatisfy { $0.depth <= PartReader.deepest })
    }

    @Test func `boundaries that are nearly the same cost no more than their depth`() {
        var mail = ""
        for level in 0..<40 {
            let boundary = String(repeating: "b", count: 900) + "\(level)"
            mail += "Content-Type: multipart/mixed; boundary=\(boundary)\n\n--\(boundary)\n"
        }
        mail += String(repeating: "--" + String(repeating: "b", count: 902) + "\n", count: 2000)
        #expect(MailBody(Array(mail.utf8)).parts.count == PartReader.deepest + 1)
    }

    private static let fixtures = [
        "hostile", "phish", "news", "flowed", "report", "files", "world", "damaged",
    ]

    @Test(arguments: fixtures)
    func `a mail with any bytes changed is read`(name: String) throws {
        let file = Expectation.folder.appending(path: "Mail/\(name).eml")
        let mail = Array(try Data(contentsOf: file))
        var random = SeededGenerator(seed: UInt64(name.utf8.count))
        for _ in 0..<150 {
            var changed = mail
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
                case 1: changed.removeSubrange(place..<min(changed.count, place + 40))
                case 2: changed.insert(contentsOf: random.soup(pieces: 4), at: place)
                default:
                    let from = Int.random(in: 0..<mail.count, using: &random)
                    changed.insert(contentsOf: mail[from...].prefix(60), at: place)
                }
                if changed.isEmpty { changed = [0x0A] }
            }
            expectWhole(MailBody(changed), of: changed)
        }
    }

    /// Each part lies in the mail, and each line of its text is one.
    private func expectWhole(_ body: MailBody, of mail: [UInt8]) {
        #expect(!body.parts.isEmpty && body.parts[0].depth == 0)
        for (part, next) in zip(body.parts, body.parts.dropFirst()) {
            #expect(next.depth <= part.depth + 1)
        }
        #expect(body.parts.allSatisfy { $0.body.upperBound <= mail.count })
        #expect(Set(body.texts.map(\.part)).count == body.texts.count)
        for text in body.texts.compactMap(\.text) {
            for line in 0..<text.lineCount {
                #expect(text.line(line).allSatisfy { !$0.text.bytes.contains(0x0A) })
            }
        }
    }
}
