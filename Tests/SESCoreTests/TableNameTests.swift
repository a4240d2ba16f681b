import Testing

@testable import SESCore

@Suite struct TableNameTests {
    @Test(arguments: [
        ("Ana Pereira <ana@northwind.example>", "ana@northwind.example", "Ana Pereira"),
        ("\"Doe, Jane\" <jane@x.example>", "jane@x.example", "Doe, Jane"),
        ("jane@x.example", "jane@x.example", ""),
    ])
    func `a row keeps the address and the display name of the author apart`(
        author: String, address: String, name: String
    ) {
        var event = MailEvent()
        event.mail = Mail()
        event.mail?.commonHeaders = CommonHeaders()
        event.mail?.commonHeaders?.from = [RawText(author)]
        event.mail?.commonHeaders?.subject = "Hello"
        let row = row(EventSummary(event, isSalvaged: false))
        #expect(Array(row.from) == Array(address.utf8))
        #expect(Array(row.name) == Array(name.utf8))
        #expect(Array(row.subject) == Array("Hello".utf8))
    }

    @Test
    func `without an author the envelope sender stands for the address and nothing for the name`() {
        var event = MailEvent()
        event.mail = Mail()
        event.mail?.source = "Bounce <bounce@x.example>"
        let row = row(EventSummary(event, isSalvaged: false))
        #expect(Array(row.from) == Array("Bounce <bounce@x.example>".utf8))
        #expect(row.name.isEmpty)
    }

    @Test(arguments: [("a", 64), ("\u{E9}", 64), ("\u{6F22}", 63), ("\u{1F600}", 64)])
    func `a long name is cut between two characters`(letter: String, bytes: Int) {
        var summary = EventSummary()
        summary.name = Array(String(repeating: letter, count: 80).utf8)
        summary.subject = [0x53]
        let row = row(summary)
        #expect(row.name.count == bytes)
        #expect(String(validating: row.name, as: UTF8.self) != nil)
        #expect(Array(row.subject) == [0x53])
    }

    @Test func `a name of bytes that are no text is cut all the same`() {
        var summary = EventSummary()
        summary.name = [UInt8](repeating: 0x80, count: 255)
        #expect(row(summary).name.count == 60)
    }

    @Test func `a hostile display name marks the row`() {
        var summary = EventSummary()
        summary.name = Array("\u{1B}[7mroot".utf8)
        #expect(row(summary).isHostile)
    }

    private func row(_ summary: EventSummary) -> Row {
        var builder = PieceBuilder(file: 0)
        builder.append(summary, offset: 0, length: 2, route: 0)
        builder.append(EventSummary(), offset: 2, length: 2, route: 0)
        return Piece(builder).row(0)
    }
}
