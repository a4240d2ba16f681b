/// How many mails a query shows if one of its conditions is replaced by another.
///
/// A check has the condition of all terms on that check alone which have to hold whatever else does; the
/// time has that of all such terms `newer:`, and what was decided that of all such terms on decisions alone.
public struct FacetCounts: Hashable, Sendable {
    private var counts = [Int](
        repeating: 0, count: Check.allCases.count * VerdictStatus.allCases.count)
    private var decided = [Int](repeating: 0, count: RowMark.Decided.allCases.count)
    /// How many there are of the last hour, whatever `newer:` says.
    public internal(set) var lastHour = 0
    /// How many there are of the last 24 hours, whatever `newer:` says.
    public internal(set) var lastDay = 0
    /// How many there are of any time, whatever `newer:` says.
    public internal(set) var anyTime = 0

    /// Counts of nothing.
    public init() {}
}

extension FacetCounts {
    /// How many mails have a status of a check, whatever the query says of that check.
    public internal(set) subscript(check: Check, status: VerdictStatus) -> Int {
        get { counts[place(check, status)] }
        set { counts[place(check, status)] = newValue }
    }

    /// How many mails are decided so, whatever the query says of that.
    public internal(set) subscript(decided: RowMark.Decided) -> Int {
        get { self.decided[Int(decided.rawValue)] }
        set { self.decided[Int(decided.rawValue)] = newValue }
    }

    private func place(_ check: Check, _ status: VerdictStatus) -> Int {
        Int(check.rawValue) * VerdictStatus.allCases.count + Int(status.rawValue)
    }
}
