extension MailEvent {
    /// The `destination` of the mail where it holds other addresses than To and Cc; nil where it
    /// only repeats them.
    public var differingDestination: [RawText]? {
        guard let mail, !mail.destination.isEmpty else { return nil }
        return Self.addresses(mail.destination) == Self.addresses(mail.to + mail.cc)
            ? nil : mail.destination
    }

    /// The Return-Path where it is not the envelope sender; nil where it only repeats it.
    public var differingReturnPath: RawText? {
        guard let path = mail?.commonHeaders?.returnPath else { return nil }
        let sender = mail?.source ?? ""
        return MailboxParts(path).address == MailboxParts(sender).address ? nil : path
    }

    private static func addresses(_ texts: [RawText]) -> Set<RawText> {
        Set(texts.flatMap(MailboxParts.list).map(\.address.lowered))
    }
}

extension Mail {
    /// The authors as SES decoded them, or else the From header as it stands.
    public var from: [RawText] { common(\.from, "From") }

    /// To as SES decoded it, or else the header as it stands.
    public var to: [RawText] { common(\.to, "To") }

    /// Cc as SES decoded it, or else the header as it stands.
    public var cc: [RawText] { common(\.cc, "Cc") }

    /// Bcc as SES decoded it, or else the header as it stands.
    public var bcc: [RawText] { common(\.bcc, "Bcc") }

    /// Reply-To as SES decoded it, or else the header as it stands.
    public var replyTo: [RawText] { common(\.replyTo, "Reply-To") }

    /// Sender as SES decoded it, or else the header as it stands.
    public var sender: [RawText] { common(\.sender, "Sender") }

    /// The subject as SES decoded it, or else the header as it stands.
    public var subject: RawText? { commonHeaders?.subject ?? headerValue("Subject") }

    /// The sender's own date.
    public var date: RawText? { commonHeaders?.date ?? headerValue("Date") }

    /// The Message-ID of the sender, not the id of SES.
    public var rfcMessageID: RawText? { commonHeaders?.messageID ?? headerValue("Message-ID") }

    private func common(
        _ field: KeyPath<CommonHeaders, [RawText]>, _ name: StaticString
    ) -> [RawText] {
        if let texts = commonHeaders?[keyPath: field], !texts.isEmpty { return texts }
        return headerValue(name).map { [$0] } ?? []
    }
}
