/// Something about who wrote the mail that deserves a second look. None of it proves anything:
/// newsletters and mailing lists do most of these things rightly.
public enum SenderRemark: Hashable, Sendable {
    /// From names several mailboxes.
    case severalAuthors(Int)
    /// The domain of the envelope sender differs from that of From.
    case envelopeSenderDiffers(domain: RawText)
    /// The domain of Reply-To differs from that of From.
    case replyToDiffers(domain: RawText)
    /// The display name holds an `@`, and is not simply the address again.
    case displayNameHoldsAddress
    /// The display name holds a domain other than that of the address.
    case displayNameNamesDomain(RawText)
}

extension SenderRemark {
    /// The remarks on an event, each kind at most once.
    public static func all(in event: MailEvent) -> [SenderRemark] {
        let authors = authors(of: event)
        let domains = authors.compactMap(\.domain?.lowered)
        var remarks: [SenderRemark] = []
        if authors.count > 1 { remarks.append(.severalAuthors(authors.count)) }
        remarks += authors.lazy.compactMap(displayName).prefix(1)
        if let domain = event.mail?.source.map(MailboxText.init)?.domain?.lowered,
            isForeign(domain, to: domains)
        {
            remarks.append(.envelopeSenderDiffers(domain: domain))
        }
        let answers = (event.mail?.replyTo ?? []).flatMap(MailboxText.list).compactMap(
            \.domain?.lowered)
        if let domain = answers.first(where: { isForeign($0, to: domains) }) {
            remarks.append(.replyToDiffers(domain: domain))
        }
        return remarks
    }

    /// The remark for a person.
    public var words: RawText {
        switch self {
        case .severalAuthors(let count): RawText("\(count) authors")
        case .envelopeSenderDiffers: "differs from From domain"
        case .replyToDiffers: "differs from From domain"
        case .displayNameHoldsAddress: "name holds another address"
        case .displayNameNamesDomain(let domain): "name holds another domain: " + domain
        }
    }

    private static func authors(of event: MailEvent) -> [MailboxText] {
        (event.mail?.from ?? []).map(MailboxText.init)
    }

    /// True where none of the domains is the domain itself, above it or below it.
    private static func isForeign(_ domain: RawText, to domains: [RawText]) -> Bool {
        !domains.isEmpty && !domains.contains { $0.isRelated(to: domain) }
    }

    private static func displayName(_ author: MailboxText) -> SenderRemark? {
        guard let name = author.displayName?.lowered, name != author.address.lowered else {
            return nil
        }
        if author.nameShowsAnotherAddress { return .displayNameHoldsAddress }
        let other = name.domains.first { domain in
            !((author.domain?.lowered).map { domain.isRelated(to: $0) } ?? false)
        }
        return other.map(SenderRemark.displayNameNamesDomain)
    }
}
