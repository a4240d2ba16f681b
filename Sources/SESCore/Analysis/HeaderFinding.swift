/// Something in the headers that speaks against the receipt or tries to speak for SES.
public enum HeaderFinding: Hashable, Sendable {
    /// The receipt and a header that SES wrote give two statuses of one check. In a real event they
    /// agree, so the event was made or changed by hand.
    case disagrees(check: Check, receipt: RawText, header: RawText)
    /// A header of a name that SES writes stands below SES's own block, at `index` of all headers.
    case imitates(name: RawText, value: RawText, index: Int)
}

extension HeaderFinding {
    /// All findings of an event: first the disagreements, then the imitations from the top down.
    public static func all(in event: MailEvent) -> [HeaderFinding] {
        all(in: event, below: TrustedHeaders(event.mail?.headers))
    }

    /// All findings of an event whose trusted headers are known.
    static func all(in event: MailEvent, below trusted: TrustedHeaders) -> [HeaderFinding] {
        let headers = event.mail?.headers ?? []
        let disagreements = headers[..<trusted.count].flatMap { header in
            statuses(in: header).compactMap { check, status in
                disagreement(check, header: status, with: event.receipt)
            }
        }
        let imitations = headers.indices[trusted.count...].compactMap { index in
            imitation(headers[index], at: index)
        }
        return disagreements + imitations
    }

    /// The finding for a person, in one sentence.
    public var words: RawText {
        switch self {
        case .disagrees(let check, let receipt, let header):
            RawText("\(check.name): the receipt says ") + receipt + ", SES's own header says "
                + header
        case .imitates(let name, _, let index):
            name
                + RawText(
                    " is header \(index + 1), below SES's own: the sender may have written it")
        }
    }

    private static func disagreement(
        _ check: Check, header: RawText, with receipt: Receipt?
    ) -> HeaderFinding? {
        guard let spelled = receipt?.verdicts[check].spelled, spelled.lowered != header.lowered
        else { return nil }
        return .disagrees(check: check, receipt: spelled, header: header)
    }

    /// The statuses that a header of SES's block gives, in the words of the receipt.
    private static func statuses(in header: HeaderField) -> [(Check, RawText)] {
        if header.name.equalsIgnoringCase("X-SES-Spam-Verdict") {
            return [(.spam, header.value.trimmed)]
        }
        if header.name.equalsIgnoringCase("X-SES-Virus-Verdict") {
            return [(.virus, header.value.trimmed)]
        }
        guard header.name.equalsIgnoringCase("Authentication-Results"),
            let result = dmarcResult(in: header.value)
        else { return [] }
        return [(.dmarc, result)]
    }

    /// The DMARC status that goes with the one `dmarc=` clause; nil where there is none or more than
    /// one, since a sender's words may stand in other clauses.
    private static func dmarcResult(in value: RawText) -> RawText? {
        guard let clause = value.range(of: " dmarc="),
            value.range(of: "dmarc=", from: clause.upperBound) == nil
        else { return nil }
        let word = RawText(value.bytes[clause.upperBound...].prefix { $0.isAlphanumeric })
        return known.first { word.equalsIgnoringCase($0.0) }?.1
    }

    /// What SES makes of a DMARC result, as seen in unedited events; other results are not compared.
    private static let known: [(StaticString, RawText)] = [
        ("pass", "PASS"), ("fail", "FAIL"), ("none", "GRAY"),
    ]

    private static func imitation(_ header: HeaderField, at index: Int) -> HeaderFinding? {
        let isOurs =
            header.name.hasPrefix("X-SES-")
            && !outgoing.contains { header.name.equalsIgnoringCase($0) }
            || header.name.equalsIgnoringCase("Authentication-Results")
                && header.value.isWrittenByAmazonSES
        return isOurs ? .imitates(name: header.name, value: header.value, index: index) : nil
    }

    /// What every mail sent through SES carries, forged or not.
    private static let outgoing: [StaticString] = [
        "X-SES-Outgoing", "X-SES-CONFIGURATION-SET", "X-SES-MESSAGE-TAGS", "X-SES-SOURCE-ARN",
    ]
}
