import Synchronization

/// Messages for the loop, posted from any thread.
///
/// Of tables and of selections only the latest one is kept: each holds all that the one before it held.
final class Inbox: Sendable {
    private struct Waiting {
        var generation = 0
        var isStopped = false
        var table: Message?
        var deliveries: Message?
        var answers: [Message] = []
    }

    private let waiting = Mutex(Waiting())
    private let wake: @Sendable () -> Void

    /// An inbox that wakes the loop by the given call.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }
}

extension Inbox {
    /// Begins a new reading: what older ones post is dropped from now on.
    func begin() -> Int {
        waiting.withLock { waiting in
            waiting.generation += 1
            waiting.isStopped = false
            waiting.table = nil
            waiting.deliveries = nil
            return waiting.generation
        }
    }

    /// Asks the present reading to stop.
    func stop() { waiting.withLock { $0.isStopped = true } }

    /// True as long as a reading is the present one and was not asked to stop.
    func wants(_ generation: Int) -> Bool {
        waiting.withLock { $0.generation == generation && !$0.isStopped }
    }

    /// True as long as a reading is the present one, even where it was asked to stop.
    func isPresent(_ generation: Int) -> Bool {
        waiting.withLock { $0.generation == generation }
    }

    /// Leaves a table, or what is known of its deliveries, for the loop and wakes it, if the
    /// reading is still the present one.
    func post(_ message: Message, generation: Int) {
        let isPresent = waiting.withLock { waiting in
            guard waiting.generation == generation else { return false }
            if case .deliveries = message {
                waiting.deliveries = message
            } else {
                waiting.table = message
            }
            return true
        }
        if isPresent { wake() }
    }

    /// Leaves an answer for the loop and wakes it.
    func post(answer: Message) {
        waiting.withLock { waiting in
            waiting.answers.removeAll { $0.isOutdone(by: answer) }
            waiting.answers.append(answer)
        }
        wake()
    }

    /// Takes what is there, a table before what is known of its deliveries.
    func take() -> Message? {
        waiting.withLock { waiting in
            if let table = waiting.table.take() { return table }
            if let deliveries = waiting.deliveries.take() { return deliveries }
            return waiting.answers.isEmpty ? nil : waiting.answers.removeFirst()
        }
    }
}

extension Message {
    /// True where a later message of the same kind says all that this one does.
    fileprivate func isOutdone(by later: Message) -> Bool {
        switch (self, later) {
        case (.selection, .selection), (.statistics, .statistics), (.content, .content): true
        default: false
        }
    }
}
