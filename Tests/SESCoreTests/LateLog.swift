import Foundation

@testable import SESCore

/// Random logs whose mails differ in what late columns hold, in shapes of all kinds.
struct LateLog {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed &+ 77) }

    /// The bytes of a log of about so many mails.
    mutating func bytes(mails: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var count = 0
        while count < mails {
            let (line, held) = document()
            bytes += Array((line + "\n").utf8)
            count += held
        }
        return bytes
    }

    private mutating func document() -> (line: String, mails: Int) {
        let pair = pair()
        switch random.next() % 40 {
        case 0...13:
            return (#"{"Records":[{"eventSource":"aws:ses","ses":\#(pair)}]}"#, 1)
        case 14...21: return (pair, 1)
        case 22...25: return (#"{"notificationType":"Received",\#(pair.dropFirst())"#, 1)
        case 26...29: return (sns(pair), 1)
        case 30...33:
            let bodies = [sns(pair), sns(self.pair()), self.pair()]
            let messages = bodies.map { #"{"messageId":"m","body":\#(quoted($0))}"# }
            return (#"{"Messages":[\#(messages.joined(separator: ","))]}"#, 3)
        case 34: return subscription()
        case 35...37: return ("2026-11-20T10:00:00Z INFO got \(pair) and more", 1)
        default: return ("START RequestId: 7", 0)
        }
    }

    /// Log events as a subscription packs them: one carrier with many records.
    private mutating func subscription() -> (String, Int) {
        let count = Int(random.next() % 4) + 1
        let events = (0..<count).map { index in
            #"{"id":"\#(index)","timestamp":1,"message":\#(quoted(pair()))}"#
        }
        let text =
            #"{"messageType":"DATA_MESSAGE","owner":"1","logGroup":"g","logStream":"s","#
            + #""subscriptionFilters":["f"],"logEvents":[\#(events.joined(separator: ","))]}"#
        let data = Data(GzipMaker.packed(Array(text.utf8))).base64EncodedString()
        return (#"{"awslogs":{"data":"\#(data)"}}"#, count)
    }

    private func sns(_ text: String) -> String {
        #"{"Type":"Notification","MessageId":"m","TopicArn":"t","Message":\#(quoted(text))}"#
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}

extension LateLog {
    /// One of some words, the first one most often.
    mutating func pick(_ words: [String]) -> String {
        random.next() % 2 == 0 ? words[0] : words[Int(random.next() % UInt64(words.count))]
    }

    /// `mail` and `receipt`.
    mutating func pair() -> String {
        let number = random.next() % 40
        var mail = [
            #""timestamp":"2026-11-20T10:0\#(number % 10):00.000Z""#,
            pick([
                #""source":"a\#(number)@x.example""#, #""source":"<>""#, #""source":"""#,
                #""source":null"#, #""source":"b\u00fcro@x.example""#, #""destination":[]"#,
            ]),
            #""messageId":"id\#(number)""#, #""headers":\#(headers())"#,
        ]
        mail.append(
            pick([
                #""commonHeaders":{"from":["A <a@x.example>"],"to":["Desk <desk\#(number)@corp.example>","b@c.example"],"cc":["c@corp.example"],"subject":"s"}"#,
                #""commonHeaders":{"from":["a@x.example"],"to":"one@corp.example","subject":"s"}"#,
                #""commonHeaders":{"subject":"s"}"#, #""commonHeaders":null"#,
            ]))
        return #"{"mail":{\#(mail.joined(separator: ","))},"receipt":\#(receipt())}"#
    }

    private mutating func receipt() -> String {
        var members = ["spam", "virus", "spf", "dkim", "dmarc"].map { check in
            #""\#(check)Verdict":{"status":"\#(pick(["PASS", "PASS", "FAIL", "GRAY", "pass", "ODD"]))"}"#
        }
        members.append(
            pick([
                #""recipients":["desk@corp.example"]"#,
                #""recipients":["one@corp.example","two@corp.example"]"#,
                #""recipients":["line\nfeed@corp.example","\u00fc@corp.example"]"#,
                #""recipients":"alone@corp.example""#, #""recipients":[]"#, #""recipients":null"#,
            ]))
        members.append(
            pick([
                #""processingTimeMillis":298"#, #""processingTimeMillis":"12""#,
                #""processingTimeMillis":1.5"#, #""processingTimeMillis":999999999999"#,
                #""processingTimeMillis":4294967294"#, #""processingTimeMillis":-1"#,
                #""processingTimeMillis":0"#, #""processingTimeMillis":null"#,
            ]))
        members.append(
            pick([
                #""action":{"type":"S3","bucketName":"b"}"#, #""action":{"type":"Lambda"}"#,
                #""action":{"bucketName":"b"}"#, #""action":{"type":7}"#, #""action":null"#,
            ]))
        return "{\(members.joined(separator: ","))}"
    }

    private mutating func headers() -> String {
        var headers: [(String, String)] = []
        if random.next() % 8 > 0 { headers += ownHeaders() }
        let others = random.next() % 5
        for _ in 0..<others { headers.append(otherHeader()) }
        if random.next() % 6 == 0 { headers += ownHeaders().suffix(Int(random.next() % 3)) }
        if random.next() % 30 == 0 { return "null" }
        let isSwapped = random.next() % 9 == 0
        let objects = headers.map { name, value in
            isSwapped
                ? #"{"value":"\#(value)","name":"\#(name)"}"#
                : #"{"name":"\#(name)","value":"\#(value)"}"#
        }
        return "[\(objects.joined(separator: ","))]"
    }

    private mutating func ownHeaders() -> [(String, String)] {
        let ip = pick(["192.0.2.\(random.next() % 30)", "2001:db8::\(random.next() % 9)"])
        let host = pick(["inbound-smtp.us-east-1.amazonaws.com", "mx.other.example"])
        return [
            (pick(["Return-Path", "return-path"]), "<a@x.example>"),
            (
                "Received",
                "from h (h [\(ip)]) by \(host) with SMTP id 7 for d@corp.example; "
                    + "Fri, 20 Nov 2026 10:00:00 +0000 (UTC)"
            ),
            ("X-SES-Spam-Verdict", pick(["PASS", "PASS", " FAIL"])),
            (pick(["X-SES-Virus-Verdict", "X-Ses-Odd"]), "PASS"),
            ("Received-SPF", "pass"),
            (
                "Authentication-Results",
                pick(["amazonses.com", "mx.example"]) + "; spf=pass; dkim=pass header.i=@x.example"
                    + "; dmarc=\(pick(["pass", "fail", "none", "odd"])) header.from=x.example"
            ),
            ("X-SES-RECEIPT", "AEF"),
        ]
    }

    private mutating func otherHeader() -> (String, String) {
        switch random.next() % 7 {
        case 0: ("X-Mailer", pick(["Mutt", "=?UTF-8?Q?M=C3=BCll?=", #"say \"hi\" \u00fc"#]))
        case 1: ("To", #"=?UTF-8?Q?J=C3=BCrgen?= <j@corp.example>, \"x\" <x@y.example>"#)
        case 2: ("Cc", "c@corp.example")
        case 3: (pick(["X-SES-Outgoing", "x-ses-spam-verdict", "X-SES-"]), "PASS")
        case 4: (#"x\u002dodd"#, "value")
        case 5: ("Received", "from a by b")
        default: ("Subject", "Hello")
        }
    }
}

/// What the doc comments of ``RowParticulars`` say, for an event that was decoded whole.
func expectedParticulars(_ event: MailEvent) -> RowParticulars {
    var expected = RowParticulars()
    if let source = event.mail?.source, source != "<>" { expected.source = source }
    let recipients = (event.receipt?.recipients ?? []).map { text in
        RawText(text.bytes.map { $0 == 0x0A ? 0x20 : $0 })
    }
    expected.recipients = .joined(recipients, by: "\n")
    expected.ip = TrustedHeaders(event.mail?.headers).clientAddress ?? ""
    expected.action = event.receipt?.action?.type ?? ""
    if let spelled = event.receipt?.processingTimeMillis.map({ "\($0)" }),
        spelled.count <= 12, spelled.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(spelled)
    {
        expected.took = min(number, 4_294_967_294)
    }
    expected.isMismatched = !HeaderFinding.all(in: event).isEmpty
    return expected
}

/// All that late columns tell, in a form that can be compared.
struct SeenLate: Equatable {
    var texts: [[[UInt8]]]
    var numbers: [[UInt32]]
    var rows: [RowParticulars]
    var missed: Int
    var reason: String?

    init(_ columns: LateColumns) {
        texts = LateField.allCases.map { field in
            (0..<UInt32(columns.distinctCount(field))).map { Array(columns.text(field, $0)) }
        }
        numbers = LateField.allCases.map { field in
            (0..<columns.rowCount).map { columns.number(field, of: $0) }
        }
        rows = (0..<columns.rowCount).map(columns.particulars)
        missed = columns.missedCount
        reason = columns.missedReason
    }
}

/// Calls `body` with the name of a file that holds some bytes.
func withLog<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(
        path: "ses-browser-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
}

/// The table of some files, read in small steps: room for large ones costs time in a debug build.
func load(_ urls: URL...) -> EventTable {
    LogLoader(paths: urls.map { RawText($0) }, settings: LoadSettings(step: 16 << 10)).load()
}

extension RawText {
    init(_ url: URL) { self.init(url.path(percentEncoded: false)) }
}
