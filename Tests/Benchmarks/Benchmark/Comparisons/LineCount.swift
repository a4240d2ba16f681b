extension Comparison {
    /// Reading all events of a long log, against counting its lines.
    static let lineCount = Group(name: "lines") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.events)
        let (ours, failure) = comparison.ours(file)
        let what = "\(Spelling.grouped(file.events)) events, \(sizeText(file)), against `wc -l`"
        if let failure { return [Figure(id: "lines", what: what, detail: failure)] }
        Progress.say("reads \(file.path), and counts its lines")
        let wc = Alternation.Contender(name: "wc", command: ["wc", "-l", file.path])
        let outcomes = Alternation.measure([ours, wc], runs: comparison.options.runs)
        var figure = Figure("lines", what, outcomes[0], outcomes[1])
        figure.detail += ", peak \(Spelling.grouped(outcomes[0].peak >> 20)) MiB"
        return [figure]
    }

    static func sizeText(_ file: DataFile) -> String {
        "\(Spelling.decimal(Double(file.size) / 1e9, 2)) GB"
    }
}
