/// When SES accepted a mail. All dates and times are UTC.
public enum TimeCondition: Hashable, Sendable {
    /// `newer:2h`: not longer ago than this.
    case newer(QueryDuration)
    /// `older:3d`: longer ago than this.
    case older(QueryDuration)
    /// `date:2026-11-20`, `date:2026-11-20..2026-11-22`, `date:2026-11-20..`, `date:..2026-11-22`: on these
    /// days, the first and the last included; at least one of them is given and the last one does not lie
    /// before the first.
    case days(first: CivilDate?, last: CivilDate?)
}

/// An amount of time as it is typed: a number and a unit.
public struct QueryDuration: Hashable, Sendable {
    /// The units, by their letters.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        case milliseconds = "ms"
        case seconds = "s"
        case minutes = "m"
        case hours = "h"
        case days = "d"
        case weeks = "w"
    }

    /// How many units, 0 to 9,999,999.
    public let count: Int
    /// The unit of the count.
    public let unit: Unit

    /// An amount of time.
    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// The amount in milliseconds.
    public var milliseconds: Int64 {
        let factor: Int64 =
            switch unit {
            case .milliseconds: 1
            case .seconds: 1000
            case .minutes: 60_000
            case .hours: 3_600_000
            case .days: 86_400_000
            case .weeks: 604_800_000
            }
        return Int64(count) * factor
    }
}

/// `09:00..10:30`: minutes of a day, the first included and the last one too; where the first is later than the
/// last, the range goes over midnight.
public struct TimeOfDayRange: Hashable, Sendable {
    /// Minutes since midnight UTC, 0 to 1439.
    public let first: Int
    /// Minutes since midnight UTC, 0 to 1439.
    public let last: Int

    /// A range of minutes.
    public init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }
}

/// `>5s`, `<200ms`, `1s..5s`: a comparison with amounts of time.
public enum DurationRange: Hashable, Sendable {
    case longer(than: QueryDuration)
    case shorter(than: QueryDuration)
    /// From the first to the second, both included.
    case between(QueryDuration, QueryDuration)
}
