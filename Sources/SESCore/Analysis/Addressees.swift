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
        return Self.reversePath(path) == Self.reversePath(mail?.source ?? "") ? nil : path
    }

    /// The address of an envelope sender, empty for the null sender in either spelling
    /// (RFC 5321, section 4.5.5).
    private static func reversePath(_ text: RawText) -> RawText {
        text == "<>" ? "" : MailboxText(text).address
    }

    private static func addresses(_ texts: [RawText]) -> Set<RawText> {
        Set(texts.flatMap(MailboxText.list).map(\.address.lowered))
    }
}
