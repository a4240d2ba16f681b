extension Comparison {
    /// How often a start or a key is measured.
    static let presses = 15

    /// From the start of the browser to the first mail on the screen.
    static let start = Group(name: "start") { comparison throws(Failure) in
        let few = try comparison.data(.lines, events: 10)
        let many = try comparison.data(.lines, events: comparison.options.events)
        Progress.say("starts the browser")
        return [
            try comparison.firstList("start-few", few),
            try comparison.firstList("start-many", many),
        ]
    }

    private func firstList(_ id: String, _ file: DataFile) throws(Failure) -> Figure {
        var seconds: [Double] = []
        for _ in 0..<Self.presses {
            var session = try Session(program, file.path)
            if let time = session.secondsUntil(MailMaker.firstAddress) { seconds.append(time) }
        }
        let what = "first list on the screen, \(Spelling.grouped(file.events)) events"
        guard seconds.count == Self.presses else {
            return Figure(id: id, what: what, detail: "the first mail does not come")
        }
        return .milliseconds(id, what, seconds)
    }
}

extension Comparison {
    /// Memory of the browser that has read a long log, and how fast it answers then.
    static let browser = Group(name: "browser") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.events)
        let count = Spelling.grouped(file.events)
        Progress.say("reads \(file.path) in the browser")
        var session = try Session(comparison.program, file.path)
        try session.rest()
        var memory = Figure(id: "memory", what: "anonymous memory, \(count) events")
        memory.unit = .mebibytes
        memory.limit = Targets.memory(events: file.events)
        guard session.shows("\(count) of \(count)") else {
            memory.detail = "the browser does not show \(count) mails"
            return [memory]
        }
        if let bytes = session.anonymousMemory {
            memory.value = Double(bytes) / 1_048_576
            let each = Spelling.decimal(Double(bytes) / Double(file.events), 0)
            let huge = session.hugeFileMemory.map { Spelling.grouped($0 >> 10) } ?? "unknown"
            memory.detail = "\(each) bytes an event; FilePmdMapped \(huge) KiB"
        }
        var seconds: [Double] = []
        for _ in 0..<presses {
            if let time = session.secondsToFrame("1") { seconds.append(time) }
        }
        let what = "key to frame, a verdict's chip, \(count) events"
        return [memory, .milliseconds("key-verdict", what, seconds)]
    }
}

extension Figure {
    /// The median of some times, in milliseconds.
    fileprivate static func milliseconds(_ id: String, _ what: String, _ seconds: [Double])
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
