/// What merging another store into one did.
public struct MergeReport: Hashable, Sendable {
    /// How many decisions came from the other store.
    public var added = 0
    /// How many were there already.
    public var known = 0
    /// How many rows were left out because no version of this program wrote them.
    public var refused = 0
    /// Mails about which the two stores said different things, each decided in one without knowing of
    /// the other. Both decisions stay; the later one is current.
    public var conflicts: [Conflict] = []

    /// Two decisions about a mail.
    public struct Conflict: Hashable, Sendable {
        /// What this store said.
        public let ours: StoredDecision
        /// What the other store said.
        public let theirs: StoredDecision
    }
}

extension TriageStore {
    /// Adds what another store has and this one has not; all or nothing. The other one is only read.
    ///
    /// - Throws: ``StoreError`` where one of the two cannot be used.
    public func merge(_ other: borrowing TriageStore) throws(StoreError) -> MergeReport {
        if let obstacle { throw obstacle }
        let last = try connection.number("SELECT max(id) FROM decision") ?? 0
        return try connection.change { connection throws(StoreError) in
            var report = MergeReport()
            let touched = try insertAll(of: other.connection, connection, &report)
            for key in touched {
                guard let conflict = try conflict(over: key, upTo: last, other) else { continue }
                report.conflicts.append(conflict)
            }
            try checkPlace()
            report.conflicts.sort { $0.theirs.id < $1.theirs.id }
            return report
        }
    }

    /// Adds the rows that are missing; returns the mails that have new ones.
    private func insertAll(
        of other: borrowing Connection, _ connection: borrowing Connection,
        _ report: inout MergeReport
    ) throws(StoreError) -> Set<TriageKey> {
        var touched: Set<TriageKey> = []
        let insertion = try connection.prepare(Schema.insertion)
        let rows = try other.prepare(Schema.later)
        try rows.bind(.integer(.min))
        while try rows.step() {
            guard let decision = StoredDecision(rows) else {
                report.refused += 1
                continue
            }
            try decision.bind(to: insertion)
            _ = try insertion.step()
            if connection.changes == 1 {
                report.added += 1
                touched.insert(decision.key)
            } else {
                report.known += 1
            }
        }
        return touched
    }

    /// The two decisions about a mail that disagree, as both stores were before; nil where they agree or
    /// one was made with the other in sight.
    private func conflict(
        over key: TriageKey, upTo last: Int64, _ other: borrowing TriageStore
    ) throws(StoreError) -> MergeReport.Conflict? {
        let ours = try history(of: key).filter { $0.row <= last }
        let theirs = try other.history(of: key)
        guard let our = ours.last, let their = theirs.last, our.decision != their.decision,
            !theirs.contains(where: { $0.id == our.id }),
            !ours.contains(where: { $0.id == their.id })
        else { return nil }
        return MergeReport.Conflict(ours: our, theirs: their)
    }
}
