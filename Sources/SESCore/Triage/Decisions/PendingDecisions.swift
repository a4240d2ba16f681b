/// Steps that were decided and are not on the disk yet, in their order.
///
/// None is ever dropped: one that could not be saved stays first and is tried again.
public struct PendingDecisions: Hashable, Sendable {
    /// Why saving fails at present; nil where it does not.
    public private(set) var failure: StoreError?
    private var steps: [Pending] = []
    private var failedTries = 0

    /// A step and what the person had seen of the store.
    public struct Pending: Hashable, Sendable {
        /// What was decided.
        public let step: DecisionStep
        /// The last row of the store that the person had seen; nil where it does not matter.
        public let seen: Int64?
    }

    /// Nothing is pending.
    public init() {}
}

extension PendingDecisions {
    /// True where all that was decided is on the disk.
    public var isEmpty: Bool { steps.isEmpty }

    /// How many decisions are not on the disk.
    public var count: Int { steps.reduce(0) { $0 + $1.step.decisions.count } }

    /// The decisions that are not on the disk; of two about one mail the later one.
    public var unsaved: [TriageKey: NewDecision] {
        var unsaved: [TriageKey: NewDecision] = [:]
        for pending in steps {
            for decision in pending.step.decisions { unsaved[decision.key] = decision }
        }
        return unsaved
    }

    /// The step to be saved next; nil where there is none.
    public var next: Pending? { steps.first }

    /// How long to wait before the next try, in milliseconds: 0 where the last one went well, then 1 s,
    /// twice as long each time, at most 30 s.
    public var delay: Int { failedTries == 0 ? 0 : min(30_000, 1000 << min(failedTries - 1, 5)) }

    /// Takes in a step that was decided.
    public mutating func add(_ step: DecisionStep, seen: Int64? = nil) {
        guard !step.decisions.isEmpty else { return }
        steps.append(Pending(step: step, seen: seen))
    }

    /// A step is on the disk.
    public mutating func saved(_ step: DecisionID) {
        steps.removeAll { $0.step.id == step }
        failure = nil
        failedTries = 0
    }

    /// The first step could not be saved.
    public mutating func failed(_ error: StoreError) {
        failure = error
        failedTries += 1
    }

    /// Somebody else decided meanwhile and the person was asked: the first step is to be saved in any
    /// case, or not at all.
    ///
    /// - Returns: The step that was given up; nil where it stays.
    public mutating func answer(overtaken step: DecisionID, saves: Bool) -> DecisionStep? {
        guard let index = steps.firstIndex(where: { $0.step.id == step }) else { return nil }
        let pending = steps[index]
        guard saves else { return steps.remove(at: index).step }
        steps[index] = Pending(step: pending.step, seen: nil)
        return nil
    }
}
