import SESCore

/// One event as a JSON object on a line of its own.
struct EventLine {
    let utf8: [UInt8]

    /// The line of an event; with `deliveries` that of a mail and all that was delivered of it.
    init(_ loaded: LoadedEvent, deliveries: [Delivery]? = nil) {
        var writer = JSONWriter()
        writer.object { writer in Self.write(loaded, deliveries, to: &writer) }
        writer.lineFeed()
        utf8 = writer.bytes
    }

    private static func write(
        _ loaded: LoadedEvent, _ deliveries: [Delivery]?, to writer: inout JSONWriter
    ) {
        let event = loaded.event
        writer.member("messageId", event.mail?.messageID)
        writer.member("timestamp", event.mail?.timestamp)
        writer.member("source", event.mail?.source)
        writer.member("from", event.mail?.from ?? [])
        writer.member("to", event.mail?.to ?? [])
        writer.member("recipients", event.receipt?.recipients ?? [])
        writer.member("subject", event.mail?.subject)
        writer.key("verdicts")
        writer.object { writer in
            for check in Check.allCases {
                writer.member(check.word, event.receipt?.verdicts[check].spelled)
            }
        }
        writer.member("dmarcPolicy", event.receipt?.dmarcPolicySpelled)
        writer.key("action")
        write(event.receipt?.action, to: &writer)
        writePlace(loaded.provenance, to: &writer)
        writer.key("marks")
        writer.array { writer in event.marks.words.forEach { writer.word($0) } }
        if let deliveries {
            writer.key("deliveries")
            writer.array { writer in
                for delivery in deliveries {
                    writer.object { writer in write(delivery, to: &writer) }
                }
            }
        }
        let inexact = writer.inexact
        if !inexact.isEmpty {
            writer.key("inexact")
            writer.array { writer in inexact.forEach { writer.word($0) } }
        }
    }

    private static func write(_ action: ReceiptAction?, to writer: inout JSONWriter) {
        guard let action else { return writer.null() }
        writer.object { writer in
            writer.member("type", action.type)
            for member in action.members {
                writer.key(member.name)
                writer.text(member.value, field: "action")
            }
        }
    }

    private static func write(_ delivery: Delivery, to writer: inout JSONWriter) {
        writer.member("action", delivery.action)
        writer.member("recipients", delivery.recipients)
        writer.path("file", delivery.file)
        writer.key("offset")
        writer.number(delivery.offset)
    }

    private static func writePlace(_ place: Provenance, to writer: inout JSONWriter) {
        writer.path("file", place.file)
        writer.key("offset")
        writer.number(place.offset)
        writer.key("length")
        writer.number(place.length)
        writer.key("envelopes")
        writer.array { writer in place.envelopes.forEach { writer.word($0.rawValue) } }
    }
}

extension JSONWriter {
    /// A member whose value is a text or `null`.
    mutating func member(_ key: String, _ text: RawText?) {
        self.key(key)
        self.text(text, field: key)
    }

    /// A member whose value is an array of texts.
    mutating func member(_ key: String, _ texts: [RawText]) {
        self.key(key)
        self.texts(texts, field: key)
    }

    /// The name of a file; a name that is no UTF-8 is there in hexadecimal too.
    mutating func path(_ key: String, _ path: RawText) {
        let before = inexact.count
        member(key, path)
        guard inexact.count > before else { return }
        self.key("\(key)Hex")
        word(path.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
