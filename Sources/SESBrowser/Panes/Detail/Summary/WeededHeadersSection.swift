import SESCore

extension SummarySection {
    /// The headers that matter most of the time; view Headers has all.
    static let weededHeaders = SummarySection { facts in
        guard let headers = facts.mail?.headers else { return [] }
        let chosen = headers.filter(\.isShownInSummary)
        guard !chosen.isEmpty else { return [] }
        let heading = RawText("HEADERS (\(chosen.count) of \(headers.count))")
        return [DetailLine(heading, .heading)] + chosen.map { .header($0, inset: 2) }
    }
}

extension HeaderField {
    fileprivate var isShownInSummary: Bool {
        Self.names.contains { name.equalsIgnoringCase($0) }
            || Self.prefixes.contains { name.hasPrefix($0) }
    }

    private static let names: [StaticString] = [
        "From", "To", "Cc", "Reply-To", "Sender", "Date", "Subject", "Message-ID", "Return-Path",
        "X-Mailer", "Received-SPF", "Authentication-Results",
    ]

    private static let prefixes: [RawText] = ["List-", "X-SES-"]
}
