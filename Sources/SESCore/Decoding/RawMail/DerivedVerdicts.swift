/// The statuses that the receipt of a mail would have, read from the headers which SES wrote.
///
/// The mapping was seen in real events and is not documented. A result that no event was seen with
/// stands as the header spells it.
struct DerivedVerdicts {
    private let headers: ArraySlice<HeaderField>
    private let results: AuthenticationResults?
    private let author: RawText?

    /// - Parameters:
    ///   - headers: SES's own headers.
    ///   - author: The domain of From, for where SES's headers do not name it.
    init(_ headers: ArraySlice<HeaderField>, author: RawText?) {
        self.headers = headers
        results = headers.value("Authentication-Results").map(AuthenticationResults.init)
        let clause = results?.clauses(of: "dmarc").last
        // SES wrote `properties.from` before 2020.
        let checked = clause?.property("header.from") ?? clause?.property("properties.from")
        self.author = (checked ?? author)?.lowered
    }
}

extension DerivedVerdicts {
    /// The status of a check; nil where SES's headers say nothing of it.
    subscript(check: Check) -> RawText? {
        switch check {
        case .spam: headers.value("X-SES-Spam-Verdict")
        case .virus: headers.value("X-SES-Virus-Verdict")
        case .spf: agreed("spf", Self.spf)
        case .dkim: results.map { dkim($0.clauses(of: "dkim")) }
        case .dmarc: agreed("dmarc", Self.dmarc)
        }
    }

    /// The status of a check that has one clause. Several that differ are no answer: one of them may
    /// be the sender's words, such as a HELO that holds a semicolon.
    private func agreed(
        _ method: StaticString, _ known: [(StaticString, RawText)]
    ) -> RawText? {
        let statuses = results?.clauses(of: method).map { Self.status($0.result, known) } ?? []
        guard let first = statuses.first else { return nil }
        return statuses.allSatisfy { $0 == first } ? first : "CONFLICTING"
    }

    /// SES passes a mail on its signature only where the domain of From signed, or one above or
    /// below it; a valid signature of another domain is GRAY, as no signature is.
    private func dkim(_ clauses: [AuthenticationResults.Clause]) -> RawText {
        let aligned = clauses.filter { clause in
            guard let author, let signer = clause.signer else { return false }
            return signer.isRelated(to: author)
        }
        let judged = aligned.isEmpty ? clauses : aligned
        let statuses = judged.map { Self.status($0.result, Self.dkim) }
        if statuses.contains("PASS") { return aligned.isEmpty ? "GRAY" : "PASS" }
        return statuses.first { $0 == "FAIL" } ?? statuses.first { $0 != "GRAY" } ?? "GRAY"
    }

    private static func status(_ result: RawText, _ known: [(StaticString, RawText)]) -> RawText {
        known.first { result.equalsIgnoringCase($0.0) }?.1 ?? result
    }

    private static let spf: [(StaticString, RawText)] = [
        ("pass", "PASS"), ("none", "GRAY"), ("neutral", "GRAY"), ("softfail", "GRAY"),
        ("fail", "FAIL"), ("permerror", "PROCESSING_FAILED"), ("temperror", "PROCESSING_FAILED"),
    ]
    private static let dkim: [(StaticString, RawText)] = [
        ("pass", "PASS"), ("none", "GRAY"), ("neutral", "GRAY"), ("fail", "FAIL"),
        ("permerror", "PROCESSING_FAILED"), ("temperror", "PROCESSING_FAILED"),
    ]
    private static let dmarc: [(StaticString, RawText)] = [
        ("pass", "PASS"), ("none", "GRAY"), ("fail", "FAIL"),
        ("permerror", "PROCESSING_FAILED"), ("temperror", "PROCESSING_FAILED"),
    ]
}
