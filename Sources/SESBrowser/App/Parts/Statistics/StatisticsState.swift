import SESCore

/// The open statistics: what was counted, and which line is chosen.
struct StatisticsState: Sendable {
    /// The number of the last count that was asked for.
    private(set) var number = 0
    /// True until the last count that was asked for is there.
    private(set) var isCounting = false
    /// What was counted; nil before the first count.
    private(set) var result: Statistics?
    /// The lines of ``result``.
    private(set) var page = StatisticsPage(Statistics(), isWide: false)
    /// The chosen line.
    private(set) var cursor = Cursor()
    /// The chosen status in a line of a check, as an index into ``FilterBar/statuses``.
    private(set) var status = 2
    /// The first line on the screen, for each column of ``page``.
    private(set) var tops = [0]
    private var basis = Basis()

    /// A line of the page.
    struct Cursor: Hashable, Sendable {
        var column = 0
        var line = 0
    }

    /// What a count is made of, as far as it can change while statistics are open.
    struct Basis: Hashable, Sendable {
        /// How many rows the list has.
        var rows = 0
        /// True where all rows are read.
        var isRead = false
    }
}

extension StatisticsState {
    /// The chosen line; nil where none can be chosen.
    var chosenLine: StatisticsPage.Line? {
        let lines = page.columns[cursor.column]
        return lines.indices.contains(cursor.line) && lines[cursor.line].isChoice
            ? lines[cursor.line] : nil
    }

    /// The condition that leaves the mails of the chosen line alone; nil where there are none, or
    /// no query tells them.
    var chosen: Query? {
        guard let result, let chosenLine else { return nil }
        switch chosenLine {
        case .check(let check):
            let status = FilterBar.statuses[status]
            guard result.verdicts[check, status] > 0 else { return nil }
            return .term(.verdict(check, StatusSet(status)))
        case .stretch(let stretch): return stretch.count > 0 ? stretch.query : nil
        case .entry(let field, let entry): return field.query(entry.text)
        default: return nil
        }
    }

    /// True where counting anew is worth its time: all is known now, or twice as much as at the last
    /// count.
    func isBehind(_ now: Basis) -> Bool {
        guard !isCounting, now != basis else { return false }
        return now.isRead && (now.rows != basis.rows || !basis.isRead)
            || now.rows >= 2 * max(1, basis.rows)
    }

    /// Notes that a count is asked for.
    mutating func await(_ number: Int, _ basis: Basis) {
        self.number = number
        self.basis = basis
        isCounting = true
    }

    /// Takes a count, if it is the last one that was asked for; one that is not whole is followed by
    /// others.
    mutating func take(_ found: Statistics, number: Int, isWhole: Bool) {
        guard number == self.number else { return }
        isCounting = !isWhole
        let isFirst = result == nil
        result = found
        show(StatisticsPage(found, isWide: page.columns.count > 1))
        if isFirst { cursor.line = firstChoice(from: 0) ?? 0 }
    }

    /// Shows other lines; what is chosen stays the same as long as it is listed.
    private mutating func show(_ newer: StatisticsPage) {
        let subject = chosenLine?.subject
        page = newer
        if tops.count != newer.columns.count {
            tops = newer.columns.map { _ in 0 }
            cursor.column = 0
        }
        guard let subject else { return }
        for (column, lines) in newer.columns.enumerated() {
            if let line = lines.firstIndex(where: { $0.subject == subject }) {
                cursor = Cursor(column: column, line: line)
            }
        }
    }
}

extension StatisticsState {
    /// Lays the lines out for a screen and keeps the chosen one on it, with the heading above it
    /// where that is the first of its section.
    mutating func settle(rows: Int, columns: Int) {
        let isWide = columns >= StatisticsPage.wide
        if let result, isWide != (page.columns.count > 1) {
            show(StatisticsPage(result, isWide: isWide))
        }
        let lines = page.columns[cursor.column]
        cursor.line = max(0, min(cursor.line, lines.count - 1))
        if !lines.isEmpty, !lines[cursor.line].isChoice {
            cursor.line =
                firstChoice(from: cursor.line) ?? lines.lastIndex(where: \.isChoice) ?? 0
        }
        let above = lines[..<cursor.line].reversed().prefix { !$0.isChoice && $0 != .blank }.count
        let first = cursor.line - min(above, rows - 1)
        if first < tops[cursor.column] { tops[cursor.column] = first }
        if cursor.line >= tops[cursor.column] + rows {
            tops[cursor.column] = cursor.line - rows + 1
        }
        for (column, lines) in page.columns.enumerated() {
            tops[column] = max(0, min(tops[column], lines.count - rows))
        }
    }

    /// Moves by lines that can be chosen.
    mutating func move(by count: Int) {
        let choices = page.columns[cursor.column].indices.filter {
            page.columns[cursor.column][$0].isChoice
        }
        guard let place = choices.firstIndex(where: { $0 >= cursor.line }) else { return }
        cursor.line = choices[max(0, min(place + count, choices.count - 1))]
    }

    /// Moves by statuses in the line of a check, elsewhere and at its end by columns of lines.
    mutating func moveAside(by count: Int) {
        if case .check? = chosenLine, FilterBar.statuses.indices.contains(status + count) {
            status += count
            return
        }
        let column = cursor.column + count
        guard page.columns.indices.contains(column) else { return }
        let row = cursor.line - tops[cursor.column]
        cursor = Cursor(column: column, line: tops[column] + row)
    }

    /// Goes to the first line of the next section, or of one before, and round at the ends.
    mutating func moveSection(by count: Int) {
        var starts: [Cursor] = []
        var present = 0
        for (column, lines) in page.columns.enumerated() {
            for (index, line) in lines.enumerated() {
                guard case .heading = line, let first = firstChoice(from: index, in: column) else {
                    continue
                }
                let start = Cursor(column: column, line: first)
                if starts.last != start { starts.append(start) }
                if column < cursor.column || column == cursor.column && index < cursor.line {
                    present = starts.count - 1
                }
            }
        }
        guard !starts.isEmpty else { return }
        cursor = starts[((present + count) % starts.count + starts.count) % starts.count]
    }

    private func firstChoice(from line: Int, in column: Int? = nil) -> Int? {
        let lines = page.columns[column ?? cursor.column]
        return lines.indices.dropFirst(line).first { lines[$0].isChoice }
    }
}
