import SESCore

/// The line of the filter grid about decisions: what persons decided mails to be.
struct FilterTriageLine {
    private let state: State
    private let bar: FilterBar
    private let columns: Int
    private let label: Int

    /// How a cell is written: the more room, the longer its word, down to one letter.
    private struct Form {
        let hasBrackets: Bool
        let isSpelled: Bool
        /// How many letters a count may have.
        let count: Int
    }

    init(_ state: State, _ bar: FilterBar, columns: Int, label: Int) {
        self.state = state
        self.bar = bar
        self.columns = columns
        self.label = label
    }

    /// The line, and where each cell begins behind the label.
    var parts: (line: ScreenLine, starts: [Int]) {
        var line = ScreenLine(name, .label)
        line.pad(to: label)
        let form = form(from: line.columns)
        var starts: [Int] = []
        for decided in RowMark.Decided.allCases {
            line.append(" ")
            starts.append(line.columns - label)
            append(decided, form, to: &line)
        }
        line.cut(to: columns)
        return (line, starts)
    }
}

extension FilterTriageLine {
    /// The key and what the line is about, or the key alone where there is no room.
    private var name: String {
        switch label {
        case 8: " 6 triage"
        case 5: "triage"
        default: "6"
        }
    }

    /// The longest form in which the cells fit behind so many columns, whatever the counts are.
    private func form(from start: Int) -> Form {
        for (hasBrackets, isSpelled) in [(true, true), (false, true), (false, false)] {
            for count in [6, 5, 4, 3] {
                let form = Form(hasBrackets: hasBrackets, isSpelled: isSpelled, count: count)
                let room = RowMark.Decided.allCases.map { width(of: $0, form) }.reduce(0, +)
                if start + room <= columns { return form }
            }
        }
        return Form(hasBrackets: false, isSpelled: false, count: (columns - start) / 4 - 4)
    }

    private func width(of decided: RowMark.Decided, _ form: Form) -> Int {
        1 + (form.hasBrackets ? 5 : 1) + word(decided, form).utf8.count + 1 + form.count
    }

    private func word(_ decided: RowMark.Decided, _ form: Form) -> String {
        let word = decided.property.word
        return form.isSpelled ? word : word.prefix(1).uppercased()
    }

    private func append(_ decided: RowMark.Decided, _ form: Form, to line: inout ScreenLine) {
        let isTicked = state.query.triageFilter.contains(decided)
        let isChosen = bar.isInGrid && bar.cell == .triage(decided)
        let role: Role = isChosen ? .cursorBar : isTicked ? .ticked : .plain
        let count = bar.facets.map { Count($0[decided]).fitting(form.count) } ?? ""
        let box =
            form.hasBrackets ? isTicked ? "[x] " : "[ ] " : isTicked ? "x" : isChosen ? "_" : " "
        line.append("\(box)\(word(decided, form)) \(count)", role)
        if form.hasBrackets { line.append(" ") }
    }
}
