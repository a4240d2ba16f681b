/// The rows that are counted, passed through once for each part of the statistics.
struct CountedRows {
    private let table: EventTable
    private let late: LateColumns
    private let bits: RowBits?
    private let mostDifferent: Int

    init(_ source: StatisticsSource) {
        table = source.table
        late = source.late
        bits = source.rows.bits(count: source.table.count)
        mostDifferent = source.mostDifferent
    }

    /// A row while it is passed.
    private struct Passed {
        let piece: Piece
        /// The index in the piece.
        let index: Int
        /// The row of the table.
        let row: Int
        /// 1 where any check of the row is FAIL, else 0.
        let failing: Int
    }

    /// For the packed statuses whether any of them is FAIL.
    private static let failing = (0..<1 << 15).map { statuses in
        let facts = Facts(bits: UInt32(statuses))
        return Check.allCases.contains { facts[$0] == .fail }
    }

    /// Calls `body` with each row, in order; false where that was given up.
    private func forEach(_ isWanted: () -> Bool, _ body: (Passed) -> Void) -> Bool {
        table.forEachBlock(in: 0..<table.count) { block in
            guard isWanted() else { return false }
            let before = block.first - block.rows.lowerBound
            for index in block.rows where bits?[before + index] ?? true {
                let fails = Self.failing[block.piece.facts[index].statuses]
                body(
                    Passed(
                        piece: block.piece, index: index, row: before + index,
                        failing: fails ? 1 : 0))
            }
            return true
        }
    }
}

extension CountedRows {
    /// Counts statuses and days; false where that was given up, as all that follow.
    func countFacts(
        into statistics: inout Statistics, _ days: inout MailDays, _ isWanted: () -> Bool
    ) -> Bool {
        var counts = [UInt32](repeating: 0, count: 1 << 15)
        var untimed = 0
        let isDone = forEach(isWanted) { passed in
            counts[passed.piece.facts[passed.index].statuses] += 1
            if !days.insert(passed.piece.times[passed.index]) { untimed += 1 }
        }
        for (statuses, count) in counts.enumerated() where count > 0 {
            statistics.verdicts.add(Int(count), Facts(bits: UInt32(statuses)))
            statistics.count += Int(count)
            if Self.failing[statuses] { statistics.failing += Int(count) }
        }
        statistics.timeline.untimedCount = untimed
        return isDone
    }

    /// Counts by time.
    func countTimes(
        into statistics: inout Statistics, _ days: MailDays, _ isWanted: () -> Bool
    ) -> Bool {
        guard let runs = runs(between: days.longestGaps(atMost: Timeline.mostGaps), isWanted) else {
            return false
        }
        var timeline = Timeline(over: runs)
        timeline.untimedCount = statistics.timeline.untimedCount
        var cursor = TimelineCursor(timeline)
        let isDone = forEach(isWanted) { passed in
            let moment = passed.piece.times[passed.index].milliseconds
            guard MailDays.moments.contains(moment) else { return }
            let place = cursor.index(of: moment)
            timeline.stretches[place].count += 1
            timeline.stretches[place].failing += passed.failing
        }
        statistics.timeline = timeline
        return isDone
    }

    /// The first and the last moment before, between and behind times without a mail; nil where that was
    /// given up.
    private func runs(
        between gaps: [Range<Int64>], _ isWanted: () -> Bool
    ) -> [ClosedRange<Int64>]? {
        var ends = [(first: Int64, last: Int64)](repeating: (.max, .min), count: gaps.count + 1)
        let isDone = forEach(isWanted) { passed in
            let moment = passed.piece.times[passed.index].milliseconds
            guard MailDays.moments.contains(moment) else { return }
            let run = gaps.count { $0.lowerBound <= moment }
            ends[run].first = min(ends[run].first, moment)
            ends[run].last = max(ends[run].last, moment)
        }
        return isDone ? ends.filter { $0.first <= $0.last }.map { $0.first...$0.last } : nil
    }

