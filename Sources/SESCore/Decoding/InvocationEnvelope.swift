extension EnvelopeFamily {
    /// What Lambda sends to a destination when an invocation succeeded or, after all attempts, failed.
    ///
    /// SES invokes functions asynchronously, so the mails that a broken handler lost are found here.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
    static let invocation = EnvelopeFamily { members, bytes in
        guard members.value(.requestPayload) != nil,
            members.has(.requestContext) || members.has(.responseContext)
                || members.has(.responsePayload)
        else { return nil }
        let context = members.object(.requestContext).map { Members(bytes, at: $0.lowerBound) }
        let response = members.object(.responseContext).map { Members(bytes, at: $0.lowerBound) }
        let isSuccess =
            context?.text(.condition, bytes) == "Success"
            && response?.has(.functionError) != true
        return .inside(.requestPayload, isSuccess ? .destination : .failure)
    }

    /// An event of EventBridge. SES itself sends none for inbound mail: it was put there by a
    /// program or by a destination of Lambda.
    ///
    /// <https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html>
    static let eventBridge = EnvelopeFamily { members, _ in
        members.has(.detailType) && members.has(.detail) ? .inside(.detail, .eventbridge) : nil
    }
}
