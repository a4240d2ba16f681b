/// What a store says anew.
public struct DecisionChanges: Hashable, Sendable {
    /// The current decision of each mail that has new ones.
    public let current: [StoredDecision]
    /// The last row of the store; what to ask from the next time.
    public let lastRow: Int64
}

extension TriageStore {
    /// The current decisions of all mails, to be asked for once and then kept up to date by
    /// ``changes(since:)``. It takes some 0.5 s for a million.
    ///
    /// - Parameter goesOn: Asked every now and then; false gives up.
    /// - Returns: nil where it was given up.
    /// - Throws: ``StoreError`` where the store cannot be read.
    public func index(while goesOn: () -> Bool = { true }) throws(StoreError) -> DecisionIndex? {
        let rows = try connection.number("SELECT max(id) FROM decision") ?? 0
        let statement = try connection.prepare(IndexLoading.rows)
        var loading = IndexLoading(capacity: Int(clamping: rows))
        while try statement.step() {
            loading.add(statement)
            if loading.rows % 4096 == 0, !goesOn() { return nil }
        }
        return loading.finish()
    }

    /// What was decided after a row, by anybody, this program included.
    public func changes(since row: Int64) throws(StoreError) -> DecisionChanges {
        let new = try changes(since: row, connection)
        var keys: Set<TriageKey> = []
        var current: [StoredDecision] = []
        for decision in new where keys.insert(decision.key).inserted {
            if let latest = try self.current(of: decision.key) { current.append(latest) }
        }
        return DecisionChanges(current: current, lastRow: new.last?.row ?? row)
    }

    /// The current decision of a mail; nil where nobody decided.
    public func current(of key: TriageKey) throws(StoreError) -> StoredDecision? {
        let statement = try connection.prepare(Schema.current)
        try statement.bind(.blob(key.bytes))
        return try statement.step() ? StoredDecision(statement) : nil
    }

    /// All decisions about a mail, the first one first.
    public func history(of key: TriageKey) throws(StoreError) -> [StoredDecision] {
        let statement = try connection.prepare(
            "SELECT \(Schema.columns) FROM decision WHERE mail_key = ? ORDER BY uuid")
        try statement.bind(.blob(key.bytes))
        var history: [StoredDecision] = []
        while try statement.step() {
            if let decision = StoredDecision(statement) { history.append(decision) }
        }
        return history
    }

    func changes(
        since row: Int64, _ connection: borrowing Connection
    ) throws(StoreError) -> [StoredDecision] {
        let statement = try connection.prepare(Schema.later)
        try statement.bind(.integer(row))
        var found: [StoredDecision] = []
        while try statement.step() {
            if let decision = StoredDecision(statement) { found.append(decision) }
        }
        return found
    }
}
