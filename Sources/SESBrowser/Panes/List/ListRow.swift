import SESCore

/// One mail as a line of the list.
struct ListRow {
    /// The index of the mail in the table.
    let row: Int
    let mail: Row
    let from: VisibleText
    let name: VisibleText
    /// How many deliveries the line stands for.
    let deliveries: Int
    let state: State
    private let subject: VisibleText
    private let marks: Marks

    /// The line of a row of the table.
    init(_ row: Int, _ state: State) {
        self.row = row
        self.state = state
        mail = state.table[row]
        from = Gate.visible(mail.from)
        name = Gate.visible(mail.name)
        subject = Gate.visible(mail.subject)
        let differing: Marks = state.deliveries.isDiffering(row) ? .differing : []
        marks = mail.facts.marks.union(differing)
        deliveries = state.folds.count(of: row)
    }
}

extension ListRow {
    /// The marks that a `!` in the list stands for.
    static let remarkable: Marks = [
        .malformed, .salvaged, .noReceipt, .handlerFailed, .truncated, .derived, .differing,
    ]

    /// The cells of the line.
    func line(_ columns: ListColumns, isCursor: Bool) -> ScreenLine {
        var line = ScreenLine(isCursor ? ">" : " ")
        let mark = state.triage.marks[row]
        line.append(mark.isTagged ? "*" : " ", mark.isTagged ? .tag : .plain)
        line.append(mark.letter, mark.letter == " " ? .plain : .decision)
        line.append(isRemarkable ? "!" : " ", isRemarkable ? .warning : .plain)
        for (index, place) in columns.placed.enumerated() {
            let end = line.columns + place.width
            var cells = place.column.cells(self, place.width)
            cells.cut(to: place.width)
            line.append(cells.glyphs)
            if index + 1 < columns.placed.count { line.pad(to: end + 1) }
        }
        return line
    }

    /// What only the record tells; nil until it was read again.
    var particulars: RowParticulars? {
        row < state.late.rowCount
            ? state.late.particulars(row) : state.columns.particulars[row]
    }

    /// The subject, `~` in place of what is scrolled out on the left.
    var scrolledSubject: ScreenLine {
        var whole = ScreenLine()
        whole.append(subject.glyphs)
        guard state.list.column > 0, whole.columns > 0 else { return whole }
        var shown = ScreenLine("~")
        shown.append(whole.dropping(columns: state.list.column + 1).glyphs)
        return shown
    }

    /// Glyphs with the places marked where the searched text stands.
    func marked(_ glyphs: [Glyph]) -> ScreenLine {
        var line = ScreenLine()
        let styled = glyphs.map { StyledGlyph(glyph: $0, role: .plain) }
        line.append(state.search.needle.map { $0.marked(styled) } ?? styled)
        return line
    }

    /// A text of the record; blank until it is there, `?` where it cannot be had.
    func particular(
        _ columns: Int, cut: Gate.Cut, _ text: (RowParticulars) -> RawText
    ) -> ScreenLine {
        var line = ScreenLine()
        guard let particulars else {
            return state.columns.particulars.isUnreadable(row) ? ScreenLine("?", .label) : line
        }
        line.append(
            Gate.glyphs(of: Gate.visible(text(particulars).bytes), in: columns, cut: cut))
        return line
    }

    private var isRemarkable: Bool {
        !marks.isDisjoint(with: Self.remarkable)
            || [from, name, subject].contains { !$0.anomalies.isDisjoint(with: .hostile) }
    }
}
