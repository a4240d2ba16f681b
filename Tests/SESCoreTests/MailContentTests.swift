import Foundation
import Testing

@testable import SESCore

/// Where the mail of an event is found.
@Suite struct MailContentTests {
    private static let folder = Expectation.folder.appending(path: "Mail")

    /// What looking for the mail of each event in the log came to, by the id of the event.
    private func answers(_ log: URL, deliveries: Deliveries = Deliveries()) throws -> [String:
        ContentAnswer]
    {
        let table = LogLoader(paths: [RawText(log.path(percentEncoded: false))]).load()
        var reader = RecordReader()
        var answers: [String: ContentAnswer] = [:]
        for row in 0..<table.count {
            let id = try table.load(row, with: &reader).event.mail?.messageID?.description ?? ""
            answers[id] = table.content(of: row, among: deliveries)
        }
        return answers
    }

    private func found(_ answer: ContentAnswer?) -> MailContent? {
        if case .found(let content)? = answer { content } else { nil }
    }

    private func reasons(_ answer: ContentAnswer?) -> [String] {
        if case .missing(let sentences)? = answer { sentences.map(\.description) } else { [] }
    }

    @Test func `the mail is found in the event, in either encoding`() throws {
        let answers = try answers(Self.folder.appending(path: "log.ndjson"))
        let mails = ["plain", "coded", "unnamed"].map { found(answers[$0]) }
        #expect(
            mails.map(\.?.origin) == [
                .event(isBase64: false, isOtherDelivery: false),
                .event(isBase64: true, isOtherDelivery: false),
                .event(isBase64: true, isOtherDelivery: false),
            ])
        #expect(Set(mails.map(\.?.body)).count == 1)
        #expect(mails[0]?.body.parts.count == 3)
        #expect(mails.allSatisfy { $0?.remarks == [] })
    }

    @Test func `a mail that the log cut is shown as far as it goes`() throws {
        let cut = found(try answers(Self.folder.appending(path: "log.ndjson"))["cut"])
        #expect(cut?.remarks == [.damaged])
        #expect(cut?.body.parts.first?.faults.isEmpty == false)
    }

    @Test func `the object of a mail is found beside the log`() throws {
        let answers = try answers(Self.folder.appending(path: "log.ndjson"))
        let path = Self.folder.path(percentEncoded: false)
        #expect(found(answers["beside"])?.origin == .object(RawText("\(path)/object-beside")))
        #expect(found(answers["packed"])?.origin == .object(RawText("\(path)/packed.gz")))
        #expect(found(answers["beside"])?.body.texts.count == 1)
        #expect(
            found(answers["beside"])?.remarks
                == [])
        #expect(found(answers["packed"])?.remarks == [])
    }

    @Test func `where the mail is not found the reason and the help are told`() throws {
        let answers = try answers(Self.folder.appending(path: "log.ndjson"))
        let path = Self.folder.path(percentEncoded: false)
        #expect(
            reasons(answers["elsewhere"]) == [
                "SES put this mail into s3://corp-inbound-mail/inbound/elsewhere.",
                "Copy the object to \(path)/elsewhere and it is shown here.",
            ])
        #expect(reasons(answers["sealed"])[1].contains("KMS"))
        #expect(
            reasons(answers["lambda"])[0]
                == "The event does not carry the mail: it does for an SNS action alone.")
        #expect(reasons(answers["lambda"])[1].hasSuffix("/lambda and it is shown here."))
        #expect(!reasons(answers["hostile"]).contains { $0.contains("passwd:") })
    }

    @Test func `a raw mail is read from its headers to the end of its file`() throws {
        let answer = try answers(Self.folder.appending(path: "report.eml"))
        let content = try #require(answer.values.first.flatMap { found($0) })
        #expect(content.origin == .file)
        #expect(content.body.parts.map(\.type).last == "text/plain")
        let path = Self.folder.appending(path: "report.eml").path(percentEncoded: false)
        #expect(
            content.size == (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int))
    }

    @Test func `links are not followed, and what is no mail is not shown`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ses-browser-content-\(UUID().uuidString)")
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        let log = folder.appending(path: "log.ndjson")
        try manager.copyItem(at: Self.folder.appending(path: "log.ndjson"), to: log)
        try manager.createSymbolicLink(
            at: folder.appending(path: "elsewhere"),
            withDestinationURL: Self.folder.appending(path: "object-beside"))
        try Data("no mail".utf8).write(to: folder.appending(path: "lambda"))
        try manager.createDirectory(
            at: folder.appending(path: "sealed"), withIntermediateDirectories: true)
        let answers = try answers(log)
        #expect(
            reasons(answers["elsewhere"])[1].hasSuffix(
                "elsewhere: is a symbolic link, which is not followed"))
        #expect(reasons(answers["lambda"])[1].hasSuffix("lambda: does not begin as a mail"))
        #expect(reasons(answers["sealed"])[1].hasSuffix("sealed: is no file"))
        #expect(reasons(answers["beside"]).count == 2)
    }

    @Test func `the mail of another delivery is shown where the own has none`() throws {
        let lines = try String(
            contentsOf: Self.folder.appending(path: "log.ndjson"), encoding: .utf8
        )
        .split(separator: "\n")
        let log = FileManager.default.temporaryDirectory
            .appending(path: "ses-browser-deliveries-\(UUID().uuidString).ndjson")
        defer { try? FileManager.default.removeItem(at: log) }
        let other = lines[7].replacing("elsewhere", with: "plain")
        try Data("\(other)\n\(lines[0])\n".utf8).write(to: log)
        let table = LogLoader(paths: [RawText(log.path(percentEncoded: false))]).load()
        #expect(found(table.content(of: 0, among: Deliveries())) == nil)
        let linked = try #require(Deliveries.linking(table, while: { true }))
        #expect(
            found(table.content(of: 0, among: linked))?.origin
                == .event(isBase64: false, isOtherDelivery: true))
    }
}
