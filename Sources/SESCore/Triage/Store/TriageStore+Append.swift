/// What came of saving a step.
public enum AppendOutcome: Hashable, Sendable {
    /// Every decision is on the disk.
    case saved([StoredDecision])
    /// Nothing was saved: these decisions about the same mails came from others meanwhile.
    case overtaken([StoredDecision])
}

extension TriageStore {
    /// Saves the decisions of a step, all or none.
    ///
    /// - Parameters:
    ///   - step: What was decided; it may be handed in again where saving failed.
    ///   - seen: The last row of the store that the person saw. Where somebody else decided about one of
    ///     these mails since then, nothing is saved; nil saves in any case.
    /// - Returns: What was saved, or what stands against it.
    /// - Throws: ``StoreError`` where nothing was saved.
    public mutating func append(
        _ step: DecisionStep, unlessChangedSince seen: Int64? = nil
    ) throws(StoreError) -> AppendOutcome {
        if let obstacle { throw obstacle }
        let now = SystemCalls.now
        let keys = Set(step.decisions.map(\.key))
        let outcome: AppendOutcome = try connection.change { connection throws(StoreError) in
            if let seen {
                let others = try changes(since: seen, connection).filter {
                    keys.contains($0.key) && !ownSteps.contains($0.step)
                }
                if !others.isEmpty { return .overtaken(others) }
            }
            let saved = try insert(step, at: now, connection)
            try checkPlace()
            return .saved(saved)
        }
        if case .saved = outcome { ownSteps.insert(step.id) }
        return outcome
    }

    private func insert(
        _ step: DecisionStep, at now: Timestamp, _ connection: borrowing Connection
    ) throws(StoreError) -> [StoredDecision] {
        let insertion = try connection.prepare(Schema.insertion)
        let current = try connection.prepare(Schema.current)
        var saved: [StoredDecision] = []
        saved.reserveCapacity(step.decisions.count)
        for new in step.decisions {
            try current.bind(.blob(new.key.bytes))
            let before = try current.step() ? StoredDecision(current) : nil
            current.reset()
            let decision = stored(new, of: step.id, after: before, at: now)
            try decision.bind(to: insertion)
            _ = try insertion.step()
            saved.append(decision.inRow(connection.lastRowID))
        }
        return saved
    }

    /// A decision as it will stand in the store. Its moment is later than that of the one before,
    /// even where the clock was set back, since the order of the moments decides which one counts.
    private func stored(
        _ new: NewDecision, of step: DecisionID, after before: StoredDecision?, at now: Timestamp
    ) -> StoredDecision {
        let earliest = before.map { $0.time.milliseconds + 1 } ?? .min
        let time = Timestamp(milliseconds: max(now.milliseconds, earliest))
        return StoredDecision(
            row: 0, id: DecisionID(at: time), key: new.key, content: new.content,
            decision: new.decision, note: new.note ?? before?.note ?? "", author: author,
            previous: before?.id, step: step)
    }
}

extension StoredDecision {
    fileprivate func inRow(_ row: Int64) -> StoredDecision {
        StoredDecision(
            row: row, id: id, key: key, content: content, decision: decision, note: note,
            author: author, previous: previous, step: step)
    }
}
