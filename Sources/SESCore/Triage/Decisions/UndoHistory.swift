/// The steps of one person in one run of the program, to be taken back and done again without limit.
///
/// A step that is taken back is not taken out of the store: its inverse is decided.
public struct UndoHistory: Hashable, Sendable {
    private var done: [Step] = []
    private var undone: [Step] = []

    /// No step was made.
    public init() {}

    /// What was decided at once.
    public struct Step: Hashable, Sendable {
        /// What changed, mail by mail.
        public let changes: [Change]

        /// A step of the given changes.
        public init(_ changes: [Change]) { self.changes = changes }
    }

    /// What a decision changed about a mail.
    public struct Change: Hashable, Sendable {
        /// The mail.
        public let key: TriageKey
        /// What the person saw of it.
        public let content: ContentHash
        /// What it was before; nil for undecided.
        public let before: Decision?
        /// What it is since then; nil for undecided.
        public let after: Decision?
        /// What the note was and is; nil where the step left it alone.
        public let note: Note?

        /// A change of the given parts.
        public init(
            key: TriageKey, content: ContentHash, before: Decision?, after: Decision?,
            note: Note? = nil
        ) {
            self.key = key
            self.content = content
            self.before = before
            self.after = after
            self.note = note
        }
    }

    /// A note that was changed.
    public struct Note: Hashable, Sendable {
        /// The text before; empty for none.
        public let before: RawText
        /// The text since then; empty for none.
        public let after: RawText

        /// A changed note.
        public init(before: RawText, after: RawText) {
            self.before = before
            self.after = after
        }
    }
}

extension UndoHistory {
    /// True where there is something to take back.
    public var canUndo: Bool { !done.isEmpty }

    /// True where there is something to do again.
    public var canRedo: Bool { !undone.isEmpty }

    /// Takes in a step that the person made; what was taken back before cannot be done again.
    public mutating func record(_ step: Step) {
        guard !step.changes.isEmpty else { return }
        done.append(step)
        undone = []
    }

    /// Forgets a step that proved not to be made.
    public mutating func forget(_ step: Step) {
        if let last = done.lastIndex(of: step) { done.remove(at: last) }
    }

    /// Takes the last step back.
    ///
    /// - Returns: The step and the decisions that undo it; nil where there is none.
    public mutating func undo() -> (step: Step, decisions: [NewDecision])? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return (step, step.changes.map(\.inverse))
    }

    /// Does the step again that was taken back last.
    ///
    /// - Returns: The step and its decisions; nil where there is none.
    public mutating func redo() -> (step: Step, decisions: [NewDecision])? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return (step, step.changes.map(\.decision))
    }
}

extension UndoHistory.Change {
    /// The decision that makes the change.
    public var decision: NewDecision {
        NewDecision(key: key, content: content, decision: after ?? .clear, note: note?.after)
    }

    /// The decision that takes the change back.
    public var inverse: NewDecision {
        NewDecision(key: key, content: content, decision: before ?? .clear, note: note?.before)
    }
}
