/// A term that only the whole record of a mail answers, compiled: `to:`, `cc:`, `header.NAME:` and `id:`.
public struct RecordCondition: Sendable {
    /// The term as it stands in the query.
    public let term: Term
    private let field: TextField
    private let conditions: [TextCondition]

    init(_ term: Term, _ field: TextField, _ patterns: [TextPattern]) throws(RegexError) {
        self.term = term
        self.field = field
        conditions = try (field == .id ? patterns.withoutDomains : patterns).conditions()
    }
}

extension RecordCondition {
    /// Whether a mail meets the condition; nil where a regular expression hit its limits.
    ///
    /// `to:` and `cc:` look at each mailbox as SES decoded it, or else as the headers tell it;
    /// `header.NAME:` at the value of each header of the name, as it is written and decoded.
    public func holds(for event: MailEvent) -> Bool? {
        switch judge(event) {
        case .no: false
        case .yes: true
        case .unknown: nil
        }
    }

    private func judge(_ event: MailEvent) -> Judgement {
        guard let mail = event.mail else { return .no }
        return switch field {
        case .to: judge(mail.to)
        case .cc: judge(mail.cc)
        case .header(let name): judge(mail.headers ?? [], named: name)
        default: judge(mail.messageID.map { [$0] } ?? [])
        }
    }

    private func judge(_ headers: [HeaderField], named name: RawText) -> Judgement {
        headers.anyJudgement { header in
            guard header.name.count == name.count,
                zip(header.name.bytes, name.bytes).allSatisfy({ $0.asciiLower == $1.asciiLower })
            else { return .no }
            let decoded = header.decoded.text
            let texts = decoded == header.value ? [decoded] : [decoded, header.value]
            return judge(texts, mailboxes: { MailboxText.texts(decoded) })
        }
    }

    /// Whether any text meets a condition; for a domain the mailboxes are looked at in their place.
    private func judge(
        _ texts: [RawText], mailboxes: (() -> [RawText])? = nil
    ) -> Judgement {
        var matcher = RegexMatcher()
        return conditions.anyJudgement { condition in
            var texts = texts
            if case .domain = condition, let mailboxes { texts = mailboxes() }
            return texts.anyJudgement { text in
                condition.judge(text.bytes.span) { text, code in
                    code.judge(text, with: &matcher)
                }
            }
        }
    }
}
