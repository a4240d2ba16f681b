/// The figures as a table in Markdown.
enum Table {
    static func text(_ figures: [Figure]) -> String {
        let head = ["what", "wall", "CPU", "at most", "medians (least-most)"]
        let rows = figures.map(row)
        let widths = head.indices.map { column in
            ([head] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0
        }
        let lines = [head, widths.map { String(repeating: "-", count: $0) }] + rows
        return lines.map { line in
            let cells = zip(line, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
            }
            return "| \(cells.joined(separator: " | ")) |\n"
        }.joined()
    }

    private static func row(_ figure: Figure) -> [String] {
        let value = figure.value.map { Spelling.value($0, figure.unit) } ?? "-"
        return [
            figure.what, figure.isMissed ? "**\(value)**" : value,
            figure.processor.map { Spelling.value($0, .ratio) } ?? "",
            figure.target.map { Spelling.value($0, figure.unit) } ?? "", figure.detail,
        ]
    }
}
