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
        if facts[.virus] == .fail { return 0 }
        if facts[.spam] == .fail { return 1 }
        if facts[.dmarc] == .fail {
            return facts.policy == .reject || facts.policy == .quarantine ? 2 : 3
        }
        var statuses: StatusSet = []
        for check in Check.allCases { statuses.insert(StatusSet(facts[check])) }
        if !statuses.isDisjoint(with: unclear) { return 4 }
        if facts[.spf] == .fail || facts[.dkim] == .fail {
            return facts[.dmarc] == .pass ? 6 : 5
        }
        if statuses.contains(.gray) { return 7 }
        if statuses.contains(.missing) { return 8 }
        return statuses.contains(.disabled) ? 9 : 10
    }

    private static let unclear = StatusSet(.processingFailed).union(StatusSet(.other))
}
