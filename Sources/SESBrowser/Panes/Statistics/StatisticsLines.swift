import SESCore

/// Draws the lines of statistics for a width.
struct StatisticsLines {
    private let statistics: Statistics
    private let columns: Int
    private let charset: VisibleText.Form.Charset
    private let matrix: GridColumns
    private let numbers: Numbers
    /// True where texts are as long as they are, as in output that is no screen.
    private let isUncut: Bool

    /// How many columns the numbers in a line take.
    private struct Numbers {
        let count: Int
        /// 0 where only the share is shown.
        let failing: Int
        let share = 5
        /// The bar of a text; 0 where there is no room.
        let bar: Int

        init(_ columns: Int) {
            count = columns >= 70 ? 9 : columns >= 56 ? 8 : 6
            failing = columns >= 70 ? 9 : columns >= 56 ? 8 : 0
            bar = columns >= 70 ? 12 : 0
        }

        var end: Int { count + failing + share }
    }

    init(
        _ statistics: Statistics, columns: Int, charset: VisibleText.Form.Charset,
        isUncut: Bool = false
    ) {
        self.statistics = statistics
        self.columns = columns
        self.charset = charset
        self.isUncut = isUncut
        matrix = GridColumns(columns, label: columns >= 50 ? 7 : 2)
        numbers = Numbers(columns)
    }
}

extension StatisticsLines {
    /// A line, the sign of the cursor before it where a status is chosen; that counts in a line of a
    /// check.
    func line(_ line: StatisticsPage.Line, status: Int?) -> ScreenLine {
        let sign = status == nil ? " " : ">"
        switch line {
        case .blank: return ScreenLine()
        case .heading(let section): return heading(section)
        case .check(let check): return self.check(check, status: status)
        case .stretch(let stretch): return self.stretch(stretch, sign)
        case .entry(let field, let entry): return self.entry(entry, field, sign)
        case .gap(let length):
            let days = Count(Int(length / 86_400_000)).grouped
            return ScreenLine(" ... no mail for \(days) \(days == "1" ? "day" : "days")", .label)
        case .untimed(let count):
            return ScreenLine(" \(Count(count).grouped) without a time", .label)
        case .nothing(.ranking(let field)):
            let isKnown = statistics.knownCount(field) > 0 || statistics.count == 0
            return ScreenLine(isKnown ? " none" : " not read yet", .label)
        case .nothing: return ScreenLine(" none", .label)
        }
    }

    /// The columns of a status in the line of a check.
    func cell(_ status: Int) -> Range<Int> {
        matrix.label + matrix.starts[status]..<matrix.label + matrix.ends[status]
    }
}

// MARK: - Verdicts

extension StatisticsLines {
    private func check(_ check: Check, status: Int?) -> ScreenLine {
        var line = ScreenLine(status == nil ? " " : ">")
        line.append(matrix.label >= 7 ? check.name : String(check.letter), .label)
        for (index, each) in FilterBar.statuses.enumerated() {
            let cell = cell(index)
            let count = statistics.verdicts[check, each]
            let number = Count(count).fitting(cell.count)
            let isFail = each == .fail && count > 0
            let role: Role = index == status ? .cursorBar : isFail ? .fail : .plain
            line.pad(to: cell.lowerBound)
            line.pad(to: cell.upperBound - number.utf8.count, index == status ? role : .plain)
            line.append(number, role)
        }
        return line
    }

    private func verdictHeading() -> ScreenLine {
        var line = ScreenLine(matrix.label >= 7 ? " CHECK" : "", .columnHeading)
        for (index, status) in FilterBar.statuses.enumerated() {
            let head = matrix.head(status)
            line.pad(to: cell(index).upperBound - head.utf8.count, .columnHeading)
            line.append(head, .columnHeading)
        }
        return line
    }
}

// MARK: - Headings

extension StatisticsLines {
    private func heading(_ section: StatisticsPage.Section) -> ScreenLine {
        switch section {
        case .verdicts: return verdictHeading()
        case .timeline: return timelineHeading()
        case .ranking(let field): return rankingHeading(field)
        }
    }

    private func numberHeads(_ line: inout ScreenLine, from start: Int) {
        let heads = [("COUNT", numbers.count), ("FAIL", numbers.failing), ("FAIL", numbers.share)]
        var end = start
        for (index, (head, width)) in heads.enumerated() where width > 0 {
            end += width
            // Beside the number of failing mails the sign tells that the share is theirs.
            let word = index == 2 && numbers.failing > 0 ? "%" : head
            line.pad(to: end - word.utf8.count, .columnHeading)
            line.append(word, .columnHeading)
        }
        line.append("  ", .columnHeading)
    }

