/// A form in which logs hold events.
enum Shape: String, CaseIterable {
    /// One event a line.
    case lines
    /// One event behind the other, nothing between them.
    case concatenated
    /// Indented by two, one behind the other.
    case pretty
    /// One array of all events.
    case array
    /// Text from CloudWatch: START, a line with an event behind a prefix, END, REPORT.
    case prefixed
    /// Messages of a topic, one a line, the event a text in each.
    case sns
    /// One event a line, compressed.
    case gzip
}

/// Writes mails in a shape.
struct ShapeWriter {
    private let shape: Shape
    private var mails: MailMaker
    private var written = 0

    init(_ shape: Shape, seed: UInt64) {
        self.shape = shape
        mails = MailMaker(seed: seed)
    }

    /// What stands before the first event.
    var head: [UInt8] { shape == .array ? Array("[\n".utf8) : [] }

    /// What stands behind the last event.
    var tail: [UInt8] { shape == .array ? Array("\n]\n".utf8) : [] }

    /// The next event with what belongs to it.
    mutating func next() -> [UInt8] {
        let mail = mails.next()
        defer { written += 1 }
        switch shape {
        case .lines, .gzip: return event(mail, spelling) + [0x0A]
        case .concatenated: return event(mail, spelling)
        case .pretty: return event(mail, .pretty) + [0x0A]
        case .array: return (written > 0 ? Array(",\n".utf8) : []) + event(mail, spelling)
        case .prefixed: return logText(mail)
        case .sns: return topicMessage(mail) + [0x0A]
        }
    }

    /// Most programs write compact text; some escape it, some put spaces in.
    private var spelling: JSONSpelling {
        written % 12 == 5 ? .escaped : written % 12 == 9 ? .spaced : .compact
    }

    private func event(_ mail: MadeMail, _ spelling: JSONSpelling) -> [UInt8] {
        var writer = DocumentWriter(spelling)
        mail.writeLambdaEvent(to: &writer)
        return writer.bytes
    }

    private mutating func logText(_ mail: MadeMail) -> [UInt8] {
        let groups = [8, 4, 4, 4, 12].map { mails.letters($0, Alphabet.hex) }
        let id = Array(groups.joined(separator: [UInt8(ascii: "-")]))
        let event = event(mail, spelling)
        return join(
            "START RequestId: ", id, " Version: $LATEST\n", mail.time, "\t", id, "\tINFO\t", event,
            "\nEND RequestId: ", id, "\nREPORT RequestId: ", id,
            "\tDuration: 41.27 ms\tBilled Duration: 42 ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB\t\n"
        )
    }

    private mutating func topicMessage(_ mail: MadeMail) -> [UInt8] {
        var message = DocumentWriter(spelling)
        mail.writeNotification(to: &message)
        var writer = DocumentWriter(.compact)
        writer.object { writer in
            writer.member("Type", "Notification")
            writer.member("MessageId", mails.letters(32, Alphabet.hex))
            writer.member("TopicArn", join("arn:aws:sns:", mail.region, ":123456789012:mail-in"))
            writer.member("Subject", "Amazon SES Email Receipt Notification")
            writer.member("Message", message.bytes)
            writer.member("Timestamp", mail.time)
            writer.member("SignatureVersion", "1")
            writer.member("Signature", mails.letters(344, Alphabet.base64))
        }
        return writer.bytes
    }
}
