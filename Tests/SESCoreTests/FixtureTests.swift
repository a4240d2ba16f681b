import Foundation
import Testing

@testable import SESCore

/// What a fixture holds, as the generator of the fixtures wrote it down.
struct Expectation: Decodable {
    struct Event: Decodable {
        let messageId: String?
        let subject: String?
        let verdicts: [String: String?]
        let envelopes: [String]
    }

    let events: [Event]
    let otherDocuments: [String: Int]?
    let brokenRegions: Int?
    let note: String?
    let marks: [String]?

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func all() throws -> [String: Expectation] {
        let data = try Data(contentsOf: folder.appending(path: "expected.json"))
        return try JSONDecoder().decode([String: Expectation].self, from: data)
    }
}

@Suite struct FixtureTests {
    func load(_ name: String, step: Int) -> EventTable {
        let path = RawText(Expectation.folder.appending(path: name).path(percentEncoded: false))
        return LogLoader(paths: [path], settings: LoadSettings(step: step)).load()
    }

    @Test(arguments: [1, 7, 64, 4096, 512 << 10])
    func `every fixture reads as it was made, through windows of any size`(step: Int) throws {
        for (name, expected) in try Expectation.all() {
            // Reading byte by byte is slow: of each framing one envelope, and no large file.
            let isSmall =
                try size(name) < (name.hasPrefix("Shapes/") ? 3000 : 6000)
                && (!name.contains("--") || name.contains("--pair"))
            guard step > 1 || isSmall else { continue }
            let table = load(name, step: step)
            #expect(table.count == expected.events.count, "\(name)")
            let report = table.files[0]
            if let others = expected.otherDocuments {
                let found = report.otherDocuments.map { ($0.key.rawValue, $0.value) }
                #expect(Dictionary(uniqueKeysWithValues: found) == others, "\(name)")
            }
            if let regions = expected.brokenRegions {
                #expect(report.brokenRegions.count == regions, "\(name)")
            }
            guard table.count == expected.events.count else { continue }
            try compare(table, expected.events, name)
        }
    }

    private func size(_ name: String) throws -> Int {
        let path = Expectation.folder.appending(path: name).path(percentEncoded: false)
        return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    private func compare(
        _ table: EventTable, _ expected: [Expectation.Event], _ name: String
    ) throws {
        var reader = RecordReader()
        for (index, expected) in expected.enumerated() {
            let loaded = try table.load(index, with: &reader)
            let event = loaded.event
            #expect(event.mail?.messageID?.description == expected.messageId, "\(name) \(index)")
            #expect(
                loaded.provenance.envelopes.map(\.rawValue) == expected.envelopes,
                "\(name) \(index)")
            for check in Check.allCases {
                let verdict = event.receipt?.verdicts[check] ?? .missing
                #expect(
                    verdict.spelled?.description == expected.verdicts[check.word] ?? nil,
                    "\(name) \(index) \(check)")
                #expect(table.facts(index)[check] == verdict.status, "\(name) \(index) \(check)")
            }
            if let subject = expected.subject {
                #expect(event.mail?.subject?.description ?? "" == subject, "\(name) \(index)")
            }
            #expect(
                table.facts(index).policy == event.receipt?.dmarcPolicy ?? .absent,
                "\(name) \(index)")
        }
    }

    @Test func `the event of the AWS Lambda guide is read field by field`() throws {
        let table = load("aws-lambda-guide.json", step: 4096)
        var reader = RecordReader()
        let event = try table.load(0, with: &reader).event
        #expect(event.eventSource == "aws:ses")
        #expect(event.eventVersion == "1.0")
        let mail = try #require(event.mail)
        #expect(mail.messageID == "o3vrnil0e2ic28tr")
        #expect(mail.timestamp == "1970-01-01T00:00:00.000Z")
        #expect(mail.source == "janedoe@example.com")
        #expect(mail.destination == ["johndoe@example.com"])
        #expect(mail.headersTruncated == false)
        #expect(mail.headers?.count == 10)
        #expect(mail.headers?.last?.value == "text/plain; charset=UTF-8")
        let common = try #require(mail.commonHeaders)
        #expect(common.from == ["Jane Doe <janedoe@example.com>"])
        #expect(common.to == ["johndoe@example.com"])
        #expect(common.returnPath == "janedoe@example.com")
        #expect(common.messageID == "<0123456789example.com>")
        #expect(common.date == "Wed, 7 Oct 2015 12:34:56 -0700")
        #expect(common.subject == "Test Subject")
        let receipt = try #require(event.receipt)
        #expect(receipt.recipients == ["johndoe@example.com"])
        #expect(receipt.processingTimeMillis == "574")
        #expect(receipt.action?.type == "Lambda")
        #expect(receipt.action?["invocationType"] == "Event")
        #expect(
            receipt.action?["functionArn"]
                == "arn:aws:lambda:us-west-2:111122223333:function:Example")
        for check in [Check.spam, .virus, .spf, .dkim] {
            #expect(receipt.verdicts[check].status == .pass)
        }
        #expect(receipt.verdicts[.dmarc] == .missing)
        #expect(event.extras.isEmpty)
        #expect(table[0].time.milliseconds == 0)
    }

    @Test func `a record that was moved or cut is no longer in the file`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "ses-\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: path) }
        let sample = Expectation.folder.appending(path: "aws-lambda-guide.json")
        try FileManager.default.copyItem(at: sample, to: path)
        let name = RawText(path.path(percentEncoded: false))
        let table = LogLoader(paths: [name]).load()
        try Data("{}".utf8).write(to: path)
        var reader = RecordReader()
        #expect(throws: SourceError.self) { try table.load(0, with: &reader) }
    }

    @Test func `a file that cannot be read does not stop the others`() {
        let sample = RawText(
            Expectation.folder.appending(path: "aws-lambda-guide.json").path(percentEncoded: false))
        let table = LogLoader(paths: ["/no/such/file", "/dev/null", sample, sample]).load()
        #expect(table.count == 1)
        #expect(table.files[0].failure == "no such file")
        #expect(table.files[1].failure?.contains("device") == true)
        #expect(table.files[2].failure == nil)
        #expect(table.files[3].failure == nil && table.files[3].note?.contains("twice") == true)
    }
}
