extension EnvelopeFamily {
    /// A message of SQS: one of the `Records` of a Lambda invocation, or one of the `Messages` of
    /// `aws sqs receive-message`.
    ///
    /// The body is an SNS message, or with raw delivery the event itself.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>
    static let sqs = EnvelopeFamily { members, bytes in
        if members.value(.body) != nil,
            members.has(.receiptHandle) || members.text(.eventSource, bytes) == "aws:sqs"
        {
            return .inside(.body, .sqs)
        }
        guard members.value(.bodyCapital) != nil else { return nil }
        let isMessage =
            members.has(.receiptHandleCapital) || members.has(.digestOfBody)
            || members.has(.messageIDCapital)
        return isMessage ? .inside(.bodyCapital, .sqs) : nil
    }
}
