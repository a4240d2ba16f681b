import Synchronization

/// Which count beside the screen is still wanted.
final class CountJob: Sendable {
    private let wanted = Atomic(0)
}

extension CountJob {
    /// Wants the count of a number, which is not 0, and no other one.
    func want(_ number: Int) { wanted.store(number, ordering: .relaxed) }

    /// Wants no count any more.
    func stop() { want(0) }

    /// True as long as a count is wanted.
    func wants(_ number: Int) -> Bool { wanted.load(ordering: .relaxed) == number }
}
