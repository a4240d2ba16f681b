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
        let statuses = Check.allCases.map { facts[$0] }
        let senderFails = facts[.spf] == .fail || facts[.dkim] == .fail
        let isEnforced = facts.policy == .reject || facts.policy == .quarantine
        if facts[.virus] == .fail { return 0 }
        if facts[.spam] == .fail { return 1 }
        if facts[.dmarc] == .fail { return isEnforced ? 2 : 3 }
        if statuses.contains(.processingFailed) || statuses.contains(.other) { return 4 }
        if senderFails { return facts[.dmarc] == .pass ? 6 : 5 }
        if statuses.contains(.gray) { return 7 }
        if statuses.contains(.missing) { return 8 }
        return statuses.contains(.disabled) ? 9 : 10
    }
}

/// The order in which a list shows its rows.
public enum RowOrder: String, CaseIterable, Hashable, Sendable {
    /// As the files were named and read.
    case reading
    /// By time, the latest first; mails without a time last.
    case newest
    /// By time, the earliest first; mails without a time last.
    case time
    /// By ``Severity``, the worst first, the latest first among equals.
    case severity
}

extension RowOrder {
    /// A key for a row; rows with smaller keys come first, and rows with equal keys stay in the
    /// order in which they were read.
    public func key(_ row: Row) -> UInt64 {
        switch self {
        case .reading: 0
        case .time: Self.earliestFirst(row.time)
        case .newest: Self.latestFirst(row.time)
        case .severity:
            UInt64(Severity.rank(row.facts)) << 60 | Self.latestFirst(row.time) >> 4
        }
    }

    private static func earliestFirst(_ time: Timestamp) -> UInt64 {
        time.isMissing ? .max : UInt64(bitPattern: time.milliseconds) ^ 1 << 63
    }

    private static func latestFirst(_ time: Timestamp) -> UInt64 {
        time.isMissing ? .max : .max - earliestFirst(time)
    }
}
