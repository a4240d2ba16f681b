import SESCore

/// How a moment is written, from the longest form to none.
enum TimeForm: Hashable, Sendable {
    /// `2026-11-22 09:41:07`
    case full
    /// `11-22 09:41`
    case short
    /// `09:41`
    case clock
    case hidden

    /// The longest form that a column has room for.
    init(columns: Int) {
        self = [.full, .short, .clock].first { $0.columns <= columns } ?? .hidden
    }
}

extension TimeForm {
    /// How many columns a moment takes.
    var columns: Int {
        switch self {
        case .full: 19
        case .short: 11
        case .clock: 5
        case .hidden: 0
        }
    }

    /// The moment as a day and a time of UTC, or words that it is missing.
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

    /// The words for a moment that is missing.
    var missing: String {
        switch self {
        case .full, .short: "no time"
        case .clock: "--:--"
        case .hidden: ""
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
