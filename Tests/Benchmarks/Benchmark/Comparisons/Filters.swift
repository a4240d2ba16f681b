/// Something that a person asks of a long list, as keys.
struct Asked: Sendable {
    let id: String
    let what: String
    /// What is typed first, without being timed.
    let before: String
    /// The key that is timed, to the last of what it brings.
    let key: Character
    /// What is typed behind it, to be where it began; another question among it, since the last
    /// answer is kept.
    let after: String
    /// True where the first of what it brings is timed, since the detail follows a moment later.
    var isFrame = false
}

extension Asked {
    private static let escape = "\u{1B}"
    private static let clear = "\u{15}"

    static let all = [
        Asked(
            id: "filter-chip", what: "a verdict's chip", before: "", key: "1",
            after: "020"),
        Asked(
            id: "filter-word", what: "the last letter of a word that few mails hold",
            before: "f\(clear)invoice 1234", key: "5", after: escape),
        Asked(
            id: "filter-five", what: "the last letter of five terms",
            before: "f\(clear)spam:fail,gray dmarc:fail policy:reject,none "
                + "date:2020-01-01..2030-01-01 -subject:invoic", key: "e", after: escape),
        Asked(
            id: "filter-grid", what: "opening the bar with all counts", before: "2", key: "f",
            after: escape + "0fspam:fail" + escape),
        Asked(
            id: "decide", what: "deciding spam, saved", before: "0", key: "S", after: "u",
            isFrame: true),
        Asked(
            id: "decide-filtered", what: "the same under is:untriaged", before: "06", key: "S",
            after: "u", isFrame: true),
        Asked(
            id: "sort-time", what: "order by time", before: "0o", key: "t", after: "ofoo"),
        Asked(
            id: "sort-severity", what: "order by severity", before: "0o", key: "v", after: "otoo"),
        Asked(
            id: "sort-sender", what: "order by sender", before: "0o", key: "f", after: "ovoo"),
    ]
}

extension Comparison {
    /// How fast the browser answers questions to a long list.
    static let filters = Group(name: "filters") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.events)
        let count = Spelling.grouped(file.events)
        Progress.say("asks \(file.path) in the browser")
        var session = try Session(comparison.program, file.path)
        guard try session.comesToRest(showing: count) else {
            return [Figure(id: "filters", what: "filters", detail: "not all mails are shown")]
        }
        // The list alone: the detail would follow its cursor a moment later.
        session.type("LLL")
        return Asked.all.map { asked in
            var seconds: [Double] = []
            for _ in 0..<7 {
                session.type(asked.before)
                let time =
                    asked.isFrame
                    ? session.secondsToFrame(asked.key) : session.secondsToRest(asked.key)
                if let time { seconds.append(time) }
                session.type(asked.after)
            }
            let end = asked.isFrame ? "frame" : "rest"
            return .milliseconds(
                asked.id, "key to \(end), \(asked.what), \(count) events", seconds)
        }
    }
}
