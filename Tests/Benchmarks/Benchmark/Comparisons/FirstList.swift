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
