/// How the verdicts of SES, and filters that a person might use, stand against what was decided.
///
/// It is made mail by mail. Mails decided `maybe` are counted and judge nobody.
public struct TriageReport: Hashable, Sendable {
    /// The decisions against each check, in the order of ``Check``.
    public private(set) var checks = [VerdictTable](
        repeating: VerdictTable(), count: Check.allCases.count)
    /// How each preset would have done, in the order they were given.
    public private(set) var presets: [PresetResult]
    /// How many mails were looked at, decided or not.
    public private(set) var mails = 0
    /// How many of them were decided.
    public private(set) var decided = 0
    /// The decided mails of domains beyond ``mostDomains``.
    public private(set) var mailsOfOtherDomains = 0
    private var domainCounts: [RawText: DomainResult] = [:]

    /// No more domains are told apart.
    public static let mostDomains = 10_000

    /// How a filter that is meant to find spam would have done.
    public struct PresetResult: Hashable, Sendable {
        /// The name of the preset.
        public let name: RawText
        /// Decided spam that it finds.
        public var foundSpam = 0
        /// Decided spam that it misses.
        public var missedSpam = 0
        /// Decided ham that it finds: what it would do harm to.
        public var foundHam = 0
        /// Decided ham that it leaves alone.
        public var passedHam = 0
    }

    /// What was decided about the mails of a sender's domain.
    public struct DomainResult: Hashable, Sendable {
        /// The domain, in small letters (ASCII); empty where the mails name no sender.
        public let domain: RawText
        /// The decided mails by decision.
        public var decisions: [Decision: Int] = [:]
        /// Ham that the spam check failed.
        public var falsePositives = 0
        /// Spam that the spam check passed.
        public var falseNegatives = 0
    }

    /// A report about no mail yet.
    ///
    /// - Parameter presets: The names of filters to be tried on the decided mails.
    public init(presets: [RawText] = []) {
        self.presets = presets.map { PresetResult(name: $0) }
    }
}

extension TriageReport {
    /// Counts a mail.
    ///
    /// - Parameters:
    ///   - facts: Its verdicts.
    ///   - decision: What it was decided to be; nil where nobody decided.
    ///   - domain: The domain of its first author; nil where it names none.
    ///   - matches: Whether the preset of a number lets it through; asked for decided mails alone.
    public mutating func add(
        _ facts: Facts, decision: Decision?, domain: RawText?, matches: (Int) -> Bool
    ) {
        mails += 1
        guard let decision, decision != .clear else { return }
        decided += 1
        for check in Check.allCases {
            checks[Int(check.rawValue)].add(facts[check], decision)
        }
        count(decision, facts[.spam], of: domain?.lowered ?? "")
        for index in presets.indices where decision != .maybe {
            presets[index].count(decision, isFound: matches(index))
        }
    }

    /// How many mails were decided to be this.
    public func total(_ decision: Decision) -> Int { checks[0].total(decision) }

    /// What the table of a check says.
    public subscript(check: Check) -> VerdictTable { checks[Int(check.rawValue)] }

    /// The domains about whose mails was decided: most wrong verdicts first, then most mails.
    public var domains: [DomainResult] {
        domainCounts.values.sorted { left, right in
            let (wrongLeft, wrongRight) = (left.wrong, right.wrong)
            if wrongLeft != wrongRight { return wrongLeft > wrongRight }
            if left.total != right.total { return left.total > right.total }
            return left.domain.bytes.lexicographicallyPrecedes(right.domain.bytes)
        }
    }

    private mutating func count(_ decision: Decision, _ spam: VerdictStatus, of domain: RawText) {
        guard domainCounts[domain] != nil || domainCounts.count < Self.mostDomains else {
            mailsOfOtherDomains += 1
            return
        }
        domainCounts[domain, default: DomainResult(domain: domain)].count(decision, spam)
    }
}

extension TriageReport.DomainResult {
    /// All decided mails.
    public var total: Int { decisions.values.reduce(0, +) }

    /// The mails that the spam check judged otherwise than the person.
    public var wrong: Int { falsePositives + falseNegatives }

    fileprivate mutating func count(_ decision: Decision, _ spam: VerdictStatus) {
        decisions[decision, default: 0] += 1
        if decision == .ham, spam == .fail { falsePositives += 1 }
        if decision == .spam, spam == .pass { falseNegatives += 1 }
    }
}

extension TriageReport.PresetResult {
    /// The decided mails that it judges as the person did.
    public var agreement: Share {
        Share(
            count: foundSpam + passedHam, of: foundSpam + missedSpam + foundHam + passedHam)
    }

    fileprivate mutating func count(_ decision: Decision, isFound: Bool) {
        switch (decision, isFound) {
        case (.spam, true): foundSpam += 1
        case (.spam, false): missedSpam += 1
        case (.ham, true): foundHam += 1
        case (.ham, false): passedHam += 1
        default: break
        }
    }
}
