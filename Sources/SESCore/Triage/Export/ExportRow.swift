/// A mail as an export tells of it.
public struct ExportRow: Hashable, Sendable {
    /// The mail, read again.
    public let loaded: LoadedEvent
    /// The current decision and who made it; nil where nobody decided.
    public let decision: StoredDecision?

    /// A mail and its decision.
    public init(_ loaded: LoadedEvent, decision: StoredDecision?) {
        self.loaded = loaded
        self.decision = decision
    }
}

extension ExportRow {
    /// The address of the first author, or else the envelope sender; nil where there is neither.
    public var address: RawText? {
        let mail = loaded.event.mail
        let author = mail?.from.first.map { MailboxText($0).address }
        return [author, mail?.source].compactMap(\.self).first { !$0.isEmpty && $0 != "<>" }
    }

    /// The id that SES gave the mail; nil where there is none.
    public var messageID: RawText? {
        loaded.event.mail?.messageID.flatMap { $0.isEmpty ? nil : $0 }
    }
}
