import SESCore

/// Which columns a list of some width has, and how wide each is.
///
/// With less room first the year and the seconds go, then the display name, the date, the
/// address and the time; marks, strip and subject stay to the end.
struct ListColumns: Hashable, Sendable {
    /// How a moment is written.
    enum TimeForm: Hashable, Sendable {
        /// `2026-11-22 09:41:07`
        case full
        /// `11-22 09:41`
        case short
        /// `09:41`
        case clock
        case hidden
    }

    /// The columns of the marks: cursor, tag, decision, remark.
    static let marks = 4
    /// The widest that the reversed bar of the cursor gets.
    static let longestBar = 14

    let time: TimeForm
    /// The display name of the author; 0 where there is no room.
    let name: Int
    /// The address of the author; 0 where there is no room.
    let from: Int
    let subject: Int
    /// How many columns from the left show where the cursor is.
    let bar: Int

    init(_ columns: Int) {
        time = columns >= 108 ? .full : columns >= 64 ? .short : columns >= 32 ? .clock : .hidden
        let stripStart = Self.marks + (time.columns > 0 ? time.columns + 1 : 0)
        let rest = max(0, columns - stripStart - Check.allCases.count - 1)
        name = columns >= 84 ? min(24, rest / 5) : 0
        // Fewer columns than 20 leave of most addresses little but the end of the domain.
        from = columns >= 56 ? min(36, max(20, name > 0 ? rest / 3 : rest * 2 / 5)) : 0
        subject = max(0, rest - (from > 0 ? from + 1 : 0) - (name > 0 ? name + 1 : 0))
        // The bar ends with the date or with the whole time, never inside of one.
        bar = time == .short ? stripStart - 1 : min(Self.longestBar, stripStart - 1)
    }
}

extension ListColumns.TimeForm {
    /// How many columns a moment takes.
    var columns: Int {
        switch self {
        case .full: 19
        case .short: 11
        case .clock: 5
        case .hidden: 0
        }
    }

    /// The heading of the column.
    var heading: String {
        switch self {
        case .full, .short: "TIME (UTC)"
        case .clock: "TIME"
        case .hidden: ""
        }
    }

    /// The moment in UTC, or words that it is missing.
    func text(_ time: Timestamp) -> String {
        guard let utc = time.utc else { return missing }
        let clock = "\(twoDigits(utc.hour)):\(twoDigits(utc.minute))"
        let day = "\(twoDigits(utc.date.month))-\(twoDigits(utc.date.day))"
        switch self {
        case .full:
            let year = String(utc.date.year)
            let zeros = String(repeating: "0", count: max(0, 4 - year.utf8.count))
            return "\(zeros)\(year)-\(day) \(clock):\(twoDigits(utc.second))"
        case .short: return "\(day) \(clock)"
        case .clock: return clock
        case .hidden: return ""
        }
    }

    private var missing: String {
        switch self {
        case .full, .short: "no time"
        case .clock: "--:--"
        case .hidden: ""
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
