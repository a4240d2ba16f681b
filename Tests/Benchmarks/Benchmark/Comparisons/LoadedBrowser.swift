extension Comparison {
    /// Memory of the browser that has read a long log, and how fast it answers then.
    static let browser = Group(name: "browser") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.events)
        let count = Spelling.grouped(file.events)
        Progress.say("reads \(file.path) in the browser")
        var session = try Session(comparison.program, file.path)
        var figures: [Figure] = []
        for stage in MemoryStage.all {
            session.type(stage.keys)
            var memory = Figure(id: stage.id, what: "\(stage.what), \(count) events")
            memory.unit = .mebibytes
            memory.limit = Targets.memory(events: file.events)
            if try session.comesToRest(showing: count) {
                memory.take(session, events: file.events)
            } else {
                memory.detail = "the browser does not show \(count) mails"
            }
            figures.append(memory)
        }
        session.type("oo")
        var seconds: [Double] = []
        for _ in 0..<presses {
            if let time = session.secondsToFrame("1") { seconds.append(time) }
        }
        let what = "key to frame, a verdict's chip, \(count) events"
        return figures + [.milliseconds("key-verdict", what, seconds)]
    }
}

/// Something behind which memory is looked at.
private struct MemoryStage {
    let id: String
    let what: String
    /// What is typed first.
    let keys: String

    static let all = [
        MemoryStage(id: "memory", what: "anonymous memory", keys: ""),
        MemoryStage(
            id: "memory-reread", what: "anonymous memory, all records read again, by recipient",
            keys: "or"),
        MemoryStage(
            id: "memory-sorted", what: "anonymous memory, then ordered by sender and subject",
            keys: "ofos"),
    ]
}

extension Figure {
    fileprivate mutating func take(_ session: borrowing Session, events: Int) {
        guard let bytes = session.anonymousMemory else { return }
        value = Double(bytes) / 1_048_576
        let each = Spelling.decimal(Double(bytes) / Double(events), 0)
        let huge = session.hugeFileMemory.map { Spelling.grouped($0 >> 10) } ?? "unknown"
        detail = "\(each) bytes an event; FilePmdMapped \(huge) KiB"
    }
}
