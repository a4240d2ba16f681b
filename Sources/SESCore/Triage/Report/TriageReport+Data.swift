extension TriageReport {
    /// The report as one JSON object, all domains in it.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("mails", mails)
            writer.member("decided", decided)
            writer.key("decisions")
            writer.object { writer in
                for decision in [Decision.spam, .ham, .maybe] {
                    writer.member(decision.word, total(decision))
                }
            }
            writer.key("checks")
            writer.object { writer in
                for check in Check.allCases {
                    writer.key(check.word)
                    writer.object { writer in self[check].write(to: &writer) }
                }
            }
            writer.key("presets")
            writer.array { writer in
                for preset in presets { writer.object { writer in preset.write(to: &writer) } }
            }
            writer.key("domains")
            writer.array { writer in
                for domain in domains { writer.object { writer in domain.write(to: &writer) } }
            }
            writer.member("mailsOfOtherDomains", mailsOfOtherDomains)
        }
        writer.lineFeed()
        return writer.bytes
    }

    /// The report as a table: a line a check and status, then one a preset and one a domain, told apart by
    /// the first column.
    public var csv: [UInt8] {
        var writer = CSVWriter()
        writer.row(
            ["kind", "name", "status", "spam", "ham", "maybe", "falsePositives", "falseNegatives"])
        func row(_ start: [RawText], _ numbers: [Int]) {
            writer.row(start + numbers.map { RawText(String($0)) })
        }
        for check in Check.allCases {
            for status in VerdictStatus.allCases {
                let counts = [Decision.spam, .ham, .maybe].map { self[check][status, $0] }
                guard counts.contains(where: { $0 > 0 }) else { continue }
                let isFailed = status == .fail ? counts[1] : 0
                let isPassed = status == .pass ? counts[0] : 0
                row(
                    ["check", RawText(check.word), RawText(status.name)],
                    counts + [isFailed, isPassed])
            }
        }
        for preset in presets {
            row(
                ["preset", preset.name, "found"],
                [preset.foundSpam, preset.foundHam, 0, preset.foundHam, 0])
            row(
                ["preset", preset.name, "passed"],
                [preset.missedSpam, preset.passedHam, 0, 0, preset.missedSpam])
        }
        for domain in domains {
            row(
                ["domain", domain.domain, ""],
                [Decision.spam, .ham, .maybe].map { domain.decisions[$0] ?? 0 }
                    + [domain.falsePositives, domain.falseNegatives])
        }
        return writer.bytes
    }
}

extension VerdictTable {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("statuses")
        writer.object { writer in
            for status in VerdictStatus.allCases {
                let decisions = [Decision.spam, .ham, .maybe]
                guard decisions.contains(where: { self[status, $0] > 0 }) else { continue }
                writer.key(status.name)
                writer.object { writer in
                    for decision in decisions {
                        writer.member(decision.word, self[status, decision])
                    }
                }
            }
        }
        writer.member("falsePositives", falsePositives.count)
        writer.member("ham", falsePositives.total)
        writer.member("falseNegatives", falseNegatives.count)
        writer.member("spam", falseNegatives.total)
    }
}

extension TriageReport.PresetResult {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("name")
        writer.text(name, field: "name")
        writer.member("agrees", agreement.count)
        writer.member("of", agreement.total)
        writer.member("foundSpam", foundSpam)
        writer.member("missedSpam", missedSpam)
        writer.member("foundHam", foundHam)
        writer.member("passedHam", passedHam)
    }
}

extension TriageReport.DomainResult {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("domain")
        writer.text(domain, field: "domain")
        for decision in [Decision.spam, .ham, .maybe] {
            writer.member(decision.word, decisions[decision] ?? 0)
        }
        writer.member("falsePositives", falsePositives)
        writer.member("falseNegatives", falseNegatives)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: String, _ number: Int) {
        self.key(key)
        self.number(number)
    }
}
