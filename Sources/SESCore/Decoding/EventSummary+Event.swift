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
        let (id, source) = (mail?.messageID?.bytes ?? [], mail?.source?.bytes ?? [])
        mailKey = MailKey.hash(
            id: id.span, source: source.span,
            second: time.isMissing ? nil : time.milliseconds / 1000)
    }
}
