extension RawMail {
    /// The event that SES would have sent of the mail, as far as its headers tell: JSON in the form of
    /// a receipt notification. Bytes that are no UTF-8 stand in it as they are.
    ///
    /// A mail without a header block of SES has no `receipt`, `source` or `timestamp`: nothing in it
    /// is SES's word.
    static func record(_ bytes: Span<UInt8>) -> [UInt8] {
        let headers = HeaderBlock(bytes).fields
        var writer = JSONWriter(keepsBytes: true)
        let trusted = TrustedHeaders(headers)
        writer.object { writer in
            writer.key("notificationType")
            writer.word("Received")
            writer.key("mail")
            writer.object { MailRecord(headers, trusted).write(to: &$0) }
            guard let received = trusted.received else { return }
            writer.key("receipt")
            writer.object { writer in
                writer.member("recipients", received.recipient.map { [$0] } ?? [])
                let verdicts = DerivedVerdicts(headers[..<trusted.count], author: headers.author)
                for check in Check.allCases {
                    guard let status = verdicts[check] else { continue }
                    writer.key("\(check.word)Verdict")
                    writer.object { $0.member("status", status) }
                }
            }
        }
        return writer.bytes
    }
}

/// The `mail` object of a raw mail.
private struct MailRecord {
    private let headers: [HeaderField]
    private let trusted: TrustedHeaders

    init(_ headers: [HeaderField], _ trusted: TrustedHeaders) {
        self.headers = headers
        self.trusted = trusted
    }

    func write(to writer: inout JSONWriter) {
        let to = mailboxes("To")
        let cc = mailboxes("Cc")
        if let received = trusted.received {
            let time = received.date.map(MailDate.timestamp)?.iso
            writer.member("timestamp", time ?? received.date)
            let path = headers[..<trusted.count].value("Return-Path")
            writer.member("source", path.map(Self.address))
            writer.member("messageId", received.messageID)
        }
        writer.member("destination", (to + cc).map { MailboxText($0).address })
        writer.key("headersTruncated")
        writer.flag(false)
        writer.key("headers")
        writer.array { writer in
            for header in headers {
                writer.object { writer in
                    writer.member("name", header.name)
                    writer.member("value", header.value)
                }
            }
        }
        writer.key("commonHeaders")
        writer.object { writer in
            writer.member("returnPath", headers.value("Return-Path").map(Self.address))
            writer.list("from", mailboxes("From"))
            writer.member("date", headers.value("Date"))
            writer.list("to", to)
            writer.list("cc", cc)
            writer.list("bcc", mailboxes("Bcc"))
            writer.list("sender", mailboxes("Sender"))
            writer.list("replyTo", mailboxes("Reply-To"))
            writer.member("messageId", headers.value("Message-ID"))
            writer.member("subject", headers.field("Subject")?.decoded.text)
        }
    }

    private func mailboxes(_ name: StaticString) -> [RawText] {
        headers.field(name).map { MailboxText.texts($0.decoded.text) } ?? []
    }

    /// The address of a reverse path; empty for the null sender `<>` (RFC 5321, section 4.5.5).
    private static func address(_ path: RawText) -> RawText {
        path == "<>" ? "" : MailboxText(path).address
    }
}

extension Collection<HeaderField> {
    /// The domain of the first author.
    fileprivate var author: RawText? {
        field("From").map { MailboxText.texts($0.decoded.text) }?.first
            .flatMap { MailboxText($0).domain }
    }
}

extension JSONWriter {
    /// A member that is left out where there is no text.
    fileprivate mutating func member(_ name: String, _ text: RawText?) {
        guard let text else { return }
        key(name)
        self.text(text, field: name)
    }

    fileprivate mutating func member(_ name: String, _ texts: [RawText]) {
        key(name)
        self.texts(texts, field: name)
    }

    /// A member that is left out where there are no texts.
    fileprivate mutating func list(_ name: String, _ texts: [RawText]) {
        if !texts.isEmpty { member(name, texts) }
    }
}
