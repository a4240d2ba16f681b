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
        return MailboxText(path).address == MailboxText(sender).address ? nil : path
    }

    private static func addresses(_ texts: [RawText]) -> Set<RawText> {
        Set(texts.flatMap(MailboxText.list).map(\.address.lowered))
    }
}
