import SESCore

extension ListColumn {
    /// The display name of the first author.
    static let author = ListColumn(
        "name", "NAME", "the display name of the author", room: .between(12, 24), leaving: [8]
    ) { row, columns in
        row.marked(Gate.glyphs(of: row.name, in: columns))
    }

    /// The address of the first author.
    static let from = ListColumn(
        "from", "FROM", "the address of the author", room: .between(20, 36), leaving: [10]
    ) { row, columns in
        row.marked(Gate.glyphs(of: row.from, in: columns, cut: .address))
    }

    /// The subject, how many deliveries the row stands for before it.
    static let subject = ListColumn(
        "subject", "SUBJECT", "the subject, and how many deliveries there are", room: .rest(16)
    ) { row, columns in
        var line = ScreenLine()
        if row.deliveries > 1 { line.append("x\(Count(row.deliveries).fitting(4)) ", .label) }
        var shown = row.scrolledSubject
        shown.cut(to: columns - line.columns)
        line.append(row.marked(shown.glyphs.map(\.glyph)).glyphs)
        return line
    }

    /// The last part of the name of the log.
    static let file = ListColumn(
        "file", "FILE", "the name of the log", room: .between(10, 24), leaving: [1]
    ) { row, columns in
        let path = row.state.table.path(of: row.row).bytes
        let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
        var line = ScreenLine()
        line.append(Gate.glyphs(of: Gate.visible(name), in: columns, cut: .middle))
        return line
    }
}
