/// Which rows a reading of a few rows was asked for, so that a question about the same rows, or about some of
/// them, goes on from there.
struct ChosenRows: Sendable {
    /// How many rows, from the first on, were known without having been asked for.
    private var wholeCount = 0
    /// The rows behind those that were asked for.
    private var rows = RowBits(count: 0)
}

extension ChosenRows {
    /// True where rows are so few beside those that are not known that reading all would be a waste.
    static func areFew(_ rows: RowBits, beside unknown: Int) -> Bool {
        rows.members * 3 < unknown
    }

    /// Asks for rows, where the reading has come to the row `end`.
    ///
    /// - Parameters:
    ///   - wanted: The rows.
    ///   - end: The row behind the last one that was read.
    ///   - wholeCount: How many rows, from the first on, are known by now without this reading.
    /// - Returns: True where the reading holds all of them before `end`; else it is to begin anew.
    mutating func ask(_ wanted: RowBits, readTo end: Int, wholeCount: Int) -> Bool {
        var missing = wanted
        missing.remove(below: self.wholeCount)
        missing.subtract(rows)
        guard end >= wholeCount, missing.first(from: 0, below: end) == end else {
            self = ChosenRows(wholeCount: wholeCount, rows: wanted)
            return false
        }
        var unread = rows
        unread.remove(below: end)
        rows.subtract(unread)
        rows.grow(to: wanted.count)
        rows.formUnion(wanted)
        return true
    }
}

/// What late columns tell of a few rows; other rows say nothing in them.
struct ChosenLate: Sendable {
    private var rows = ChosenRows()
    private(set) var columns = LateColumns()
}

extension ChosenLate {
    /// Asks for rows. What was read is kept where it holds all of them, else it begins anew with what is
    /// known of all rows.
    mutating func ask(_ wanted: RowBits, beside late: LateColumns) {
        if !rows.ask(wanted, readTo: columns.rowCount, wholeCount: late.rowCount) { columns = late }
    }

    /// Takes what is known now of the rows that were asked for.
    mutating func take(_ columns: LateColumns) { self.columns = columns }
}

/// Which of a few rows answer some terms; other rows do not in what is kept.
struct ChosenAnswers: Sendable {
    private var rows = ChosenRows()
    private var terms: [Term] = []
    private(set) var answers = RecordAnswers()
}

extension ChosenAnswers {
    /// Asks for rows and terms. What was read is kept where it holds all of them, else it begins anew with
    /// what is known of all rows.
    mutating func ask(_ wanted: RowBits, _ terms: [Term], beside records: RecordAnswers) {
        let whole = records.rowCount(terms)
        let isKept =
            terms == self.terms
            && rows.ask(wanted, readTo: answers.rowCount(terms), wholeCount: whole)
        guard !isKept else { return }
        rows = ChosenRows()
        _ = rows.ask(wanted, readTo: 0, wholeCount: whole)
        (self.terms, answers) = (terms, records)
    }

    /// Takes what is known now of the rows that were asked for.
    mutating func take(_ answers: RecordAnswers) { self.answers = answers }
}
