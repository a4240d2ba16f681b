extension ExportRow {
    /// The mail as a JSON object on a line of its own. What could not be written exactly is named in `inexact`.
    var jsonLine: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            let event = loaded.event
            writer.field("messageId", messageID)
            writer.field("timestamp", event.mail?.timestamp)
            writer.field("source", event.mail?.source)
            writer.fields("from", event.mail?.from ?? [])
            writer.field("address", address)
            writer.fields("recipients", event.receipt?.recipients ?? [])
            writer.field("subject", event.mail?.subject)
            writer.key("verdicts")
            writer.object { writer in
                for check in Check.allCases {
                    writer.field(check.word, event.receipt?.verdicts[check].spelled)
                }
            }
            writer.field("dmarcPolicy", event.receipt?.dmarcPolicySpelled)
            writer.field("decision", decided.map { RawText($0.decision.word) })
            writer.field("note", decision.flatMap { $0.note.isEmpty ? nil : $0.note })
            writer.field("decidedBy", decided?.author.name)
            writer.field("decidedOn", decided?.author.host)
            writer.field("decidedAt", decided?.time.iso)
            writer.field("file", loaded.provenance.file)
            writer.key("offset")
            writer.number(loaded.provenance.offset)
            writer.key("length")
            writer.number(loaded.provenance.length)
            let inexact = writer.inexact
            if !inexact.isEmpty { writer.fields("inexact", inexact.map { RawText($0) }) }
        }
        writer.lineFeed()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ key: String, _ text: RawText?) {
        self.key(key)
        self.text(text, field: key)
    }

    fileprivate mutating func fields(_ key: String, _ texts: [RawText]) {
        self.key(key)
        self.texts(texts, field: key)
    }
}
