/// One kind of document that is known: an envelope around mail events, or something that is no mail.
///
/// A family looks at the members of a document and says what it means. Families are values in
/// ``EnvelopeFamily/all``; the first one that answers decides. A new envelope is one small file
/// and one line in that list.
struct EnvelopeFamily: Sendable {
    let read: @Sendable (Members, Span<UInt8>) -> Meaning?

    /// What a document means.
    enum Meaning: Sendable {
        /// It is the record of a mail itself.
        case record(EnvelopeName)
        /// What counts lies in the value of a member; a text is decoded first.
        case inside(KnownKey, EnvelopeName?)
        /// What counts lies behind these members as base64, which may be gzip data.
        case packed([KnownKey], EnvelopeName)
        /// It is a row whose columns are the fields of a record.
        case flattened(EnvelopeName)
        /// It is understood and is no inbound mail.
        case other(OtherKind)
        /// No family knows it.
        case unknown
    }
}

extension EnvelopeFamily.Meaning {
    var isRecord: Bool { if case .record = self { true } else { false } }
}

extension EnvelopeFamily {
    static let all: [EnvelopeFamily] = [
        .lambda, .snsToLambda, .sns, .sending, .mail, .s3, .subscriptionControl, .invocation, .sqs,
        .kinesis, .subscription, .firehose, .eventBridge, .mailManager, .platform, .cloudWatch,
        .insights, .recordList,
    ]

    /// What a document means to the first family that knows it.
    static func meaning(of members: Members, _ bytes: Span<UInt8>) -> Meaning {
        for family in all {
            if let meaning = family.read(members, bytes) { return meaning }
        }
        return .unknown
    }
}
