/// A decision that is to be saved.
public struct NewDecision: Hashable, Sendable {
    /// The mail.
    public var key: TriageKey
    /// What the person saw of it.
    public var content: ContentHash
    /// What the mail is.
    public var decision: Decision
    /// The note from now on, empty for none; nil leaves it as it is.
    public var note: RawText?

    /// A decision of the given parts.
    public init(
        key: TriageKey, content: ContentHash, decision: Decision, note: RawText? = nil
    ) {
        self.key = key
        self.content = content
        self.decision = decision
        self.note = note
    }
}

/// Decisions that are made at once, saved at once and undone at once; a bulk has many.
public struct DecisionStep: Hashable, Sendable {
    /// The number that its decisions have in common.
    public let id: DecisionID
    /// The decisions, each mail once.
    public let decisions: [NewDecision]

    /// A new step.
    public init(_ decisions: [NewDecision]) {
        id = DecisionID(at: SystemCalls.now)
        self.decisions = decisions
    }
}
