import SESCore

/// The filter and the one before it.
struct FilterState: Sendable {
    /// What is let through.
    private(set) var query = Query.all
    /// The filter as the person typed it, or as ticking wrote it.
    private(set) var text = ""
    private var previous: Version?
    /// The chip that the last change stepped; more steps of it are one change.
    private var stepped: Chip?
    /// Texts that were kept, oldest first.
    var history: [String] = []

    /// A filter and its text.
    struct Version: Hashable, Sendable {
        var query: Query
        var text: String
    }

    /// A part of the filter that a key steps.
    enum Chip: Hashable, Sendable {
        case check(Check)
        case triage
        case time
    }
}

extension FilterState {
    /// The most texts that are kept.
    static let longestHistory = 500

    /// The filter as it stands.
    var version: Version { Version(query: query, text: text) }

    /// True where the last change stepped this chip.
    func isStepping(_ chip: Chip) -> Bool { stepped == chip }

    /// Puts another filter in its place; the one there was becomes the previous one.
    mutating func change(to query: Query, text: String) {
        let old = version
        show(Version(query: query, text: text))
        keep(old)
    }

    /// Puts another filter in its place without remembering the one there was.
    mutating func show(_ version: Version) {
        query = version.query
        text = version.text
        stepped = nil
    }

    /// Makes a filter the previous one, if it is another.
    mutating func keep(_ old: Version) {
        guard old.query != query else { return }
        previous = old
        remember(text)
    }

    /// Steps a check on: any, FAIL, GRAY, not PASS, PASS, any; from a hand-made set to FAIL.
    mutating func step(_ check: Check) {
        let cycle: [StatusSet] = [
            .any, StatusSet(.fail), StatusSet(.gray), .notPass, StatusSet(.pass),
        ]
        let now = query.verdictFilter[check]
        let next = cycle.firstIndex(of: now).map { cycle[($0 + 1) % cycle.count] }
        step(.check(check), to: query.replacing(check, next ?? StatusSet(.fail)))
    }

    /// Steps what mails were decided to be on: any, untriaged, spam, ham, maybe, any; from a hand-made set
    /// to untriaged.
    mutating func stepTriage() {
        let cycle = [DecidedSet.any] + RowMark.Decided.allCases.map { DecidedSet($0) }
        let now = cycle.firstIndex(of: query.triageFilter) ?? 0
        step(.triage, to: query.replacing(triage: cycle[(now + 1) % cycle.count]))
    }

    /// Steps the time on: all, the last hour, the last day, all.
    mutating func stepTime() {
        step(.time, to: query.replacing(timeChip: TimeChip.next(after: query.timeChip)))
    }

    private mutating func step(_ chip: Chip, to query: Query) {
        if stepped == chip {
            show(Version(query: query, text: query.text))
        } else {
            change(to: query, text: query.text)
        }
        stepped = chip
    }

    /// True where there is a filter to go back to.
    var hasPrevious: Bool { previous.map { $0.query != query } ?? false }

    /// Swaps the filter with the previous one; false where there is none.
    mutating func swap() -> Bool {
        guard hasPrevious, let previous else { return false }
        change(to: previous.query, text: previous.text)
        return true
    }

    private mutating func remember(_ text: String) {
        guard !text.isEmpty else { return }
        history.removeAll { $0 == text }
        history.append(text)
        if history.count > Self.longestHistory { history.removeFirst() }
    }
}
