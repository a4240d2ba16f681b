/// One mail as SES told of it: everything that the event holds, nothing interpreted.
///
/// Every part may be absent. The source of all names is
/// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html>.
public struct MailEvent: Hashable, Sendable {
    /// `Received` in a notification, nil in a Lambda record.
    public var notificationType: RawText?
    /// `eventSource` of a Lambda record, normally `aws:ses`.
    public var eventSource: RawText?
    /// `eventVersion` of a Lambda record.
    public var eventVersion: RawText?
    /// The `mail` object; nil where the event has none.
    public var mail: Mail?
    /// The `receipt` object; nil where the event has none.
    public var receipt: Receipt?
    /// How many bytes the `content` string has (the raw mail, UTF-8 or base64), nil where there is none.
    public var contentLength: Int?
    /// Members that this version has no field for, in order of appearance.
    public var extras: [ExtraField] = []
    /// Remarks about how the record could be read.
    public var marks: Marks = []

    /// An event without any part.
    public init() {}
}

/// The `mail` object of an event.
public struct Mail: Hashable, Sendable {
    /// When SES accepted the mail, as spelled (ISO 8601).
    public var timestamp: RawText?
    /// The envelope sender (MAIL FROM); empty or `<>` for the null sender.
    public var source: RawText?
    /// The id that SES gave the mail; also the S3 object name, after its prefix.
    public var messageID: RawText?
    /// Addresses of the To and Cc headers; not the envelope recipients.
    public var destination: [RawText] = []
    /// Whether SES left headers out, because the block is larger than 10 KB; nil where not told.
    public var headersTruncated: Bool?
    /// All headers in message order; nil where the event has none.
    public var headers: [HeaderField]?
    /// Chosen headers, decoded by SES; nil where the event has none.
    public var commonHeaders: CommonHeaders?

    /// A mail without any part.
    public init() {}
}

/// One header of a mail, its folded lines joined as SES or the sender left them.
public struct HeaderField: Hashable, Sendable {
    /// The name in the sender's own letter case.
    public var name: RawText
    /// The value; RFC 2047 words are still encoded.
    public var value: RawText

    /// A header of the given name and value.
    public init(name: RawText, value: RawText) {
        self.name = name
        self.value = value
    }
}

/// The `commonHeaders` object; a field is there only if the mail had that header.
public struct CommonHeaders: Hashable, Sendable {
    /// The envelope sender without angle brackets.
    public var returnPath: RawText?
    /// The authors, display names kept, one element a mailbox.
    public var from: [RawText] = []
    /// To, one element a mailbox.
    public var to: [RawText] = []
    /// Cc, one element a mailbox.
    public var cc: [RawText] = []
    /// Bcc, one element a mailbox.
    public var bcc: [RawText] = []
    /// Sender; spelled as text or as an array.
    public var sender: [RawText] = []
    /// Reply-To; spelled `replyTo` or `reply-to`, as text or as an array.
    public var replyTo: [RawText] = []
    /// The sender's own Date header.
    public var date: RawText?
    /// The Message-ID of RFC 5322, not the id that SES gave.
    public var messageID: RawText?
    /// The decoded subject.
    public var subject: RawText?

    /// Common headers of a mail that had none of them.
    public init() {}
}

/// The `receipt` object of an event.
public struct Receipt: Hashable, Sendable {
    /// When the action fired, as spelled.
    public var timestamp: RawText?
    /// Milliseconds from acceptance to the action, as spelled: a number or a numeric string.
    public var processingTimeMillis: RawText?
    /// The envelope recipients (RCPT TO) that the receipt rule matched: who really got the mail.
    public var recipients: [RawText] = []
    /// The five verdicts.
    public var verdicts = Verdicts()
    /// The DMARC policy of the sender's domain.
    public var dmarcPolicy = DMARCPolicy.absent
    /// The policy as spelled; nil where absent.
    public var dmarcPolicySpelled: RawText?
    /// The action of the receipt rule that told of the mail.
    public var action: ReceiptAction?

    /// A receipt without any part.
    public init() {}
}

/// An action of a receipt rule; AWS may add types and members at any time.
public struct ReceiptAction: Hashable, Sendable {
    /// `S3`, `SNS`, `Lambda`, `Bounce`, `Stop`, `WorkMail` or a word of tomorrow; nil where missing.
    public var type: RawText?
    /// All other members in order of appearance; a value that is no text is kept as its JSON source.
    public var members: [Member] = []

    /// An action of no known type.
    public init() {}

    /// A member of the action.
    public struct Member: Hashable, Sendable {
        /// The key, such as `functionArn`.
        public var name: RawText
        /// The value, text decoded.
        public var value: RawText
        /// False where the value is the JSON source of something that is no text.
        public var isText: Bool

        /// A member of the given name and value.
        public init(name: RawText, value: RawText, isText: Bool) {
            self.name = name
            self.value = value
            self.isText = isText
        }
    }

    /// The value of the member of the given name, if it is there.
    public subscript(name: RawText) -> RawText? { members.last { $0.name == name }?.value }
}

/// A member of the event that this version has no field for, or whose type is not the expected one.
public struct ExtraField: Hashable, Sendable {
    /// Where it stands, keys joined by dots, such as `receipt.newVerdict`.
    public var path: RawText
    /// Its JSON source.
    public var source: RawText

    /// A member of the given place and source.
    public init(path: RawText, source: RawText) {
        self.path = path
        self.source = source
    }
}
