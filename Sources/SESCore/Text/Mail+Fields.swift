extension Mail {
    /// The authors, one element a mailbox; as SES decoded them, or else the decoded From header.
    public var from: [RawText] { common(\.from, "From") }

    /// To as SES decoded it, or else the decoded header.
    public var to: [RawText] { common(\.to, "To") }

    /// Cc as SES decoded it, or else the decoded header.
    public var cc: [RawText] { common(\.cc, "Cc") }

    /// Bcc as SES decoded it, or else the decoded header.
    public var bcc: [RawText] { common(\.bcc, "Bcc") }

    /// Reply-To as SES decoded it, or else the decoded header.
    public var replyTo: [RawText] { common(\.replyTo, "Reply-To") }

    /// Sender as SES decoded it, or else the decoded header.
    public var sender: [RawText] { common(\.sender, "Sender") }

    /// The subject as SES decoded it, or else the decoded header.
    public var subject: RawText? {
        commonHeaders?.subject
            ?? headerValue("Subject").map { EncodedWords.decode($0, in: .text).text }
    }

    /// The sender's own date.
    public var date: RawText? { commonHeaders?.date ?? headerValue("Date") }

    /// The Message-ID of the sender, not the id of SES.
    public var rfcMessageID: RawText? { commonHeaders?.messageID ?? headerValue("Message-ID") }

    /// What SES decoded is never decoded again.
    private func common(
        _ field: KeyPath<CommonHeaders, [RawText]>, _ name: StaticString
    ) -> [RawText] {
        if let texts = commonHeaders?[keyPath: field], !texts.isEmpty { return texts }
        guard let value = headerValue(name) else { return [] }
        return MailboxText.texts(EncodedWords.decode(value, in: .mailboxes).text)
    }

    /// The value of the first header of a name, letter case aside.
    package func headerValue(_ name: StaticString) -> RawText? {
        headers?.first { $0.name.equalsIgnoringCase(name) }?.value
    }
}
