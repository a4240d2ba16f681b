extension EventSummary {
    /// What the list keeps of an event.
    init(_ event: MailEvent, isSalvaged: Bool) {
        self.init()
        if let receipt = event.receipt {
            for check in Check.allCases { facts[check] = receipt.verdicts[check].status }
            facts.policy = receipt.dmarcPolicy
        }
        facts.marks = isSalvaged ? event.marks.union(.salvaged) : event.marks
        let mail = event.mail
        time = mail?.timestamp.map { Timestamp(iso: $0.bytes) } ?? .missing
        let author = mail?.from.first.map { MailboxText($0) }
        from = author?.address.bytes ?? mail?.source?.bytes ?? []
        name = author?.displayName?.bytes ?? []
        subject = mail?.subject?.bytes ?? []
        mailKey = Self.key(event, time)
    }

    /// A hash, keyed anew in each run, over the SES id, the envelope sender and the second of
    /// arrival; null senders in all their spellings are one.
    private static func key(_ event: MailEvent, _ time: Timestamp) -> UInt64 {
        var hasher = Hasher()
        let mail = event.mail
        hasher.combine(mail?.messageID)
        let source = mail?.source
        hasher.combine(source == "" || source == "<>" ? nil : source)
        hasher.combine(time.isMissing ? time.milliseconds : time.milliseconds / 1000)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