    /// Counts by sender and by domain.
    ///
    /// Senders are told apart as they are spelled, and letter case is taken out of each of them once; domains
    /// follow from them, but for mails whose sender found no room. A new sender keeps a place for its domain,
    /// so that both are told apart in the order in which they came.
    func rankSenders(into statistics: inout Statistics, _ isWanted: () -> Bool) -> Bool {
        var spelled = TextTally(most: mostDifferent)
        var domains = TextTally(most: mostDifferent)
        var folded: [UInt8] = []
        let isDone = forEach(isWanted) { passed in
            let arena = passed.piece.arena
            let text = arena.span.extracting(passed.piece.fromRange(passed.index))
            let before = spelled.count
            let isKept = spelled.add(text, 1, failing: passed.failing)
            if isKept, spelled.count == before { return }
            folded.removeAll(keepingCapacity: true)
            SearchFold.append(text, to: &folded)
            domains.add(folded.span.domain, isKept ? 0 : 1, failing: isKept ? 0 : passed.failing)
        }
        guard isDone else { return false }
        var senders = TextTally(most: mostDifferent)
        for index in 0..<spelled.count {
            if index & 0xFFF == 0, !isWanted() { return false }
            let (count, failing) = spelled.counts(index)
            folded.removeAll(keepingCapacity: true)
            spelled.withText(index) { SearchFold.append($0, to: &folded) }
            senders.add(folded.span, count, failing: failing)
            domains.add(folded.span.domain, count, failing: failing)
        }
        statistics[.sender] = Ranking(senders)
        statistics[.sender].isComplete = !spelled.isOverfull
        statistics[.domain] = Ranking(domains)
        return true
    }
}

extension CountedRows {
    /// Counts by recipient and client address, as far as they are known.
    func rankLate(into statistics: inout Statistics, _ isWanted: () -> Bool) -> Bool {
        var recipients = NumberCounts(late.distinctCount(.recipients))
        var addresses = NumberCounts(late.distinctCount(.ip))
        var known = 0
        let isDone = forEach(isWanted) { passed in
            guard passed.row < late.rowCount else { return }
            known += 1
            recipients.add(late.number(.recipients, of: passed.row), failing: passed.failing)
            addresses.add(late.number(.ip, of: passed.row), failing: passed.failing)
        }
        guard isDone, let recipients = tally(recipients, .recipients, isWanted),
            let addresses = tally(addresses, .ip, isWanted)
        else { return false }
        statistics.lateCount = known
        (statistics.missedCount, statistics.missedReason) = (late.missedCount, late.missedReason)
        statistics[.recipient] = Ranking(recipients)
        statistics[.ip] = Ranking(addresses)
        return true
    }

    /// Counts the lines of texts, each once a mail; nil where that was given up.
    private func tally(
        _ counts: NumberCounts, _ field: LateField, _ isWanted: () -> Bool
    ) -> TextTally? {
        var tally = TextTally(most: mostDifferent)
        for (number, count) in counts.counts.enumerated() where count.all > 0 {
            guard number & 0xFFF != 0 || isWanted() else { return nil }
            let text = SearchFold.fold(late.text(field, UInt32(number)))
            var start = 0
            while start <= text.count {
                let end = text[start...].firstIndex(of: 0x0A) ?? text.count
                tally.add(
                    text.span.extracting(start..<end), Int(count.all),
                    failing: Int(count.failing), group: number)
                start = end + 1
            }
        }
        return tally
    }
}

/// How many mails have each of some numbered texts.
private struct NumberCounts {
    private(set) var counts: [(all: UInt32, failing: UInt32)]

    init(_ count: Int) { counts = Array(repeating: (0, 0), count: count) }

    mutating func add(_ number: UInt32, failing: Int) {
        counts[Int(number)].all += 1
        counts[Int(number)].failing += UInt32(failing)
    }
}

extension Span<UInt8> {
    /// What follows the last `@` of an address, without a closing dot; empty where nothing does.
    fileprivate var domain: Span<UInt8> {
        @_lifetime(copy self) get {
            var start = count
            while start > 0, self[start - 1] != UInt8(ascii: "@") { start -= 1 }
            guard start > 0 else { return extracting(0..<0) }
            let end = count > start && self[count - 1] == UInt8(ascii: ".") ? count - 1 : count
            return extracting(start..<end)
        }
    }
}
