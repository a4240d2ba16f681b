import SESCore

/// The first line: what is shown, of how much; in the open filter bar its text.
struct TopLine {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        let columns = layout.top.columns
        let facts = facts(columns)
        if let bar = state.bar {
            drawBar(bar, facts, into: &grid, layout, theme)
            return
        }
        var line = ScreenLine(" ", .topBar)
        let room = max(0, columns - facts.utf8.count - 2)
        let name = Gate.visible(subject(columns).bytes)
        line.append(Gate.glyphs(of: name, in: room, cut: .middle), .topBar)
        line.fit(to: columns - facts.utf8.count, .topBar)
        line.append(facts, .topBar)
        grid.draw(line, row: 0, in: layout.top, theme: theme, fill: .topBar)
    }
}

extension TopLine {
    /// The filter as typed, or the files; both where there is room.
    private func subject(_ columns: Int) -> RawText {
        let filter = state.filter.text
        guard !filter.isEmpty else { return files }
        // Not saved: that has to be seen on a narrow screen too.
        guard columns >= 100 else {
            return RawText((state.triage.unsaved > 0 ? "* " : "") + filter)
        }
        return RawText(files.bytes + Array("   filter: \(filter)".utf8))
    }

    private var files: RawText {
        guard let first = state.table.files.first else { return "" }
        let more = state.table.files.count - 1
        let path = state.triage.unsaved > 0 ? first.path + "*" : first.path
        guard more > 0 else { return path }
        return path + RawText(" (+\(more) \(more == 1 ? "file" : "files"))")
    }

    /// How much is shown, and what else counts, in the longest form that leaves room for the
    /// filter, or for a part of a name.
    private func facts(_ columns: Int) -> String {
        let most = state.filter.text.isEmpty && state.bar == nil ? columns / 3 : columns * 2 / 3
        let room = columns - min(most, subject(columns).count) - 2
        let forms = forms
        return forms.first { $0.utf8.count <= room } ?? forms.last ?? ""
    }

    private var forms: [String] {
        let shown = Count(state.rows.count).grouped
        let total = Count(state.total).grouped
        let long = "\(shown) of \(total)"
        let noun = showsDeliveries ? "deliveries" : state.total == 1 ? "mail" : "mails"
        let broken = counted(state.table.brokenCount, "broken")
        let failed = counted(state.table.files.count { $0.failure != nil }, "failed")
        let others = counted(state.table.otherCount, "not mail")
        let loading = state.selection.text ?? state.load.text
        let tagged = counted(state.triage.tagged.count, "tagged")
        let decided = counted(state.triage.decidedCount, "decided")
        let wide = [
            ["\(long) \(noun)", tagged, decided, others, broken, failed, loading],
            [long, tagged, decided, broken, failed, loading], [long, broken, failed, loading],
        ]
        let short = "\(shown)/\(total)"
        let narrow = [
            [short, broken, failed, loading], [short, failed ?? broken, loading], [short, loading],
        ]
        return wide.map { " " + $0.compactMap(\.self).joined(separator: "   ") + " " }
            + narrow.map { " " + $0.compactMap(\.self).joined(separator: " ") }
    }

    /// True where mails that could be folded are not.
    private var showsDeliveries: Bool { state.isUnfolded && state.deliveries.foldedCount > 0 }

    /// A count with its word; nil where there is nothing to count.
    private func counted(_ count: Int, _ word: String) -> String? {
        count > 0 ? "\(Count(count).grouped) \(word)" : nil
    }

    private func drawBar(
        _ bar: FilterBar, _ facts: String, into grid: inout Grid, _ layout: Layout, _ theme: Theme
    ) {
        let columns = layout.top.columns
        let error = bar.error.map { $0.isIncomplete ? " ... " : " stopped at \($0.offset + 1) " }
        let stop = bar.isHalfTyped ? " ... " : error
        var right = ScreenLine(stop ?? " ok ", stop == nil ? .plain : .warning)
        if stop == nil || columns >= 60 { right.append(facts) }
        let field = PromptField("Filter> ", bar.editor, columns: columns - right.columns)
        var line = field.line(stop: bar.error?.offset)
        line.append(right.glyphs)
        grid.draw(line, row: 0, in: layout.top, theme: theme)
        guard !bar.isInGrid, state.context == .filterText else { return }
        grid.cursor = Point(row: 0, column: field.cursorColumn)
        grid.showsCursor = true
    }
}
