/// A decision as it stands in a store. Texts come from whoever wrote them there.
public struct StoredDecision: Hashable, Sendable {
    /// Its place in this store: later rows have higher numbers.
    public let row: Int64
    /// Its number in the world; the highest of a mail is its current decision.
    public let id: DecisionID
    /// The mail.
    public let key: TriageKey
    /// What the person saw of it.
    public let content: ContentHash
    /// What the mail is.
    public let decision: Decision
    /// The note of the mail since then; empty for none.
    public let note: RawText
    /// Who decided, where and with which version.
    public let author: Author
    /// The decision that this one followed; nil for the first of a mail.
    public let previous: DecisionID?
    /// What it was decided together with.
    public let step: DecisionID

    /// When it was decided.
    public var time: Timestamp { id.time }

    /// What a list shows of it.
    public var mark: DecisionMark {
        DecisionMark(decision: decision, isNoted: !note.isEmpty)
    }
}
