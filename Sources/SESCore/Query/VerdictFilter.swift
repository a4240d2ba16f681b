/// Which statuses each check may have for a mail to be shown.
public struct VerdictFilter: Hashable, Sendable {
    /// The statuses that are let through, by check; the empty set stands for any.
    private var allowed = [StatusSet](repeating: .any, count: Check.allCases.count)

    /// A filter that lets every mail through.
    public init() {}

    /// The statuses that a check may have; setting the empty set or all of them means any.
    public subscript(check: Check) -> StatusSet {
        get { allowed[Int(check.rawValue)] }
        set { allowed[Int(check.rawValue)] = newValue == .all ? .any : newValue }
    }
}

/// A set of verdict statuses.
public struct StatusSet: OptionSet, Hashable, Sendable {
    /// One bit a status, at the place of its raw value.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The set of one status.
    public init(_ status: VerdictStatus) { rawValue = 1 << status.rawValue }

    /// No condition at all.
    public static let any: StatusSet = []
    /// Each of the seven statuses.
    public static let all = StatusSet(rawValue: 0x7F)
    /// Everything but PASS: missing and DISABLED too.
    public static let notPass = all.subtracting(StatusSet(.pass))

    /// True where the status is in the set.
    public func contains(_ status: VerdictStatus) -> Bool { contains(StatusSet(status)) }
}
