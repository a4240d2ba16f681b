import SESCore

/// The open report: what was counted, and which cell of which line is chosen.
struct ReportState: Sendable {
    /// The number of the last count that was asked for.
    private(set) var number = 0
    /// True until the last count that was asked for is there.
    private(set) var isCounting = false
    /// What was counted; nil before the first count.
    private(set) var result: TriageReport?
    /// The lines of ``result``.
    private(set) var page = ReportPage()
    private(set) var cursor = ListCursor()
    private var aside = 0
    private var basis = Basis()

    /// What a count is made of, as far as it can change while the report is open.
    struct Basis: Hashable, Sendable {
        /// How many rows the list has.
        var rows = 0
        /// True where all rows are read.
        var isRead = false
        /// The state of the decisions.
        var marks = -1
    }

    /// Mails that a line counts.
    enum Choice: Hashable, Sendable {
        /// Those of a status that were decided to be this.
        case decided(Check, VerdictStatus, Decision)
        /// Those that a preset judges otherwise than the person.
        case disagreement(with: RawText)
        /// Those of a domain of senders.
        case domain(RawText)
    }
}

extension ReportState {
    /// The chosen line; nil where none can be chosen.
    var chosenLine: ReportPage.Line? {
        guard page.lines.indices.contains(cursor.position) else { return nil }
        let line = page.lines[cursor.position]
        return line.choices > 0 ? line : nil
    }

    /// The chosen cell of the chosen line.
    var cell: Int { min(aside, max(0, (chosenLine?.choices ?? 0) - 1)) }

    /// What the chosen cell counts; nil where that is no mail.
    var choice: Choice? {
        guard let result, let chosenLine else { return nil }
        switch chosenLine {
        case .status(let status):
            let decision = ReportPage.decisions[cell]
            return result[.spam][status, decision] > 0 ? .decided(.spam, status, decision) : nil
        case .check(let check):
            let table = result[check]
            let count = cell == 0 ? table.falsePositives.count : table.falseNegatives.count
            guard count > 0 else { return nil }
            return cell == 0 ? .decided(check, .fail, .ham) : .decided(check, .pass, .spam)
        case .preset(let preset):
            let isWrong = preset.agreement.count < preset.agreement.total
            return isWrong ? .disagreement(with: preset.name) : nil
        case .domain(let domain): return .domain(domain.domain)
        case .blank, .heading, .note: return nil
        }
    }

    /// True where counting anew is worth its time: all is known now and something has changed, or there
    /// are twice as many rows as at the last count.
    func isBehind(_ now: Basis) -> Bool {
        guard !isCounting, now != basis else { return false }
        return now.isRead || now.rows >= 2 * max(1, basis.rows)
    }

    /// Notes that a count is asked for.
    mutating func await(_ number: Int, _ basis: Basis) {
        self.number = number
        self.basis = basis
        isCounting = true
    }

    /// Takes a count, if it is the last one that was asked for; what is chosen stays the same as long
    /// as it is listed.
    mutating func take(_ found: TriageReport, number: Int) {
        guard number == self.number else { return }
        isCounting = false
        let subject = chosenLine?.subject
        result = found
        page = ReportPage(found)
        guard let subject else { return }
        cursor.position = page.lines.firstIndex { $0.subject == subject } ?? cursor.position
    }
}

extension ReportState {
    /// Keeps the chosen line on the screen, with the heading above it where it is the first of its part.
    mutating func settle(rows: Int) {
        let lines = page.lines
        let choices = lines.indices.filter { lines[$0].choices > 0 }
        cursor.position = choices.first { $0 >= cursor.position } ?? choices.last ?? 0
        let above = lines[..<cursor.position].reversed().prefix { $0.choices == 0 }.count
        let first = cursor.position - min(above, rows - 1)
        // What follows the last choice is worth its rows.
        let last = cursor.position == choices.last ? lines.count - 1 : cursor.position
        if first < cursor.top { cursor.top = first }
        if last >= cursor.top + rows { cursor.top = last - rows + 1 }
        cursor.top = max(0, min(cursor.top, cursor.position, lines.count - rows))
    }

    /// Moves by lines that can be chosen.
    mutating func move(by count: Int) {
        let choices = page.lines.indices.filter { page.lines[$0].choices > 0 }
        guard let place = choices.firstIndex(where: { $0 >= cursor.position }) else { return }
        cursor.position = choices[max(0, min(place + count, choices.count - 1))]
    }

    /// Moves by cells of the chosen line.
    mutating func moveAside(by count: Int) {
        aside = max(0, min(cell + count, (chosenLine?.choices ?? 1) - 1))
    }
}
