/// Where a record came from, exactly enough to read it again.
public struct Provenance: Hashable, Sendable {
    /// The file as named by the person, in bytes.
    public var file: RawText
    /// Where the carrier begins, in bytes from the start of the file.
    public var offset: Int
    /// How many bytes the carrier has.
    public var length: Int
    /// The line on which the carrier begins, counted from 1; nil as long as lines are not counted.
    public var line: Int?
    /// The envelopes from the outside inwards, such as `sns`, `notification`.
    public var envelopes: [EnvelopeName]

    /// A place of the given parts.
    public init(
        file: RawText, offset: Int, length: Int, line: Int?, envelopes: [EnvelopeName]
    ) {
        self.file = file
        self.offset = offset
        self.length = length
        self.line = line
        self.envelopes = envelopes
    }
}

/// The word for a kind of envelope around an event, as headless output writes it.
public struct EnvelopeName: RawRepresentable, Hashable, Sendable {
    /// The word.
    public var rawValue: String

    /// An envelope of the given word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `Records[]` of a Lambda invocation.
    public static let lambda = EnvelopeName(rawValue: "lambda")
    /// An SNS message, its payload in `Message`.
    public static let sns = EnvelopeName(rawValue: "sns")
    /// A receipt notification: `notificationType`, `mail`, `receipt`.
    public static let notification = EnvelopeName(rawValue: "notification")
    /// `mail` and `receipt` alone, as handlers log `event.Records[0].ses`.
    public static let pair = EnvelopeName(rawValue: "pair")
    /// A `receipt` without a mail.
    public static let receipt = EnvelopeName(rawValue: "receipt")
    /// A `mail` without a receipt.
    public static let mail = EnvelopeName(rawValue: "mail")
    /// A message of SQS, its payload in `body` or `Body`.
    public static let sqs = EnvelopeName(rawValue: "sqs")
    /// An event of CloudWatch Logs, its payload in `message`.
    public static let cloudwatch = EnvelopeName(rawValue: "cloudwatch")
    /// What a subscription of CloudWatch Logs hands to Lambda: `awslogs.data`, base64 of gzip.
    public static let subscription = EnvelopeName(rawValue: "subscription")
    /// A record of a Kinesis stream, its payload in base64.
    public static let kinesis = EnvelopeName(rawValue: "kinesis")
    /// A record of a Firehose stream, its payload in base64.
    public static let firehose = EnvelopeName(rawValue: "firehose")
    /// A row of CloudWatch Logs Insights: `@message`, or columns named by the fields of the event.
    public static let insights = EnvelopeName(rawValue: "insights")
    /// What Lambda keeps of an invocation that failed, the event in `requestPayload`.
    public static let failure = EnvelopeName(rawValue: "lambda-failure")
    /// What Lambda tells of an invocation that succeeded, the event in `requestPayload`.
    public static let destination = EnvelopeName(rawValue: "lambda-destination")
    /// An event of EventBridge, its payload in `detail`.
    public static let eventbridge = EnvelopeName(rawValue: "eventbridge")
    /// An object of any other making that holds the event somewhere.
    public static let logger = EnvelopeName(rawValue: "logger")
    /// A line of log text with the event behind or between words.
    public static let logLine = EnvelopeName(rawValue: "log-line")
    /// A literal of Python, as `print(event)` writes one.
    public static let python = EnvelopeName(rawValue: "python")
    /// A table of comma-separated values, as the console of Logs Insights exports one.
    public static let csv = EnvelopeName(rawValue: "csv")
    /// The output of `console.log` of Node.
    public static let inspect = EnvelopeName(rawValue: "inspect")
    /// A mail itself, as it was stored: the record is made of its headers.
    public static let rawMail = EnvelopeName(rawValue: "raw-mail")
}

/// A stretch of input that no reader could make sense of; it is kept, counted and can be looked at.
public struct BrokenRegion: Hashable, Sendable {
    /// Where it begins, in bytes from the start of the file.
    public var offset: Int
    /// How many bytes it has.
    public var length: Int
    /// The line on which it begins, counted from 1; nil as long as lines are not counted.
    public var line: Int?
    /// Why it could not be read, for a person.
    public var reason: String

    /// The position behind its last byte.
    public var end: Int { offset + length }

    /// A region of the given place and reason.
    public init(offset: Int, length: Int, line: Int?, reason: String) {
        self.offset = offset
        self.length = length
        self.line = line
        self.reason = reason
    }
}

/// The word for a document that is understood and is no inbound mail.
public struct OtherKind: RawRepresentable, Hashable, Sendable {
    /// The word.
    public var rawValue: String

    /// A kind of the given word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A notification about mail that was sent: bounce, complaint, delivery and the like.
    public static let sending = OtherKind(rawValue: "sending")
    /// An event of S3, often logged by mistake: it names an object and has no verdicts.
    public static let s3Event = OtherKind(rawValue: "s3-event")
    /// A subscription message of SNS.
    public static let snsControl = OtherKind(rawValue: "sns-control")
    /// A reachability probe of a CloudWatch subscription.
    public static let cloudWatchControl = OtherKind(rawValue: "cloudwatch-control")
    /// A log record of Mail Manager, which carries no verdicts.
    public static let mailManager = OtherKind(rawValue: "mail-manager")
    /// A record that the Lambda platform writes in JSON log mode; its lines of text are ``logText``.
    public static let platform = OtherKind(rawValue: "platform")
    /// A line of text without JSON.
    public static let logText = OtherKind(rawValue: "logText")
    /// Any other JSON document.
    public static let json = OtherKind(rawValue: "json")
}
