extension Comparison {
    /// Memory of the browser that has read a long log, and how fast it answers then.
    static let browser = Group(name: "browser") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.events)
        let count = Spelling.grouped(file.events)
        Progress.say("reads \(file.path) in the browser")
        var session = try Session(comparison.program, file.path)
        var memory = Figure(id: "memory", what: "anonymous memory, \(count) events")
        memory.unit = .mebibytes
        memory.limit = Targets.memory(events: file.events)
        guard try session.comesToRest(showing: count) else {
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
