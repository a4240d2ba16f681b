/// The days on which mails came: a bit for each day of the years 0 to 9999.
///
/// One mail of another decade, such as the sample event of the AWS pages, would press all others into one bar;
/// so a timeline leaves out the longest stretches without a mail.
struct MailDays {
    private var days = RowBits(count: lastDay - firstDay)
    /// The day that was inserted last, in milliseconds.
    private var current: Range<Int64> = 0..<0

    private static let dayLength: Int64 = 86_400_000
    private static let firstDay = CivilDate(year: 0, month: 1, day: 1).daysSince1970
    private static let lastDay = CivilDate(year: 10_000, month: 1, day: 1).daysSince1970
    /// What is a moment of these years, in milliseconds since the start of 1970.
    static let moments = Int64(firstDay) * dayLength..<Int64(lastDay) * dayLength
}

extension MailDays {
    /// Adds the day of a moment; false for one outside of the years 0 to 9999, or none.
    mutating func insert(_ time: Timestamp) -> Bool {
        let moment = time.milliseconds
        if current.contains(moment) { return true }
        guard Self.moments.contains(moment) else { return false }
        let day = (moment - Self.moments.lowerBound) / Self.dayLength
        days[Int(day)] = true
        let start = Self.moments.lowerBound + day * Self.dayLength
        current = start..<start + Self.dayLength
        return true
    }

    /// The longest runs of days without a mail between days with one, in order of time, as milliseconds
    /// since the start of 1970.
    func longestGaps(atMost most: Int) -> [Range<Int64>] {
        var gaps: [Range<Int>] = []
        var last: Int?
        days.forEach { day in
            if let last, day - last > 1 {
                let gap = last + 1..<day
                if gaps.count < most {
                    gaps.append(gap)
                } else if let least = gaps.indices.min(by: { gaps[$0].count < gaps[$1].count }),
                    gaps[least].count < gap.count
                {
                    gaps.remove(at: least)
                    gaps.append(gap)
                }
            }
            last = day
        }
        return gaps.map { gap in
            let start = Self.moments.lowerBound + Int64(gap.lowerBound) * Self.dayLength
            return start..<start + Int64(gap.count) * Self.dayLength
        }
    }
}
