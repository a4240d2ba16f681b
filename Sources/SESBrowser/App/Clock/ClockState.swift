import SESCore

/// How moments are told, and what has to be known for it.
struct ClockState: Hashable, Sendable {
    var reading = TimeReading.utc
    /// The moment for which the screen is drawn; the loop sets it each time it wakes.
    var now = Timestamp.missing
    /// The zone of local times; nil until they are asked for the first time.
    var zone: LocalZone?
}

extension ClockState {
    /// The moment in a column of some width, in the present reading.
    func text(_ moment: Timestamp, columns: Int) -> String {
        let form = TimeForm(columns: columns)
        switch reading {
        case .utc: return form.text(moment)
        case .local: return form.text(zone?.shifted(moment) ?? moment)
        case .age:
            return Age(of: moment, at: now)?.text(columns: columns) ?? Age.missing(columns: columns)
        }
    }

    /// The heading of such a column, which says how to read it; `moments` are those below it.
    func heading(columns: Int, of moments: [Timestamp]) -> String {
        let isNarrow = columns < TimeForm.short.columns
        switch reading {
        case .age: return "AGE"
        case .utc: return isNarrow ? "TIME" : "TIME (UTC)"
        case .local:
            guard let zone else { return isNarrow ? "UTC" : "TIME (UTC)" }
            let names = Set(moments.filter { !$0.isMissing }.map { zone.span(at: $0).name })
            let name = names.count == 1 ? names.first ?? "local" : "local"
            let forms = ["TIME (\(name))", "TIME \(name)", name, "LOCAL"]
            return forms.first { $0.unicodeScalars.count <= columns } ?? ""
        }
    }
}
