/// What becomes due while the loop waits; without any of them the loop sleeps for ever.
struct Timers {
    private var due: [(moment: ContinuousClock.Instant, timer: Timer)] = []
}

extension Timers {
    mutating func set(_ timer: Timer, afterMilliseconds delay: Int) {
        due.append((.now + .milliseconds(delay), timer))
    }

    /// Milliseconds until the next one, rounded up; nil where none is set.
    var wait: Int? {
        guard let next = due.map(\.moment).min() else { return nil }
        let (seconds, attoseconds) = (next - .now).components
        return max(0, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1)
    }

    /// Takes those whose moment has come.
    mutating func takeDue() -> [Timer] {
        let now = ContinuousClock.now
        let ripe = due.filter { $0.moment <= now }.map(\.timer)
        due.removeAll { $0.moment <= now }
        return ripe
    }
}
