import Foundation

@testable import SESBrowser
@testable import SESCore

/// Logs and a store in a folder that is gone when the test is over.
final class TriageBench {
    let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("ses-triage-\(UUID().uuidString)").path

    var store: String { "\(path)/triage.db" }
    var location: StoreLocation { StoreLocation(chosen: RawText(store)) }

    /// The folder of the package.
    static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }.path

    init() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension TriageBench {
    /// Writes mails into a log and reads it.
    func table(
        _ mails: [TriageMail], named name: String = "a.log",
        _ shape: (String) -> String = { $0 }
    ) throws -> EventTable {
        let log = mails.map { shape($0.record) + "\n" }.joined()
        try log.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
        return LogLoader(paths: [RawText("\(path)/\(name)")]).load()
    }

    /// The program on a log of so many mails.
    func driver(_ count: Int = 6, columns: Int = 80) throws -> Driver {
        try Driver(table(TriageMail.mails(count)), columns: columns, desk: TestDesk(location))
    }

    /// What the store says of each row, by its letter; a blank for nothing.
    func stored(_ driver: Driver) throws -> String {
        let store = try TriageStore(location, as: .bob, for: .readOnly)
        var reader = RecordReader()
        return try (0..<driver.state.table.count).map { row in
            let key = try driver.state.table.triageKey(of: row, with: &reader)
            return try store.current(of: key)?.mark.decision?.letter ?? " "
        }.joined()
    }

    /// All decisions about a row, the first one first.
    func history(_ driver: Driver, row: Int) throws -> [StoredDecision] {
        let store = try TriageStore(location, as: .bob, for: .readOnly)
        return try store.history(of: key(driver, row: row))
    }

    func key(_ driver: Driver, row: Int) throws -> TriageKey {
        var reader = RecordReader()
        return try driver.state.table.triageKey(of: row, with: &reader)
    }

    /// Has somebody else decide about a row.
    func decide(
        _ decision: Decision, note: RawText? = nil, _ driver: Driver, row: Int, as author: Author
    ) throws {
        var reader = RecordReader()
        let new = try driver.state.table.newDecision(
            decision, note: note, about: row, with: &reader)
        var store = try TriageStore(location, as: author)
        _ = try store.append(DecisionStep([new]))
    }

    /// Takes the store away, so that nothing can be saved, or puts it back.
    func setStore(away: Bool) throws {
        let (from, to) = away ? (store, store + ".away") : (store + ".away", store)
        try FileManager.default.moveItem(atPath: from, toPath: to)
    }
}

extension Driver {
    /// The letters of the decision column, from the first mail to the last.
    var letters: String {
        (0..<state.rows.count).map { state.triage.marks[state.rows[$0]].letter }.joined()
    }

    /// A `*` for each mail that is tagged.
    var tags: String {
        (0..<state.rows.count)
            .map { state.triage.marks[state.rows[$0]].isTagged ? "*" : " " }.joined()
    }

    var position: Int { state.list.position }
}

/// A mail of a log that can be read again.
struct TriageMail {
    var number: Int
    /// The id that SES gave; nil for none.
    var id: String?
    var time: String

    init(_ number: Int, hasID: Bool = true) {
        self.number = number
        id = hasID ? "id\(number)" : nil
        let (minute, second) = (number / 60 % 60 + 10, number % 60 + 10)
        time = "2026-11-20T09:\(minute % 60):\(second % 60 < 10 ? "0" : "")\(second % 60).000Z"
    }

    static func mails(_ count: Int) -> [TriageMail] { (0..<count).map { TriageMail($0) } }

    /// The record as SES writes it to a topic.
    var record: String {
        let id = id.map { #""messageId":"\#($0)","# } ?? ""
        let verdicts = ["spam", "virus", "spf", "dkim", "dmarc"]
            .map { #""\#($0)Verdict":{"status":"PASS"}"# }.joined(separator: ",")
        return #"{"notificationType":"Received","mail":{"timestamp":"\#(time)","#
            + #""source":"bounce@d\#(number % 2).example",\#(id)"destination":["desk@corp.example"],"#
            + #""headersTruncated":false,"headers":[],"commonHeaders":{"#
            + #""from":["Sender <s\#(number % 3)@d\#(number % 2).example>"],"#
            + #""to":["desk@corp.example"],"subject":"mail number \#(number)"}},"#
            + #""receipt":{"timestamp":"\#(time)","processingTimeMillis":1,"#
            + #""recipients":["desk@corp.example"],\#(verdicts),"#
            + #""action":{"type":"SNS","topicArn":"arn:aws:sns:eu-west-1:1:t"}}}"#
    }

    /// A record as it comes in the text of a notification.
    static func inNotification(_ record: String) -> String {
        let text = record.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return #"{"Type":"Notification","MessageId":"5","TopicArn":"arn:aws:sns:eu-west-1:1:t","#
            + #""Message":"\#(text)","Timestamp":"2026-11-20T10:00:00.000Z"}"#
    }
}
