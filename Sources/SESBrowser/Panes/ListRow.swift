import SESCore

/// One mail as a line of the list.
struct ListRow {
    private let mail: Row
    private let columns: ListColumns
    private let state: State

    init(_ mail: Row, _ columns: ListColumns, _ state: State) {
        self.mail = mail
        self.columns = columns
        self.state = state
    }
}

extension ListRow {
    /// The marks that a `!` in the list stands for.
    static let remarkable: Marks = [.malformed, .salvaged, .noReceipt, .hostileText]

    /// The cells of the line.
    func line(isCursor: Bool) -> ScreenLine {
        var line = ScreenLine(isCursor ? ">" : " ")
        line.append("  ")
        let isRemarkable = !mail.facts.marks.isDisjoint(with: Self.remarkable)
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
        if columns.from > 0 {
            let end = line.columns + columns.from
            append(Gate.cut(Gate.glyphs(of: mail.from), to: columns.from, at: .address), to: &line)
            line.pad(to: end + 1)
        }
        append(Gate.cut(subject, to: columns.subject), to: &line)
        return line
    }

    /// The subject, `~` in place of what is scrolled out on the left.
    private var subject: [Glyph] {
        let glyphs = Gate.glyphs(of: mail.subject)
        guard state.list.column > 0, !glyphs.isEmpty else { return glyphs }
        var whole = ScreenLine()
        whole.append(glyphs)
        var shown = ScreenLine("~")
        shown.append(whole.dropping(columns: state.list.column + 1).glyphs)
        return shown.glyphs.map(\.glyph)
    }

    private func append(_ glyphs: [Glyph], to line: inout ScreenLine) {
        let styled = glyphs.map { StyledGlyph(glyph: $0, role: .plain) }
        line.append(state.search.needle.map { $0.marked(styled) } ?? styled)
    }
}
