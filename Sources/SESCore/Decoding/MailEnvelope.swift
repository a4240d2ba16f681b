extension EnvelopeFamily {
    /// A document that holds `mail` or `receipt` at its own level: a receipt notification, the pair
    /// that handlers log as `event.Records[0].ses`, or one of the two alone.
    ///
    /// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html>
    static let mail = EnvelopeFamily { members, bytes in
        let hasMail = members.object(.mail) != nil
        let hasReceipt = members.object(.receipt) != nil
        if members.has(.notificationType), hasMail || hasReceipt { return .record(.notification) }
        return switch (hasMail, hasReceipt) {
        case (true, true): .record(members.has(.content) ? .notification : .pair)
        case (false, true):
            members.holds(receiptKeys, in: .receipt, bytes) ? .record(.receipt) : nil
        case (true, false): members.holds(mailKeys, in: .mail, bytes) ? .record(.mail) : nil
        case (false, false): nil
        }
    }

    /// What tells the `mail` of SES from settings or a purchase that a program logs by that name.
    private static let mailKeys: [StaticString] = [
        "messageId", "timestamp", "source", "destination", "headers", "commonHeaders",
    ]
    private static let receiptKeys: [StaticString] = [
        "spamVerdict", "virusVerdict", "spfVerdict", "dkimVerdict", "dmarcVerdict", "recipients",
        "action", "processingTimeMillis",
    ]

    /// A notification about mail that this account sent; it never has a receipt.
    ///
    /// <https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html>
    static let sending = EnvelopeFamily { members, bytes in
        guard members.object(.receipt) == nil else { return nil }
        if members.has(.eventType), members.has(.mail) { return .other(.sending) }
        if members.has(.bounce) || members.has(.complaint) || members.has(.delivery),
            members.has(.mail)
        {
            return .other(.sending)
        }
        if let type = members.text(.notificationType, bytes), type != "Received" {
            return .other(.sending)
        }
        return members.has(.detailType) && members.text(.source, bytes) == "aws.ses"
            ? .other(.sending) : nil
    }
}
