import SESCore

/// What was counted, in one line.
struct StatisticsTitle {
    private let statistics: Statistics
    private let noun: String

    /// The title of statistics of mails, or of what else `noun` says.
    init(_ statistics: Statistics, noun: String) {
        self.statistics = statistics
        self.noun = noun
    }
}

extension StatisticsTitle {
    /// The longest form that fits, with a remark behind it where there is room.
    func line(_ columns: Int, suffix: String = "") -> ScreenLine {
        let all = forms.map { $0 + suffix } + forms.suffix(1)
        let fitting = all.first { $0.utf8.count <= columns } ?? all.last
        var line = ScreenLine(fitting ?? "", .heading)
        line.cut(to: columns)
        return line
    }

    private var forms: [String] {
        let total = Count(statistics.count).grouped
        let failing = Count(statistics.failing).grouped
        let share = Share(statistics.failing, of: statistics.count).text
        let short = "\(total) \(noun), \(failing) FAIL (\(share))"
        let middle = "\(total) \(noun), \(failing) (\(share)) FAIL in any check"
        return span.map { ["\(middle), \($0)", middle, short] } ?? [middle, short]
    }

    /// The first and the last moment; nil where there is none.
    private var span: String? {
        let form = TimeForm.full
        let timeline = statistics.timeline
        guard !timeline.first.isMissing else { return nil }
        return "\(form.text(timeline.first)) to \(form.text(timeline.last)) UTC"
    }
}

/// A part of a whole in hundredths.
struct Share: Hashable, Sendable {
    /// The share in at most four letters; 0 and 100 are said of nothing and all alone.
    let text: String

    init(_ part: Int, of whole: Int) {
        if part <= 0 || whole <= 0 {
            text = "0%"
        } else if part >= whole {
            text = "100%"
        } else {
            let hundredths = (part * 200 + whole) / (whole * 2)
            text = hundredths == 0 ? "<1%" : "\(min(99, hundredths))%"
        }
    }
}
