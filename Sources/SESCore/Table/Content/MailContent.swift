/// The mail of an event, taken apart, and where it was found.
public struct MailContent: Hashable, Sendable {
    /// The mail.
    public var body: MailBody
    /// Where it was found.
    public var origin: Origin
    /// How many bytes it has; more than the body where only its start was read.
    public var size: Int
    /// What is to be known of it.
    public var remarks: [Remark] = []

    /// A mail that was found.
    init(_ bytes: [UInt8], _ origin: Origin, size: Int? = nil) {
        body = MailBody(bytes)
        self.origin = origin
        self.size = size ?? bytes.count
        if self.size > body.size { remarks.append(.cut) }
    }

    /// Where a mail was found.
    public enum Origin: Hashable, Sendable {
        /// In the event, as it is or in base64; in another delivery's where the own has none.
        case event(isBase64: Bool, isOtherDelivery: Bool)
        /// The log is the mail.
        case file
        /// In a file beside the log, by its name.
        case object(RawText)
    }

    /// Something to be known of a mail that was found.
    public enum Remark: Hashable, Sendable {
        /// It is too large: only its first bytes were read.
        case cut
        /// The log cut the event in the mail, or the base64 is damaged.
        case damaged
        /// It could not be unpacked to its end.
        case packed(String)
        /// Its Message-ID is another than that of the event.
        case otherMessageID(RawText)
    }
}

extension MailContent.Remark {
    /// The remark for a person.
    public var words: RawText {
        switch self {
        case .cut: RawText("only the first \(ByteAmount(MailBody.mostBytes)) are read")
        case .damaged: "the log cut the mail, or its base64 is damaged: parts may be missing"
        case .packed(let problem): RawText("its file " + problem)
        case .otherMessageID(let id): RawText("its Message-ID is not that of the event: ") + id
        }
    }
}

/// What looking for the mail of an event came to.
public enum ContentAnswer: Hashable, Sendable {
    /// It was found.
    case found(MailContent)
    /// It is not there: why, and what would help, a sentence each.
    case missing([RawText])
}
