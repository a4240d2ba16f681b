import SESCore

/// The list of what could not be read, or the bytes of one of its parts.
struct RegionsPane {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        guard let regions = state.regions else { return }
        let body = layout.body
        let rows = body.dropping(rows: 1)
        if let bytes = regions.bytes {
            let title =
                "Bytes from offset \(bytes.offset), \(Count(bytes.content.count).grouped) of them"
            grid.draw(cut(ScreenLine(title, .heading), body), row: 0, in: body, theme: theme)
            let dump = RawRows(bytes.content, at: bytes.offset, columns: rows.columns)
            for row in 0..<rows.rows where regions.top + row < dump.rowCount {
                var line = ScreenLine()
                line.append(dump.row(regions.top + row))
                grid.draw(line, row: row, in: rows, theme: theme)
            }
            grid.cursor = Point(row: body.row, column: 0)
            return
        }
        let numbers = isWide ? "   OFFSET       LINE     BYTES  " : "   OFFSET  "
        let title = numbers + "WHY" + (isOneFile ? "" : ", AND WHERE")
        grid.draw(cut(ScreenLine(title, .columnHeading), body), row: 0, in: body, theme: theme)
        let listed = Region(
            row: rows.row, column: rows.column, rows: rows.rows - layout.footRows,
            columns: rows.columns)
        for row in 0..<listed.rows where regions.top + row < regions.regions.count {
            let index = regions.top + row
            let isChosen = index == regions.position
            let line = line(regions.regions[index], isChosen: isChosen)
            grid.draw(
                cut(line, listed), row: row, in: listed, theme: theme,
                bar: isChosen ? ListColumns.longestBar : 0)
            if isChosen { grid.cursor = Point(row: listed.row + row, column: 0) }
        }
        let below = rows.dropping(rows: listed.rows)
        for (row, line) in foot(of: regions, columns: below.columns).enumerated() {
            grid.draw(line, row: row, in: below, theme: theme)
        }
    }
}

extension RegionsPane {
    private var isOneFile: Bool { state.table.files.count == 1 }

    /// True where a line has room for all the numbers of a region.
    private var isWide: Bool { state.size.columns >= 60 }

    /// Where the chosen region stands and why it could not be read, with nothing cut off that
    /// two lines have room for.
    private func foot(of regions: RegionsState, columns: Int) -> [ScreenLine] {
        guard regions.regions.indices.contains(regions.position) else { return [] }
        let (file, region) = regions.regions[regions.position]
        guard state.table.files.indices.contains(file) else { return [] }
        let line = region.line.map { "line \($0), " } ?? ""
        let length = "\(Count(region.length).grouped) \(region.length == 1 ? "byte" : "bytes")"
        let words = ", \(line)\(length): \(region.reason)"
        return ScreenLine.wrapped(
            state.table.files[file].path + RawText(words), .label, columns: columns)
    }

    private func line(_ entry: (file: Int, region: BrokenRegion), isChosen: Bool) -> ScreenLine {
        var line = ScreenLine(isChosen ? ">" : " ")
        let region = entry.region
        append(String(region.offset), columns: 9, to: &line)
        if isWide {
            append(region.line.map(String.init) ?? "--", columns: 11, to: &line)
            append(Count(region.length).fitting(9), columns: 10, to: &line)
        }
        line.append("  ")
        line.append(Gate.glyphs(of: region.reason.utf8))
        guard !isOneFile, state.table.files.indices.contains(entry.file) else { return line }
        line.append(", ")
        let path = state.table.files[entry.file].path.bytes
        let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        line.append(Gate.glyphs(of: path[start...]), .label)
        return line
    }

    private func append(_ number: String, columns: Int, to line: inout ScreenLine) {
        line.pad(to: line.columns + columns - number.utf8.count)
        line.append(number)
    }

    private func cut(_ line: ScreenLine, _ region: Region) -> ScreenLine {
        var line = line
        line.cut(to: region.columns)
        return line
    }
}
