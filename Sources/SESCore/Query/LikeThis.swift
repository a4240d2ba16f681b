/// Conditions that hold for mails like a given one.
public struct LikeThis: Sendable {
    private let row: Row
    private let event: MailEvent?

    /// Conditions taken from what the list shows of a mail and, where it was read again, from its event.
    public init(_ row: Row, _ event: MailEvent? = nil) {
        self.row = row
        self.event = event
    }
}

extension LikeThis {
    /// The same address of the first author; nil where there is none.
    public var sender: Query? { row.from.isEmpty ? nil : words(.from, row.from) }

    /// The same domain of the first author.
    public var domain: Query? {
        guard let at = row.from.lastIndex(of: UInt8(ascii: "@")), at + 1 < row.from.endIndex else {
            return nil
        }
        return words(.domain, row.from[(at + 1)...])
    }

    /// The same subject but for its numbers; nil where there is none.
    public var subject: Query? {
        guard !row.subject.isEmpty else { return nil }
        guard row.subject.contains(where: Self.isDigit) else { return words(.subject, row.subject) }
        var pattern = Array("^".utf8)
        var wasDigit = false
        for byte in row.subject {
            let isDigit = Self.isDigit(byte)
            if !isDigit {
                pattern += Self.escaped([byte])
            } else if !wasDigit {
                pattern += Self.number
            }
            wasDigit = isDigit
        }
        // A subject that the table keeps only in part has no end to compare.
        if row.subject.count < PieceBuilder.longestSubject { pattern.append(UInt8(ascii: "$")) }
        return .term(.text(.subject, [.regex(RawText(pattern))]))
    }

    /// The same client that handed the mail to SES, as the trusted headers tell.
    public var ip: Query? {
        TrustedHeaders(event?.mail?.headers).clientAddress.map { words(.ip, $0.bytes[...]) }
    }

    /// A DKIM signature (RFC 6376, section 3.5) of the domain whose signature SES verified; nil where it
    /// verified none.
    public var signer: Query? {
        let headers = event?.mail?.headers
        let trusted = headers?.prefix(TrustedHeaders(headers).count) ?? []
        let passed = trusted.filter { $0.name.equalsIgnoringCase("Authentication-Results") }
            .flatMap { AuthenticationResults($0.value).clauses(of: "dkim") }
            .first { $0.result.equalsIgnoringCase("pass") }
        guard let domain = passed?.signer else { return nil }
        let pattern =
            RawText("(^|[;\\s])d\\s*=\\s*") + RawText(Self.escaped(domain.bytes))
            + RawText("\\s*(;|$)")
        return .term(.text(.header("dkim-signature"), [.regex(pattern)]))
    }

    private func words(_ field: TextField, _ bytes: ArraySlice<UInt8>) -> Query {
        .term(.text(field, [.words(RawText(bytes))]))
    }

    private static let number = Array("\\d+".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Bytes as a regular expression for themselves; a control may be any byte, as a filter is one line.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            if byte < 0x20 || byte == 0x7F { return [UInt8(ascii: ".")] }
            return special.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
        }
    }

    private static let special = Array("\\^$.[]|()?*+{}/#-".utf8)
}
