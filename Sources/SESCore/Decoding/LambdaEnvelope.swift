extension EnvelopeFamily {
    /// One of the `Records` of a Lambda invocation by a receipt rule.
    ///
    /// `eventSource` may be absent, or `mail`, or `receipt`; without all three it is something else
    /// that goes by the name of SES.
    /// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html>
    static let lambda = EnvelopeFamily { members, bytes in
        guard members.object(.ses) != nil else { return nil }
        let isRecord =
            members.text(.eventSource, bytes) == "aws:ses"
            || members.holds(["mail", "receipt"], in: .ses, bytes)
        return isRecord ? .record(.lambda) : nil
    }
}
