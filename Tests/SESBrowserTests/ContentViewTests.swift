import Foundation
import Testing

@testable import SESBrowser
@testable import SESCore

/// What view Content is to show.
enum ContentFixture {
    /// The mail of a file of `Fixtures/Mail`, as if it had been found beside a log.
    static func answer(_ name: String) throws -> ContentAnswer {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Mail")
        let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).eml")))
        return .found(MailContent(bytes, .object(RawText("logs/\(name)"))))
    }

    static let missing = ContentAnswer.missing([
        "SES put this mail into s3://corp-inbound-mail/inbound/o3vrnil0e2ic28tr.",
        "Copy the object to logs/o3vrnil0e2ic28tr and it is shown here.",
    ])
}

@Suite struct ContentViewTests {
    private func document(_ answer: ContentAnswer?, columns: Int = 80) -> DetailDocument {
        DetailDocument(
            .content, of: DetailFixture.lambdaGuide, content: answer, columns: columns)
    }

    @Test(arguments: ["phish", "news", "flowed", "report", "files", "world", "damaged"])
    func `a mail is shown in its parts and texts`(name: String) throws {
        try expectGolden(document(try ContentFixture.answer(name)).text, "content-\(name)")
    }

    @Test func `nothing in a hostile mail reaches the screen as itself`() throws {
        for columns in [20, 80] {
            let document = document(try ContentFixture.answer("hostile"), columns: columns)
            #expect(document.rowCount > 200)
            for index in 0..<document.rowCount {
                for glyph in document.row(index) {
                    let scalar = glyph.glyph.scalar
                    #expect(scalar >= 0x20 && !(0x7F..<0xA0).contains(scalar))
                    #expect(![0x202E, 0x2066, 0x200B, 0xFEFF].contains(scalar))
                    #expect(!glyph.glyph.isNotation || glyph.role == .notation)
                }
            }
        }
    }

    @Test func `our words never look like the sender's`() throws {
        let document = document(try ContentFixture.answer("phish"))
        let roles = (0..<document.rowCount).map { document.row($0).map(\.role) }
        let texts = (0..<document.rowCount).map { document.text(ofRow: $0) }
        for (text, roles) in zip(texts, roles) {
            for word in ["-> ", "[hidden:", "[form"] {
                guard let place = text.range(of: word) else { continue }
                let index = text.unicodeScalars.distance(
                    from: text.startIndex, to: place.lowerBound)
                #expect(roles[index] != .plain, "\(text)")
            }
        }
        #expect(roles.joined().contains(.warning))
    }

    @Test func `while it is looked for, and where it is not there, that is said`() {
        #expect(document(nil).text == "reading the mail ...")
        #expect(document(ContentFixture.missing).text.hasPrefix("SES put this mail into s3://corp"))
    }

    @Test func `text beyond the limits is counted`() {
        let mail = "Content-Type: text/plain\n\n" + String(repeating: "word\n", count: 400_000)
        let content = MailContent(Array(mail.utf8), .file, size: 99_000_000)
        let document = document(.found(content))
        #expect(document.text(ofRow: document.rowCount - 1).hasSuffix("more"))
        #expect(document.text(ofRow: 1) == "(!) only the first 67.1 MB are read")
    }

    @Test(arguments: [(24, 80), (10, 40), (48, 160)])
    func `the view on the screen`(rows: Int, columns: Int) throws {
        var driver = Driver(.of(TestMail.desk), rows: rows, columns: columns)
        driver.press(.enter, "v", "v")
        driver.answer(try ContentFixture.answer("phish"))
        try expectGolden(driver.screen(), .mono, "content-\(columns)x\(rows)")
        driver.press("G")
        try expectGolden(driver.screen(), .mono, "content-end-\(columns)x\(rows)")
    }

    @Test func `the reason why there is nothing on the screen`() throws {
        var driver = Driver(.of(TestMail.desk), rows: 10, columns: 40)
        driver.press(.enter, "v", "v")
        driver.answer(ContentFixture.missing)
        try expectGolden(driver.screen(), .mono, "content-missing-40x10")
    }
}

@Suite struct ContentStateTests {
    private var driver: Driver {
        var driver = Driver(.of(TestMail.desk), rows: 24, columns: 80)
        driver.press("v", "v")
        return driver
    }

    @Test func `nothing is looked for until the view is open`() {
        var driver = Driver(.of(TestMail.desk), rows: 24, columns: 80)
        for key in ["j", "j", "v", "k"] as [Key] {
            driver.press(key)
            #expect(driver.contentRow == nil)
            driver.rest()
            #expect(driver.contentRow == nil)
        }
        driver.press("v")
        #expect(driver.contentRow == 1)
        driver.press("v", "v", "v", "v")
        #expect(driver.contentRow == nil)
    }

    @Test func `one mail is looked for at a time, and then the one under the cursor`() {
        var driver = driver
        #expect(driver.contentRow == 0)
        driver.press("j")
        driver.rest()
        driver.press("j")
        driver.rest()
        #expect(driver.state.detail.row == 2)
        #expect(driver.contentRow == nil)
        driver.answer(ContentFixture.missing, token: 1)
        #expect(driver.contentRow == 2)
        #expect(driver.screen().lines.contains { $0.hasPrefix("reading the mail") })
        driver.answer(ContentFixture.missing)
        #expect(driver.screen().lines.contains { $0.contains("SES put this mail") })
        #expect(driver.contentRow == nil)
    }

    @Test func `an answer that was asked for before a reload is dropped`() throws {
        var driver = driver
        driver.press("R")
        driver.receive(.table(.of(TestMail.desk), fraction: 1, isDone: true))
        driver.rest()
        #expect(driver.contentRow == nil)
        driver.answer(ContentFixture.missing, token: 1)
        #expect(driver.contentRow == 0)
        #expect(driver.screen().lines.contains { $0.hasPrefix("reading the mail") })
        driver.answer(try ContentFixture.answer("flowed"))
        #expect(driver.screen().lines.contains { $0.contains("logs/flowed") })
    }

    @Test func `what was not found is looked for again when more is known of the mail`() throws {
        var driver = driver
        driver.answer(ContentFixture.missing)
        let loaded = LoadedEvent.of(0, in: driver.state)
        driver.receive(.detail(row: 0, loaded))
        #expect(driver.contentRow == 0)
        driver.answer(try ContentFixture.answer("flowed"))
        driver.receive(.detail(row: 0, loaded))
        #expect(driver.contentRow == nil)
    }
}

extension Driver {
    /// The row whose mail the last step asked for.
    fileprivate var contentRow: Int? {
        for case .loadContent(let row, _) in effects { return row }
        return nil
    }

    /// Answers the last question for a mail, or the one of a number.
    fileprivate mutating func answer(_ answer: ContentAnswer, token: Int? = nil) {
        var asked = token
        for case .loadContent(_, let token) in effects { asked = asked ?? token }
        if let asked { receive(.content(token: asked, answer)) }
    }
}
