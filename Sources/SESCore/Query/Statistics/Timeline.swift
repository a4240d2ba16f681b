/// How many mails there are in each of a row of equal stretches of time, UTC.
public struct Timeline: Hashable, Sendable {
    /// How long a stretch is.
    public internal(set) var unit = TimelineUnit.minute
    /// The stretches from the first mail to the last, in order; those without a mail too, but for very long
    /// times without one, where the end of a stretch is not the start of the next. At most
    /// ``TimelineUnit/mostStretches``, of centuries a hundred.
    public internal(set) var stretches: [Stretch] = []
    /// When the first mail came; missing where no mail has a time.
    public internal(set) var first = Timestamp.missing
    /// When the last mail came; missing where no mail has a time.
    public internal(set) var last = Timestamp.missing
    /// How many mails have no time, or one outside of the years 0 to 9999.
    public internal(set) var untimedCount = 0

    /// No mail at all.
    public init() {}

    /// A stretch of time.
    public struct Stretch: Hashable, Sendable {
        /// Where it begins.
        public var start: Timestamp
        /// Where it ends: the first moment behind it.
        public var end: Timestamp
        /// How many mails came in it.
        public var count = 0
        /// How many of them have a FAIL in any check.
        public var failing = 0
    }
}

extension Timeline.Stretch {
    /// The query for the mails of the stretch; nil where its ends are no moments.
    public var query: Query? {
        guard let start = start.utc,
            let last = Timestamp(milliseconds: end.milliseconds - 1).utc
        else { return nil }
        let days = Query.term(.time(.days(first: start.date, last: last.date)))
        let range = TimeOfDayRange(
            first: start.hour * 60 + start.minute, last: last.hour * 60 + last.minute)
        let isWholeDays = range.first == 0 && range.last == 1439
        return isWholeDays ? days : .and([days, .term(.timeOfDay(range))])
    }
}

extension Timeline {
    /// How many long times without a mail are left out at most.
    static let mostGaps = 3

    /// A timeline without counts.
    ///
    /// - Parameter runs: The first and the last moment of mails between which there are long times without
    ///   any, in milliseconds since the start of 1970, in order.
    init(over runs: [ClosedRange<Int64>]) {
        guard let first = runs.first, let last = runs.last else { return }
        self.first = Timestamp(milliseconds: first.lowerBound)
        self.last = Timestamp(milliseconds: last.upperBound)
        for unit in TimelineUnit.allCases {
            self.unit = unit
            stretches = unit.stretches(over: runs)
            if stretches.count <= TimelineUnit.mostStretches { break }
        }
    }
}

/// Finds the stretches of moments that mostly follow on one another.
struct TimelineCursor {
    private let stretches: [Range<Int64>]
    private var current = 0

    init(_ timeline: Timeline) {
        stretches = timeline.stretches.map { $0.start.milliseconds..<$0.end.milliseconds }
    }

    /// The index of the stretch that holds a moment, which one of them does.
    mutating func index(of moment: Int64) -> Int {
        if stretches[current].contains(moment) { return current }
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].lowerBound <= moment { low = middle } else { high = middle }
        }
        current = low
        return low
    }
}
