/// What the receipt rule did with the mail, in words.
///
/// Types and members are those of the `action` object in
/// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html>.
public struct ActionDescription: Hashable, Sendable {
    /// The type as spelled and what it did, such as `S3: stored as s3://bucket/key`.
    public let sentence: RawText
    /// The members that the sentence does not spell out in full, in order of appearance.
    public let remaining: [ReceiptAction.Member]
}

extension ActionDescription {
    /// The description of an action; of none where the event names none.
    public init(_ action: ReceiptAction?) {
        guard let action else {
            self.init(sentence: "the event names no action", remaining: [])
            return
        }
        guard let type = action.type else {
            self.init(sentence: "an action without a type", remaining: action.members)
            return
        }
        var members = MemberReader(action.members)
        let deed = Self.deeds.first { type.equalsIgnoringCase($0.type) }?.words(&members)
        self.init(
            sentence: type + ": " + (deed ?? "a type of action that this version does not know"),
            remaining: members.remaining)
    }

    private static let deeds: [Deed] = [
        Deed(type: "S3") { members in
            guard members.look("bucketName") != nil, let key = members.take("objectKey"),
                let bucket = members.take("bucketName")
            else { return "stored in S3" }
            return "stored as s3://" + bucket + "/" + key
        },
        Deed(type: "SNS") { members in
            let topic = members.look("topicArn").map { " " + $0.lastOfARN } ?? ""
            return "published to topic" + topic + members.inParentheses("encoding")
        },
        Deed(type: "Lambda") { members in
            let function = members.look("functionArn").map { " " + $0.functionOfARN } ?? ""
            return "invoked function" + function + invocation(&members)
        },
        Deed(type: "Bounce") { members in
            let code = members.take("smtpReplyCode").map { " " + $0 } ?? ""
            let status = members.take("statusCode").map { " " + $0 } ?? ""
            let message = members.take("message").map { " \"" + $0 + "\"" } ?? ""
            let sender = members.take("sender").map { " from " + $0 } ?? ""
            return "answered" + code + status + message + sender
        },
        Deed(type: "Stop") { _ in "no further rule of the rule set was looked at" },
        Deed(type: "WorkMail") { members in
            let organization = members.look("organizationArn").map { " " + $0.lastOfARN } ?? ""
            return "handed to the WorkMail organization" + organization
        },
    ]

    private static func invocation(_ members: inout MemberReader) -> RawText {
        guard let type = members.take("invocationType") else { return "" }
        let meaning: RawText =
            if type.equalsIgnoringCase("Event") {
                ": asynchronous"
            } else if type.equalsIgnoringCase("RequestResponse") {
                ": synchronous"
            } else {
                ""
            }
        return " (" + type + meaning + ")"
    }
}

/// How one type of action is told.
private struct Deed: Sendable {
    let type: StaticString
    let words: @Sendable (inout MemberReader) -> RawText
}

/// The members of an action, of which some have been told.
private struct MemberReader {
    private let members: [ReceiptAction.Member]
    private var told: Set<Int> = []

    init(_ members: [ReceiptAction.Member]) { self.members = members }

    /// What nobody has taken.
    var remaining: [ReceiptAction.Member] {
        members.indices.filter { !told.contains($0) }.map { members[$0] }
    }

    /// The value of a member, which then counts as told.
    mutating func take(_ name: RawText) -> RawText? {
        guard let index = members.lastIndex(where: { $0.name == name }) else { return nil }
        told.insert(index)
        return members[index].value
    }

    /// The value of a member of which the sentence says a part only.
    func look(_ name: RawText) -> RawText? { members.last { $0.name == name }?.value }

    /// A member as ` (value)`, or nothing.
    mutating func inParentheses(_ name: RawText) -> RawText {
        take(name).map { " (" + $0 + ")" } ?? ""
    }
}

extension RawText {
    /// The last part of an ARN, without the resource type; any other text as it is.
    fileprivate var lastOfARN: RawText {
        guard hasPrefix("arn:"),
            let mark = bytes.lastIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
            )
        else { return self }
        return RawText(bytes[(mark + 1)...])
    }

    /// The name, and the version if there is one, of `arn:aws:lambda:REGION:ACCOUNT:function:NAME`.
    fileprivate var functionOfARN: RawText {
        range(of: ":function:").map { RawText(bytes[$0.upperBound...]) } ?? lastOfARN
    }
}
