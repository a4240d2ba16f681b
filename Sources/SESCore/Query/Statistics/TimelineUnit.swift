/// How long the stretches of a timeline are.
public enum TimelineUnit: UInt8, CaseIterable, Hashable, Sendable {
    case minute
    case tenMinutes
    case hour
    case sixHours
    case day
    /// From Monday on.
    case week
    case month
    case year
    case decade
    case century
}

extension TimelineUnit {
    /// The most stretches of a timeline: those of an hour in minutes, of two months in days, or of five
    /// years in months.
    public static let mostStretches = 62

    private enum Length {
        case milliseconds(Int64)
        case months(Int)
    }

    private var length: Length {
        switch self {
        case .minute: .milliseconds(60_000)
        case .tenMinutes: .milliseconds(600_000)
        case .hour: .milliseconds(3_600_000)
        case .sixHours: .milliseconds(21_600_000)
        case .day: .milliseconds(Self.dayLength)
        case .week: .milliseconds(7 * Self.dayLength)
        case .month: .months(1)
        case .year: .months(12)
        case .decade: .months(120)
        case .century: .months(1200)
        }
    }

    private static let dayLength: Int64 = 86_400_000

    /// The stretches from the first moment to the last; times between two runs that are longer than a
    /// whole timeline are left out. Of more than ``mostStretches`` not all need be there, but for centuries.
    func stretches(over runs: [ClosedRange<Int64>]) -> [Timeline.Stretch] {
        var stretches: [Timeline.Stretch] = []
        let longest = longestLength * Int64(Self.mostStretches)
        for run in runs {
            var start = start(of: Timestamp(milliseconds: run.lowerBound))
            if let last = stretches.last?.end, start.milliseconds - last.milliseconds < longest {
                start = last
            }
            while start.milliseconds <= run.upperBound {
                guard stretches.count <= Self.mostStretches || self == .century else { break }
                let end = next(after: start)
                stretches.append(Timeline.Stretch(start: start, end: end))
                start = end
            }
        }
        return stretches
    }

    /// The length in milliseconds, of months that of the longest.
    private var longestLength: Int64 {
        switch length {
        case .milliseconds(let length): length
        case .months(let length): Int64(length) * 31 * Self.dayLength
        }
    }

    /// Where the stretch of a moment begins.
    func start(of time: Timestamp) -> Timestamp {
        switch length {
        case .milliseconds(let length):
            // 1970 began on a Thursday; its first Monday was the fifth of January.
            let origin = self == .week ? 4 * Self.dayLength : 0
            let moment = time.milliseconds - origin
            let rest = (moment % length + length) % length
            return Timestamp(milliseconds: moment - rest + origin)
        case .months(let length):
            let month = Self.month(of: time)
            return Self.start(ofMonth: month - (month % length + length) % length)
        }
    }

    /// Where the stretch behind the one that begins at a moment begins.
    func next(after start: Timestamp) -> Timestamp {
        switch length {
        case .milliseconds(let length):
            Timestamp(milliseconds: start.milliseconds + length)
        case .months(let length): Self.start(ofMonth: Self.month(of: start) + length)
        }
    }

    /// The month of a moment, counted from the January of the year 0.
    private static func month(of time: Timestamp) -> Int {
        time.utc.map { $0.date.year * 12 + $0.date.month - 1 } ?? 0
    }

    private static func start(ofMonth number: Int) -> Timestamp {
        let month = (number % 12 + 12) % 12
        let date = CivilDate(year: (number - month) / 12, month: month + 1, day: 1)
        return Timestamp(milliseconds: Int64(date.daysSince1970) * dayLength)
    }
}
