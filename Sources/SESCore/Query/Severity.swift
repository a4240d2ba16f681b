/// How badly a mail was judged: 0 is the worst, ``Severity/count`` - 1 the best.
///
/// The first rule that holds decides: virus FAIL; spam FAIL; DMARC FAIL where the policy says
/// reject or quarantine; DMARC FAIL otherwise; a check that could not be made or an unknown status;
/// SPF or DKIM FAIL without DMARC PASS; the same with DMARC PASS; any GRAY; any missing; any
/// DISABLED; all PASS.
public enum Severity {
    /// How many ranks there are.
    public static let count = 11

    /// The rank of a mail.
    public static func rank(_ facts: Facts) -> Int {
        let rank = Int(ranks[facts.statuses])
        let isRefused = facts.policy == .reject || facts.policy == .quarantine
        return rank == failedDMARC && isRefused ? rank - 1 : rank
    }

    /// The ranks by ``Facts/statuses``, since all rows of a long list are asked for theirs at once; without
    /// the policy, which DMARC FAIL alone depends on.
    private static let ranks = (0..<UInt32(1 << 15)).map { bits in
        UInt8(rank(ofStatuses: Facts(bits: bits)))
    }

    private static let failedDMARC = 3

    private static func rank(ofStatuses facts: Facts) -> Int {
        if facts[.virus] == .fail { return 0 }
        if facts[.spam] == .fail { return 1 }
        if facts[.dmarc] == .fail { return failedDMARC }
        var statuses: StatusSet = []
        for check in Check.allCases { statuses.insert(StatusSet(facts[check])) }
        if statuses.contains(.processingFailed) || statuses.contains(.other) { return 4 }
        if facts[.spf] == .fail || facts[.dkim] == .fail {
            return facts[.dmarc] == .pass ? 6 : 5
        }
        if statuses.contains(.gray) { return 7 }
        if statuses.contains(.missing) { return 8 }
        return statuses.contains(.disabled) ? 9 : 10
    }
}
