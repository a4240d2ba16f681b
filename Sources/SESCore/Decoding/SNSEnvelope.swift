extension EnvelopeFamily {
    /// One of the `Records` of a Lambda invocation by SNS, which capitalises `EventSource`.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html>
    static let snsToLambda = EnvelopeFamily { members, _ in
        if members.object(.snsCapital) != nil { return .inside(.snsCapital, .lambda) }
        return members.object(.sns) == nil ? nil : .inside(.sns, .lambda)
    }

    /// An SNS message as HTTP, SQS and e-mail subscribers get it: the payload is a text.
    ///
    /// <https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html>
    static let sns = EnvelopeFamily { members, bytes in
        guard members.has(.topicARN) || members.has(.signature) || members.has(.typeCapital),
            members.string(.message) != nil
        else { return nil }
        let type = members.text(.typeCapital, bytes)
        guard type == nil || type == "Notification" else { return .other(.snsControl) }
        return .inside(.message, .sns)
    }
}
