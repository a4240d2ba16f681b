import SESCore

/// The filter and the one before it.
struct FilterState: Sendable {
    /// What is let through.
    private(set) var filter = VerdictFilter()
    /// The filter as the person typed it, or as ticking wrote it.
    private(set) var text = ""
    private var previous: Version?
    /// The check that the last change stepped; more steps of it are one change.
    private var stepped: Check?
    /// Texts that were kept, oldest first.
    private(set) var history: [String] = []

    /// A filter and its text.
    struct Version: Hashable, Sendable {
        var filter: VerdictFilter
        var text: String
    }
}

extension FilterState {
    /// The filter as it stands.
    var version: Version { Version(filter: filter, text: text) }

    /// True where the last change stepped this check.
    func isStepping(_ check: Check) -> Bool { stepped == check }

    /// Puts another filter in its place; the one there was becomes the previous one.
    mutating func change(to filter: VerdictFilter, text: String) {
        let old = version
        show(Version(filter: filter, text: text))
        keep(old)
    }

    /// Puts another filter in its place without remembering the one there was.
    mutating func show(_ version: Version) {
        filter = version.filter
        text = version.text
        stepped = nil
    }

    /// Makes a filter the previous one, if it is another.
    mutating func keep(_ old: Version) {
        guard old.filter != filter else { return }
        previous = old
        guard !text.isEmpty, history.last != text else { return }
        history.append(text)
    }

    /// Steps a check on: any, FAIL, GRAY, not PASS, PASS, any; from a hand-made set to FAIL.
    mutating func step(_ check: Check) {
        let cycle: [StatusSet] = [
            .any, StatusSet(.fail), StatusSet(.gray), .notPass, StatusSet(.pass),
        ]
        let next = cycle.firstIndex(of: filter[check]).map { cycle[($0 + 1) % cycle.count] }
        var changed = filter
        changed[check] = next ?? StatusSet(.fail)
        let version = Version(filter: changed, text: changed.text)
        if stepped == check { show(version) } else { change(to: changed, text: version.text) }
        stepped = check
    }

    /// True where there is a filter to go back to.
    var hasPrevious: Bool { previous.map { $0.filter != filter } ?? false }

    /// Swaps the filter with the previous one; false where there is none.
    mutating func swap() -> Bool {
        guard hasPrevious, let previous else { return false }
        change(to: previous.filter, text: previous.text)
        return true
    }
}
