/// The rows of mails that SES accepted in a span of time; a mail without a time is in none.
struct TimeJudge: RowJudge {
    /// Milliseconds since 1970.
    private let span: ClosedRange<Int64>?
    let cost = JudgeCost.column

    init(_ condition: TimeCondition, now: Timestamp) { span = Self.span(condition, now: now) }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        guard let span else { return RowAnswer(RowBits(count: block.count)) }
        let (times, start) = (block.piece.times, block.rows.lowerBound)
        let (first, last) = (span.lowerBound, span.upperBound)
        return RowAnswer(
            block.rows(among: mask) { place in
                let time = times[start + place].milliseconds
                return time >= first && time <= last
            })
    }

    /// The moments that a condition lets through; nil for none. The smallest number stands for no
    /// moment and is never among them.
    private static func span(_ condition: TimeCondition, now: Timestamp) -> ClosedRange<Int64>? {
        let earliest = Int64.min + 1
        switch condition {
        case .newer(let age): return max(earliest, before(now, age))...Int64.max
        case .older(let age):
            let end = before(now, age)
            return end > earliest ? earliest...(end - 1) : nil
        case .days(let first, let last):
            let start = first.map { Int64($0.daysSince1970) * day } ?? earliest
            let end = last.map { Int64($0.daysSince1970 + 1) * day - 1 } ?? .max
            return start <= end ? start...end : nil
        }
    }

    private static let day: Int64 = 86_400_000

    private static func before(_ now: Timestamp, _ age: QueryDuration) -> Int64 {
        let (moment, isBeyond) = now.milliseconds.subtractingReportingOverflow(age.milliseconds)
        return isBeyond ? .min : moment
    }
}

/// The rows of mails that SES accepted at a time of day (UTC).
struct TimeOfDayJudge: RowJudge {
    let range: TimeOfDayRange
    let cost = JudgeCost.column

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (times, start) = (block.piece.times, block.rows.lowerBound)
        return RowAnswer(
            block.rows(among: mask) { place in
                let time = times[start + place]
                guard !time.isMissing else { return false }
                let rest = time.milliseconds % 86_400_000
                let minute = Int((rest < 0 ? rest + 86_400_000 : rest) / 60_000)
                return range.first <= range.last
                    ? range.first <= minute && minute <= range.last
                    : range.first <= minute || minute <= range.last
            })
    }
}

/// The rows of mails that took so long.
struct TookJudge: RowJudge {
    /// Milliseconds, both included.
    private let least: Int64
    private let most: Int64
    let cost = JudgeCost.lookUp

    init(_ range: DurationRange) {
        switch range {
        case .longer(let amount): (least, most) = (amount.milliseconds + 1, .max)
        case .shorter(let amount): (least, most) = (0, amount.milliseconds - 1)
        case .between(let first, let last): (least, most) = (first.milliseconds, last.milliseconds)
        }
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        block.answer(among: mask, known: run.late.rowCount) { told in
            RowAnswer(
                block.rows(among: told) { place in
                    guard let took = run.late.took(block.first + place) else { return false }
                    return least <= took && took <= most
                })
        }
    }
}
