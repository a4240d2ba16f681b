import SESCore

/// The last line of the filter grid: how old mails may be, and the lists to pick values from.
struct FilterTimeLine {
    private let state: State
    private let bar: FilterBar
    private let columns: Int
    private let label: Int

    init(_ state: State, _ bar: FilterBar, columns: Int, label: Int) {
        self.state = state
        self.bar = bar
        self.columns = columns
        self.label = label
    }

    /// The line, and where each cell begins behind the label.
    var parts: (line: ScreenLine, starts: [Int]) {
        var line = ScreenLine(label == 8 ? " 7 time" : label == 5 ? "time" : "T", .label)
        let isWide = columns >= 72
        // The cells begin where those of the line above do.
        line.fit(to: isWide ? label + 1 : label)
        var starts: [Int] = []
        for (index, cell) in FilterGrid.lines[FilterGrid.lines.count - 1].enumerated() {
            let isChosen = bar.isInGrid && bar.cell == cell
            if index == FilterGrid.times.count, isWide { line.append("pick:", .label) }
            if index > 0 || isWide { line.append(" ") }
            starts.append(line.columns - label)
            switch cell {
            case .time(let chip): append(chip, isChosen, isWide, to: &line)
            case .pick(let field):
                let word = isWide ? field.word : String(field.word.prefix(3))
                line.append(word, isChosen ? .cursorBar : .plain)
            case .status, .triage: break
            }
        }
        line.cut(to: columns)
        return (line, starts)
    }

    private func append(
        _ chip: TimeChip?, _ isChosen: Bool, _ isWide: Bool, to line: inout ScreenLine
    ) {
        let isTicked = state.query.timeChip == chip
        let role: Role = isChosen ? .cursorBar : isTicked ? .ticked : .plain
        let count = count(of: chip).map { Count($0).fitting(isWide ? 6 : 4) } ?? ""
        let box = isWide ? isTicked ? "[x] " : "[ ] " : isTicked ? "x" : isChosen ? "_" : " "
        line.append("\(box)\(word(of: chip)) \(count)", role)
        if isWide { line.append(" ") }
    }

    private func count(of chip: TimeChip?) -> Int? {
        switch chip {
        case .hour: bar.facets?.lastHour
        case .day: bar.facets?.lastDay
        case nil: bar.facets?.anyTime
        }
    }

    private func word(of chip: TimeChip?) -> String {
        switch chip {
        case .hour: "1h"
        case .day: "24h"
        case nil: "all"
        }
    }
}
