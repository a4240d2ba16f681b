extension TimeCondition {
    /// The days that are typed; nil where they are none, or the last lies before the first.
    init?(days word: ArraySlice<UInt8>) {
        guard let (before, behind) = word.sidesOfDots else {
            guard let day = CivilDate(typed: word) else { return nil }
            self = .days(first: day, last: day)
            return
        }
        let first = CivilDate(typed: before)
        let last = CivilDate(typed: behind)
        guard before.isEmpty == (first == nil), behind.isEmpty == (last == nil) else { return nil }
        switch (first, last) {
        case (nil, nil): return nil
        case (let first?, let last?) where last.daysSince1970 < first.daysSince1970: return nil
        default: self = .days(first: first, last: last)
        }
    }

    /// The condition with its field, as it is typed.
    var text: String {
        switch self {
        case .newer(let amount): "newer:\(amount.text)"
        case .older(let amount): "older:\(amount.text)"
        case .days(let first?, let last?) where first == last: "date:\(first.text)"
        case .days(let first, let last): "date:\(first?.text ?? "")..\(last?.text ?? "")"
        }
    }
}

extension CivilDate {
    /// A day of the years 0 to 9999 that is typed `YYYY-MM-DD`; nil where the calendar has no such day.
    init?(typed word: ArraySlice<UInt8>) {
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, let year = parts[0].number(digits: 4...4),
            let month = parts[1].number(digits: 2...2), let day = parts[2].number(digits: 2...2),
            1...12 ~= month, 1...31 ~= day
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard CivilDate(daysSince1970: daysSince1970) == self else { return nil }
    }

    fileprivate var text: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension TimeOfDayRange {
    private static let lastMinute = 24 * 60 - 1

    /// The times that are typed, such as `09:00..10:30`, `09:00..` or `..10:30`; nil where they are none.
    init?(typed word: ArraySlice<UInt8>) {
        guard let (before, behind) = word.sidesOfDots, !before.isEmpty || !behind.isEmpty,
            let first = before.isEmpty ? 0 : Self.minutes(before),
            let last = behind.isEmpty ? Self.lastMinute : Self.minutes(behind)
        else { return nil }
        self.init(first: first, last: last)
    }

    /// The times as they are typed.
    var text: String { "\(Self.text(first))..\(Self.text(last))" }

    private static func minutes(_ word: ArraySlice<UInt8>) -> Int? {
        let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = parts[0].number(digits: 1...2),
            let minute = parts[1].number(digits: 2...2), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
    }
}
