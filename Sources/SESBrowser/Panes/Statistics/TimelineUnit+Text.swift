import SESCore

extension TimelineUnit {
    /// The heading of a timeline.
    var words: String {
        switch self {
        case .minute: "MINUTE"
        case .tenMinutes: "10 MINUTES"
        case .hour: "HOUR"
        case .sixHours: "6 HOURS"
        case .day: "DAY"
        case .week: "WEEK FROM"
        case .month: "MONTH"
        case .year: "YEAR"
        case .decade: "10 YEARS"
        case .century: "100 YEARS"
        }
    }

    /// The start of a stretch in UTC, no finer than the unit; hours and minutes without their year where
    /// room is short.
    func text(_ start: Timestamp, isShort: Bool) -> String {
        let isClock = lettersOfDate == nil
        if isClock, isShort { return TimeForm.short.text(start) }
        let full = TimeForm.full.text(start)
        return String(decoding: full.utf8.prefix(lettersOfDate ?? 16), as: UTF8.self)
    }

    /// How many columns the start of a stretch takes.
    func columns(isShort: Bool) -> Int { lettersOfDate ?? (isShort ? 11 : 16) }

    /// How much of a date is shown; nil where the time of day is too.
    private var lettersOfDate: Int? {
        switch self {
        case .minute, .tenMinutes, .hour, .sixHours: nil
        case .day, .week: 10
        case .month: 7
        case .year, .decade, .century: 4
        }
    }
}
