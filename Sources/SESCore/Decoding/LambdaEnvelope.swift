extension EnvelopeFamily {
    /// One of the `Records` of a Lambda invocation by a receipt rule.
    ///
    /// `eventSource` may be absent, and `mail` or `receipt` too.
    /// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html>
    static let lambda = EnvelopeFamily { members, _ in
        members.object(.ses) == nil ? nil : .record(.lambda)
    }

    /// `Records` that are not at the outermost level, where the reader enters them itself.
    static let recordList = EnvelopeFamily { members, _ in
        members.array(.records) == nil ? nil : .inside(.records, nil)
    }
}
