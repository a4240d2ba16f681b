/// A pattern, made ready to be compared with one text at a time.
enum TextCondition: Sendable {
    case words(SearchNeedle)
    case domain(DomainName)
    case regex(RegexCode)
}

extension TextCondition {
    /// - Throws: ``RegexError`` for a regular expression that PCRE2 does not take.
    init(_ pattern: TextPattern) throws(RegexError) {
        switch pattern {
        case .words(let text): self = .words(SearchNeedle(text))
        case .domain(let name): self = .domain(DomainName(name))
        case .regex(let text): self = .regex(try RegexCode(text))
        }
    }

    /// Whether a text as it came meets the condition, which for a domain is a mailbox; `match` asks a
    /// regular expression.
    func judge(_ text: Span<UInt8>, _ match: (Span<UInt8>, RegexCode) -> Judgement) -> Judgement {
        switch self {
        case .words(let needle): needle.isFound(folding: text) ? .yes : .no
        case .domain(let name): Self.isDomain(name, of: text) ? .yes : .no
        case .regex(let code): match(text, code)
        }
    }

    private static func isDomain(_ name: DomainName, of mailbox: Span<UInt8>) -> Bool {
        if let parts = MailboxText.inPlace(mailbox, 0..<mailbox.count) {
            return name.isDomain(of: mailbox.extracting(parts.address))
        }
        let address = MailboxText(RawText([UInt8](mailbox))).address
        return name.isDomain(of: address.bytes.span)
    }
}

extension [TextCondition] {
    /// Whether a text meets any of the conditions.
    func judge(_ text: Span<UInt8>, _ match: (Span<UInt8>, RegexCode) -> Judgement) -> Judgement {
        var all = Judgement.no
        for condition in self where all != .yes { all = all || condition.judge(text, match) }
        return all
    }
}
