import SESCore
import Testing

@testable import SESBrowser

@Suite struct DetailDocumentTests {
    @Test(arguments: DetailView.allCases)
    func `every row fits every width`(view: DetailView) {
        let mails = [
            DetailFixture.suspect, DetailFixture.lambdaGuide, DetailFixture.loaded(MailEvent()),
            DetailFixture.loaded(MailEvent(), carrier: "", record: ""), Self.odd,
        ]
        for mail in mails {
            for columns in 1...200 {
                let document = DetailDocument(view, of: mail, columns: columns)
                #expect(document.rowCount >= 1)
                for index in 0..<document.rowCount {
                    let width = document.row(index).reduce(0) { $0 + Int($1.glyph.width) }
                    #expect(width <= columns, "row \(index) at \(columns) columns")
                }
                #expect(document.row(-1).isEmpty)
                #expect(document.row(document.rowCount).isEmpty)
            }
        }
    }

    @Test(arguments: DetailView.allCases)
    func `a width of nothing is a width of one`(view: DetailView) {
        #expect(DetailDocument(view, of: Self.odd, columns: 0).rowCount >= 1)
        #expect(DetailDocument(view, of: Self.odd, columns: -3).rowCount >= 1)
    }

    @Test func `every control reaches the screen as notation only`() {
        for view in DetailView.allCases {
            let document = DetailDocument(view, of: Self.odd, columns: 30)
            for index in 0..<document.rowCount {
                for glyph in document.row(index) {
                    #expect(glyph.glyph.scalar >= 0x20 && glyph.glyph.scalar != 0x7F)
                    #expect(!glyph.glyph.isNotation || glyph.role == .notation)
                }
            }
        }
    }

    @Test func `a field is drawn to a limit and says how much more there is`() {
        var event = MailEvent()
        var mail = Mail()
        mail.headers = [
            HeaderField(name: "X-Long", value: RawText(repeatElement(0x61, count: 9_900_000)))
        ]
        event.mail = mail
        let document = DetailDocument(.headers, of: DetailFixture.loaded(event), columns: 80)
        #expect(document.rowCount < 1000)
        #expect(document.text.contains("... 9.8 MB more"))
    }

    @Test func `a cut never halves a letter`() {
        let text = RawText(String(repeating: "\u{20AC}", count: 100))
        #expect(text.scalarBoundary(notAfter: 100) == 99)
        #expect(text.scalarBoundary(notAfter: 99) == 99)
        #expect(text.scalarBoundary(notAfter: 300) == 300)
        let invalid = RawText(repeatElement(0x80, count: 10))
        #expect(invalid.scalarBoundary(notAfter: 5) == 5)
    }

    @Test func `twenty thousand headers are laid out soon`() {
        var event = MailEvent()
        var mail = Mail()
        mail.headers = DetailFixture.fields(
            (0..<20_000).map { ("X-Number-\($0)", "value of some length, the \($0)th of them") })
        event.mail = mail
        let loaded = DetailFixture.loaded(event)
        var document = DetailDocument(.headers, of: loaded, columns: 80)
        let time = ContinuousClock().measure {
            document = DetailDocument(.headers, of: loaded, columns: 80)
        }
        #expect(document.rowCount == 20_002)
        #expect(document.text(ofRow: 20_001).hasPrefix("X-Number-19999: value"))
        // A debug build takes some twenty times as long as the 100 ms that a release build may take.
        #expect(time < .seconds(5), "\(time)")
    }

    @Test func `a number of bytes is told in powers of ten`() {
        let counts = [0, 1, 999, 1000, 9_999, 1_250_000, 9_900_000, 4_200_000_000, 12_000_000_000]
        #expect(
            counts.map { ByteAmount($0).description } == [
                "0 bytes", "1 byte", "999 bytes", "1.0 kB", "9.9 kB", "1.2 MB", "9.9 MB", "4.2 GB",
                "12.0 GB",
            ])
    }

    @Test func `the strip tells every status apart without colour`() {
        for check in Check.allCases {
            let signs = VerdictStatus.allCases.map {
                VerdictStrip.glyph(for: $0, check: check).scalar
            }
            #expect(Set(signs).count == signs.count)
            #expect(VerdictStrip.glyph(for: .fail, check: check).scalar == check.letter)
        }
        #expect(VerdictStrip.glyph(for: .disabled, check: .spam).role != .plain)
    }

    /// A mail whose every text is hostile to a terminal.
    private static var odd: LoadedEvent {
        let bytes = RawText((0...255).map { UInt8($0) } + Array("\u{1B}[31m \u{202E}x\r\n y".utf8))
        var event = MailEvent()
        var mail = Mail()
        var common = CommonHeaders()
        common.subject = bytes
        common.from = [bytes, bytes]
        mail.headers = [HeaderField(name: bytes, value: bytes)]
        mail.commonHeaders = common
        mail.timestamp = bytes
        mail.source = bytes
        event.mail = mail
        event.receipt = Receipt()
        event.receipt?.verdicts[.spam] = Verdict(token: bytes)
        event.receipt?.action = ReceiptAction()
        event.receipt?.action?.type = bytes
        event.receipt?.processingTimeMillis = bytes
        event.extras = [ExtraField(path: bytes, source: bytes)]
        return DetailFixture.loaded(event, carrier: bytes, record: bytes)
    }
}
