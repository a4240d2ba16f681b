extension TriageReport {
    /// The report in lines for people; names of presets and domains are as they came from outside.
    ///
    /// - Parameter most: How many domains are told.
    /// - Returns: The lines, none longer than a line of the terminal but for names.
    public func lines(domains most: Int = 20) -> [RawText] {
        let counts = [Decision.spam, .ham, .maybe].map { "\(total($0)) \($0.word)" }
        var lines = [
            RawText("\(decided) of \(mails) mails decided: \(counts.joined(separator: ", "))")
        ]
        lines += ["", "SES spam verdict     you: spam       ham     maybe"] + spamTable
        lines += ["", "check      false positives          false negatives"]
        for check in Check.allCases {
            let table = self[check]
            lines.append(
                RawText(
                    check.word.filled(11) + table.falsePositives.words.filled(25)
                        + table.falseNegatives.words))
        }
        lines += presetLines
        return lines + domainLines(most)
    }

    private var spamTable: [RawText] {
        VerdictStatus.allCases.compactMap { status in
            let counts = [Decision.spam, .ham, .maybe].map { self[.spam][status, $0] }
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            return RawText(
                status.name.filled(20) + counts.map { "\($0)".aligned(10) }.joined())
        }
    }

    private var presetLines: [RawText] {
        guard !presets.isEmpty else { return [] }
        return ["", "preset: agrees, spam found, ham taken for spam"]
            + presets.map { preset in
                let spam = Share(
                    count: preset.foundSpam, of: preset.foundSpam + preset.missedSpam)
                let ham = Share(count: preset.foundHam, of: preset.foundHam + preset.passedHam)
                let words = "\(preset.agreement.words), \(spam.words), \(ham.words)"
                return preset.name + RawText(": \(words)")
            }
    }

    private func domainLines(_ most: Int) -> [RawText] {
        let domains = domains
        guard !domains.isEmpty, most > 0 else { return [] }
        var lines: [RawText] = ["", "sender domain: decided mails, false positives and negatives"]
        for domain in domains.prefix(most) {
            let counts = [Decision.spam, .ham, .maybe].compactMap { decision in
                domain.decisions[decision].map { "\($0) \(decision.word)" }
            }
            let wrong = "\(domain.falsePositives) + \(domain.falseNegatives) wrong"
            let name: RawText = domain.domain.isEmpty ? "(none)" : domain.domain
            lines.append(name + RawText(": \(counts.joined(separator: ", ")); \(wrong)"))
        }
        let rest = domains.count - most
        if rest > 0 { lines.append(RawText("and \(rest) more domains")) }
        if mailsOfOtherDomains > 0 {
            lines.append(RawText("and \(mailsOfOtherDomains) mails of still more domains"))
        }
        return lines
    }
}

extension String {
    fileprivate func filled(_ columns: Int) -> String {
        self + String(repeating: " ", count: max(1, columns - utf8.count))
    }

    fileprivate func aligned(_ columns: Int) -> String {
        String(repeating: " ", count: max(1, columns - utf8.count)) + self
    }
}