    private func timelineHeading() -> ScreenLine {
        var line = ScreenLine(" " + timeHead, .columnHeading)
        numberHeads(&line, from: timeWidth)
        let legend = [
            "\(StatisticsBar.fail(charset)) FAIL in any check  \(StatisticsBar.other(charset)) none",
            "\(StatisticsBar.fail(charset)) FAIL",
        ]
        let fitting = legend.first { $0.unicodeScalars.count <= columns - line.columns }
        line.append(fitting ?? "", .columnHeading)
        return line
    }

    private func rankingHeading(_ field: RankedField) -> ScreenLine {
        var line = ScreenLine()
        numberHeads(&line, from: 0)
        line.pad(to: numbers.end + 2 + numbers.bar, .columnHeading)
        line.append(field.words, .columnHeading)
        let ranking = statistics[field]
        let known = statistics.knownCount(field)
        var remarks: [String] = []
        if !ranking.isComplete {
            remarks.append("of the first \(Count(ranking.differentCount).grouped) different ones")
        } else if ranking.entries.count < ranking.differentCount {
            remarks.append("\(ranking.entries.count) of \(Count(ranking.differentCount).grouped)")
        }
        if known < statistics.count, known > 0 {
            remarks.append("\(Share(known, of: statistics.count).text) read")
        }
        if !remarks.isEmpty { line.append(" (\(remarks.joined(separator: ", ")))", .label) }
        return line
    }
}

// MARK: - Times and texts

extension StatisticsLines {
    private var isShort: Bool { columns < 50 }

    private var timeHead: String { statistics.timeline.unit.words + (isShort ? "" : " (UTC)") }

    /// Where the times end, behind the sign of the cursor.
    private var timeWidth: Int {
        1 + max(statistics.timeline.unit.columns(isShort: isShort), timeHead.utf8.count)
    }

    private func addNumbers(
        _ count: Int, _ failing: Int, from start: Int, to line: inout ScreenLine
    ) {
        var end = start + numbers.count
        let number = Count(count).fitting(numbers.count - 1)
        line.pad(to: end - number.utf8.count)
        line.append(number)
        if numbers.failing > 0 {
            end += numbers.failing
            let number = Count(failing).fitting(numbers.failing - 1)
            line.pad(to: end - number.utf8.count)
            line.append(number, failing > 0 ? .fail : .plain)
        }
        end += numbers.share
        let share = count > 0 ? Share(failing, of: count).text : ""
        line.pad(to: end - share.utf8.count)
        line.append(share)
        line.append("  ")
    }

    private func stretch(_ stretch: Timeline.Stretch, _ sign: String) -> ScreenLine {
        var line = ScreenLine(sign)
        line.append(statistics.timeline.unit.text(stretch.start, isShort: isShort))
        addNumbers(stretch.count, stretch.failing, from: timeWidth, to: &line)
        let most = statistics.timeline.stretches.reduce(0) { max($0, $1.count) }
        StatisticsBar(
            stretch.count, failing: stretch.failing, most: most, columns: columns - line.columns
        ).append(to: &line, charset)
        return line
    }

    private func entry(
        _ entry: Ranking.Entry, _ field: RankedField, _ sign: String
    ) -> ScreenLine {
        var line = ScreenLine(sign)
        addNumbers(entry.count, entry.failing, from: 0, to: &line)
        if numbers.bar > 0 {
            let most = statistics[field].entries.first?.count ?? 0
            StatisticsBar(
                entry.count, failing: entry.failing, most: most, columns: numbers.bar - 2
            ).append(to: &line, charset)
            line.pad(to: numbers.end + 2 + numbers.bar)
        }
        guard !entry.text.isEmpty else {
            line.append("(none)", .label)
            return line
        }
        let text = Gate.visible(entry.text.bytes)
        let room = isUncut ? text.columns : columns - line.columns
        line.append(Gate.glyphs(of: text, in: room, cut: field == .domain ? .middle : .address))
        return line
    }
}

extension RankedField {
    /// The heading of the section.
    fileprivate var words: String {
        switch self {
        case .sender: "SENDER"
        case .domain: "DOMAIN OF SENDER"
        case .recipient: "RECIPIENT"
        case .ip: "CLIENT ADDRESS"
        }
    }
}
