/// How decisions stand against the verdicts of one check.
public struct VerdictTable: Hashable, Sendable {
    private var counts = [Int](
        repeating: 0, count: VerdictStatus.allCases.count * 3)

    /// Nothing was decided.
    public init() {}
}

extension VerdictTable {
    /// How many mails of a status were decided to be this; 0 for ``Decision/clear``.
    public subscript(status: VerdictStatus, decision: Decision) -> Int {
        place(status, decision).map { counts[$0] } ?? 0
    }

    /// How many mails were decided to be this.
    public func total(_ decision: Decision) -> Int {
        VerdictStatus.allCases.reduce(0) { $0 + self[$1, decision] }
    }

    /// Mails that are none of spam and that the check failed.
    public var falsePositives: Share {
        Share(count: self[.fail, .ham], of: total(.ham))
    }

    /// Spam that the check passed.
    public var falseNegatives: Share {
        Share(count: self[.pass, .spam], of: total(.spam))
    }

    mutating func add(_ status: VerdictStatus, _ decision: Decision) {
        if let place = place(status, decision) { counts[place] += 1 }
    }

    private func place(_ status: VerdictStatus, _ decision: Decision) -> Int? {
        decision == .clear ? nil : Int(status.rawValue) * 3 + Int(decision.rawValue) - 1
    }
}

/// A number of mails and of how many they are.
public struct Share: Hashable, Sendable {
    /// The number.
    public let count: Int
    /// The number of all.
    public let total: Int

    init(count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share in tenths of a percent, rounded; nil of none.
    public var permille: Int? { total == 0 ? nil : (count * 1000 + total / 2) / total }

    /// Such as `12 of 312 (3.8 %)`, or `0 of 0`.
    public var words: String {
        let share = permille.map { " (\($0 / 10).\($0 % 10) %)" } ?? ""
        return "\(count) of \(total)\(share)"
    }
}
