/// How far back mails are shown, as one key steps it.
public enum TimeChip: CaseIterable, Hashable, Sendable {
    /// The last hour, `newer:1h`.
    case hour
    /// The last day, `newer:24h`.
    case day

    /// What the chip says.
    public var duration: QueryDuration {
        switch self {
        case .hour: QueryDuration(1, .hours)
        case .day: QueryDuration(24, .hours)
        }
    }

    /// The next step: from all mails to the last hour, from there to the last day, and back to all.
    public static func next(after chip: TimeChip?) -> TimeChip? {
        switch chip {
        case nil: .hour
        case .hour: .day
        case .day: nil
        }
    }
}

extension Query {
    /// The chip that says what the conditions `newer:` do which have to hold whatever else does; nil
    /// where there is none, or another amount of time.
    public var timeChip: TimeChip? {
        let shortest = conjuncts.compactMap(\.newest).map(\.milliseconds).min()
        return TimeChip.allCases.first { $0.duration.milliseconds == shortest }
    }

    /// The query with another chip or none, in the place of the first condition `newer:`, else at the end.
    /// Everything else stays as and where it is.
    public func replacing(timeChip chip: TimeChip?) -> Query {
        var members = conjuncts.filter { $0.newest == nil }
        if let chip {
            let place = conjuncts.firstIndex { $0.newest != nil } ?? members.count
            members.insert(.term(.time(.newer(chip.duration))), at: place)
        }
        return .and(members)
    }

    private var newest: QueryDuration? {
        if case .term(.time(.newer(let duration))) = self { duration } else { nil }
    }
}
