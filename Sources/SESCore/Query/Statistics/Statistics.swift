/// What the mails of a list have in common: verdicts, times, and who sent and got most of them.
///
/// A mail counts as failing where any of its five checks is FAIL.
public struct Statistics: Hashable, Sendable {
    /// How many mails were counted.
    public internal(set) var count = 0
    /// How many of them have a FAIL in any check.
    public internal(set) var failing = 0
    /// How many have each status of each check.
    public internal(set) var verdicts = VerdictMatrix()
    /// How many there are in each stretch of time.
    public internal(set) var timeline = Timeline()
    /// Of how many mails recipient and client address were known.
    public internal(set) var lateCount = 0
    /// How many mails could not be read again for that, those of other filters among them where more than
    /// the counted ones were read.
    public internal(set) var missedCount = 0
    /// Why the first of them could not be.
    public internal(set) var missedReason: String?
    private var rankings = [Ranking](repeating: Ranking(), count: RankedField.allCases.count)

    /// Nothing was counted.
    public init() {}
}

extension Statistics {
    /// The most frequent texts of a field.
    public internal(set) subscript(field: RankedField) -> Ranking {
        get { rankings[Int(field.rawValue)] }
        set { rankings[Int(field.rawValue)] = newValue }
    }

    /// Of how many mails a field was known; of the others it is not read yet.
    public func knownCount(_ field: RankedField) -> Int { field.isLate ? lateCount : count }
}

/// How many mails have each status of each check.
public struct VerdictMatrix: Hashable, Sendable {
    private var counts = [Int](
        repeating: 0, count: Check.allCases.count * VerdictStatus.allCases.count)

    /// No mail is counted yet.
    public init() {}

    /// How many mails have a status of a check.
    public internal(set) subscript(check: Check, status: VerdictStatus) -> Int {
        get { counts[Self.place(check, status)] }
        set { counts[Self.place(check, status)] = newValue }
    }

    private static func place(_ check: Check, _ status: VerdictStatus) -> Int {
        Int(check.rawValue) * VerdictStatus.allCases.count + Int(status.rawValue)
    }
}

extension VerdictMatrix {
    /// Adds so many mails with these five statuses.
    mutating func add(_ count: Int, _ facts: Facts) {
        for check in Check.allCases { self[check, facts[check]] += count }
    }
}
