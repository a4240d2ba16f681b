import SESCore

extension ListColumn {
    /// The five signs `SVPDM`.
    static let verdicts = ListColumn(
        "verdicts", String(String.UnicodeScalarView(Check.allCases.map(\.letter))),
        "the five signs: spam, virus, SPF, DKIM, DMARC", room: .steps([Check.allCases.count])
    ) { row, _ in
        var line = ScreenLine()
        for check in Check.allCases {
            let (scalar, role) = VerdictStrip.glyph(for: row.mail.facts[check], check: check)
            line.append([Glyph(scalar: scalar.value, width: 1)], role)
        }
        return line
    }

    /// The policy of the sender's domain, for mails that fail DMARC.
    static let policy = ListColumn(
        "policy", "POLICY", "the DMARC policy of the sender's domain", room: .steps([10]),
        leaving: [4]
    ) { row, _ in
        ScreenLine(row.mail.facts.policy.word)
    }
}

extension DMARCPolicy {
    /// The word in the list; blank where the event names no policy.
    fileprivate var word: String {
        switch self {
        case .absent: ""
        case .none: "none"
        case .quarantine: "quarantine"
        case .reject: "reject"
        case .other: "other"
        }
    }
}
