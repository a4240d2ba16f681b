import SESCore

/// The third level of the list of regions: the bytes of a place between brackets, with those
/// around them.
struct RegionBytesPane {
    private let bytes: RegionsState.Bytes
    private let state: State

    init(_ bytes: RegionsState.Bytes, _ state: State) {
        self.bytes = bytes
        self.state = state
    }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        let body = layout.body
        let rows = body.dropping(rows: 1)
        var title = title
        title.cut(to: body.columns)
        grid.draw(title, row: 0, in: body, theme: theme)
        grid.cursor = Point(row: body.row, column: 0)
        if let failure = bytes.failure {
            let text = RawText("these bytes cannot be read again: \(failure)")
            for (row, line) in ScreenLine.wrapped(text, .warning, columns: body.columns)
                .enumerated()
            {
                grid.draw(line, row: row, in: rows, theme: theme)
            }
        }
        guard let content = bytes.content, let top = bytes.top else { return }
        let dump = RawRows(
            content, at: bytes.read.lowerBound, columns: rows.columns, place: bytes.place)
        for row in 0..<rows.rows where top + row < dump.rowCount {
            var line = ScreenLine()
            line.append(dump.row(top + row))
            grid.draw(line, row: row, in: rows, theme: theme)
        }
    }

    private var title: ScreenLine {
        let count = bytes.place.count + bytes.hidden
        let noun = count == 1 ? "byte" : "bytes"
        let part = bytes.hidden > 0 ? ", the first \(ByteAmount(bytes.place.count))" : ""
        var title = ScreenLine(
            "\(Count(count).grouped) \(noun) at offset \(bytes.place.lowerBound)\(part), ",
            .heading)
        title.append(Gate.glyphs(of: state.table.files[bytes.file].path.bytes), .heading)
        return title
    }
}
