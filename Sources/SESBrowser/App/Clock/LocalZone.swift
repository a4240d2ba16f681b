import SESCore

/// A time zone as the spans of time in which its offset from UTC stays the same.
struct LocalZone: Hashable, Sendable {
    /// From the earliest on, at least one; the first one also holds for all that is before it.
    let spans: [Span]

    struct Span: Hashable, Sendable {
        /// When it begins, in seconds since the start of 1970.
        let start: Int
        /// How many seconds the clocks are ahead of UTC.
        let offset: Int
        /// `CET`, or `+01:00` where the offset has no name.
        let name: String
    }

    /// What clocks show at some moment.
    struct Setting: Hashable, Sendable {
        let offset: Int
        let name: String
    }
}

extension LocalZone {
    /// A zone of which is known what clocks show at any moment, in seconds since 1970.
    ///
    /// From 1970 to 2100 it is asked every two weeks, and where two answers differ, for the second of
    /// the change.
    init(asking setting: (Int) -> Setting) {
        let step = 14 * 86_400
        var spans = [Span(start: 0, setting(0))]
        for moment in stride(from: step, to: Self.end, by: step) {
            let later = setting(moment)
            guard let last = spans.last, Span(start: last.start, later) != last else { continue }
            var (low, high) = (moment - step, moment)
            while high - low > 1 {
                let middle = (low + high) / 2
                if setting(middle) == later { high = middle } else { low = middle }
            }
            spans.append(Span(start: high, later))
        }
        self.spans = spans
    }

    /// The span in which a moment lies that is not missing.
    func span(at moment: Timestamp) -> Span {
        let seconds = Int(moment.milliseconds / 1000)
        var low = 0
        var high = spans.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if spans[middle].start <= seconds { low = middle } else { high = middle }
        }
        return spans[low]
    }

    /// The moment at which clocks of UTC show what clocks of the zone show at this one.
    func shifted(_ moment: Timestamp) -> Timestamp {
        guard !moment.isMissing else { return moment }
        let offset = Int64(span(at: moment).offset) * 1000
        return Timestamp(milliseconds: moment.milliseconds + offset)
    }

    /// The start of 2100.
    private static let end = 4_102_444_800
}

extension LocalZone.Span {
    fileprivate init(start: Int, _ setting: LocalZone.Setting) {
        self.start = start
        offset = setting.offset
        let isNamed = setting.name.unicodeScalars.contains { ("A"..."Z").contains($0) }
        name = isNamed ? setting.name : Self.spelled(setting.offset)
    }

    private static func spelled(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (offset < 0 ? "-" : "+") + digits.joined(separator: ":")
    }
}
