/// One thing that was measured.
struct Figure {
    /// A word for targets and for `--check`.
    let id: String
    /// What was measured, for a person.
    let what: String
    /// The figure; nil where it could not be measured.
    var value: Double?
    var unit = Unit.ratio
    /// The ratio of processor time; nil where there is none.
    var processor: Double?
    /// What stands behind the figure: seconds, bytes, or why there is no figure.
    var detail = ""
    /// What it may be at most, where that depends on the number of events.
    var limit: Double?

    enum Unit {
        case ratio
        case milliseconds
        case mebibytes
    }
}

extension Figure {
    /// The figure of a program against another.
    init(_ id: String, _ what: String, _ ours: Alternation.Outcome, _ other: Alternation.Outcome) {
        self.init(id: id, what: what)
        if let failure = ours.failure {
            detail = "ses-browser: \(failure)"
        } else if let failure = other.failure {
            detail = "\(other.name): \(failure)"
        } else {
            value = ours.wall / other.wall
            processor = ours.processor / other.processor
            detail = "\(Spelling.seconds(ours)) : \(Spelling.seconds(other))"
        }
    }

    /// What the figure may be at most; nil where there is no target.
    var target: Double? { limit ?? Targets.all[id] }

    /// True where there is a target and the figure does not keep it.
    var isMissed: Bool {
        guard let target else { return false }
        return value.map { !($0 <= target) } ?? true
    }
}

extension Figure {
    /// The median of some times, in milliseconds.
    static func milliseconds(_ id: String, _ what: String, _ seconds: [Double])
        -> Figure
    {
        var figure = Figure(id: id, what: what, unit: .milliseconds)
        guard let least = seconds.min(), let most = seconds.max() else { return figure }
        figure.value = median(seconds) * 1000
        figure.detail =
            "\(seconds.count) times: \(Spelling.decimal(least * 1000, 1))-"
            + "\(Spelling.decimal(most * 1000, 1)) ms"
        return figure
    }
}
