extension MailEvent {
    /// The texts of an event that a text field of a query looks at; any of them may match.
    ///
    /// From, To, Cc and subject are as SES decoded them, or else the decoded header; a mailbox is one
    /// text, display name and address as written. Of a header there is the decoded value and, where it
    /// differs, the raw one. A file is nothing that an event tells.
    public func texts(of field: TextField) -> [RawText] {
        switch field {
        case .any: author + subjects
        case .from: author
        case .domain: mail?.from.first.flatMap { MailboxText($0).domain }.map { [$0] } ?? []
        case .subject: subjects
        case .source: mail?.source.map { [$0 == "<>" ? "" : $0] } ?? []
        case .recipient: receipt?.recipients ?? []
        case .ip: TrustedHeaders(mail?.headers).clientAddress.map { [$0] } ?? []
        case .action: receipt?.action?.type.map { [$0] } ?? []
        case .file: []
        case .id: mail?.messageID.map { [$0] } ?? []
        case .to: mail?.to ?? []
        case .cc: mail?.cc ?? []
        case .header(let name): values(ofHeader: name)
        }
    }

    private var author: [RawText] {
        guard let author = mail?.from.first.map({ MailboxText($0) }) else { return [] }
        return [author.address] + (author.displayName.map { [$0] } ?? [])
    }

    private var subjects: [RawText] { mail?.subject.map { [$0] } ?? [] }

    private func values(ofHeader name: RawText) -> [RawText] {
        let wanted = name.lowered
        return (mail?.headers ?? []).filter { $0.name.lowered == wanted }.flatMap { header in
            let decoded = header.decoded.text
            return decoded == header.value ? [decoded] : [decoded, header.value]
        }
    }
}

extension RecordWish {
    /// What has to be decoded of a record, so that a term can be answered.
    init(_ term: Term) {
        self.init()
        guard case .text(let field, _) = term else {
            isWhole = true
            return
        }
        switch field {
        case .any: self = Self.common("from", "subject")
        case .from, .domain: self = Self.common("from")
        case .subject: self = Self.common("subject")
        case .to: self = Self.common("to")
        case .cc: self = Self.common("cc")
        case .header(let name):
            if name.isEmpty { isWhole = true } else { names = [name.lowered.bytes] }
        case .ip: ownHeaders = true
        case .source, .recipient, .action, .file, .id: break
        }
    }

    /// Fields of `commonHeaders`, and the headers to fall back on.
    private static func common(_ names: String...) -> RecordWish {
        RecordWish(commonHeaders: true, names: names.map { Array($0.utf8) })
    }
}
