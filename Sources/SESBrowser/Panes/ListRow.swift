import SESCore

/// One mail as a line of the list.
struct ListRow {
    private let mail: Row
    private let marks: Marks
    /// How many deliveries the line stands for.
    private let deliveries: Int
    private let columns: ListColumns
    private let state: State

    /// The line of a row of the table.
    init(_ row: Int, _ columns: ListColumns, _ state: State) {
        mail = state.table[row]
        let differing: Marks = state.deliveries.isDiffering(row) ? .differing : []
        marks = mail.facts.marks.union(differing)
        deliveries = state.folds.count(of: row)
        self.columns = columns
        self.state = state
    }
}

extension ListRow {
    /// The marks that a `!` in the list stands for.
    static let remarkable: Marks = [
        .malformed, .salvaged, .noReceipt, .handlerFailed, .truncated, .derived, .differing,
    ]

    /// The cells of the line.
    func line(isCursor: Bool) -> ScreenLine {
        var line = ScreenLine(isCursor ? ">" : " ")
        line.append("  ")
        let from = Gate.visible(mail.from)
        let name = Gate.visible(mail.name)
        let subject = Gate.visible(mail.subject)
        let isRemarkable =
            !marks.isDisjoint(with: Self.remarkable)
            || [from, name, subject].contains { !$0.anomalies.isDisjoint(with: .hostile) }
        line.append(isRemarkable ? "!" : " ", isRemarkable ? .warning : .plain)
        if columns.time != .hidden {
            line.append(columns.time.text(mail.time))
            line.pad(to: ListColumns.marks + columns.time.columns + 1)
        }
        for check in Check.allCases {
            let (scalar, role) = VerdictStrip.glyph(for: mail.facts[check], check: check)
            line.append([Glyph(scalar: scalar.value, width: 1)], role)
        }
        line.append(" ")
        let author = [(name, columns.name, Gate.Cut.end), (from, columns.from, .address)]
        for (text, width, cut) in author where width > 0 {
            let end = line.columns + width
            append(Gate.glyphs(of: text, in: width, cut: cut), to: &line)
            line.pad(to: end + 1)
        }
        let end = line.columns + columns.subject
        if deliveries > 1 { line.append("x\(Count(deliveries).fitting(4)) ", .label) }
        var shown = scrolled(subject)
        shown.cut(to: end - line.columns)
        append(shown.glyphs.map(\.glyph), to: &line)
        return line
    }

    /// The subject, `~` in place of what is scrolled out on the left.
    private func scrolled(_ subject: VisibleText) -> ScreenLine {
        var whole = ScreenLine()
        whole.append(subject.glyphs)
        guard state.list.column > 0, whole.columns > 0 else { return whole }
        var shown = ScreenLine("~")
        shown.append(whole.dropping(columns: state.list.column + 1).glyphs)
        return shown
    }

    private func append(_ glyphs: [Glyph], to line: inout ScreenLine) {
        let styled = glyphs.map { StyledGlyph(glyph: $0, role: .plain) }
        line.append(state.search.needle.map { $0.marked(styled) } ?? styled)
    }
}
