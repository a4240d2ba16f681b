extension StoredDecision {
    /// The decision of a row of ``Schema/columns``; nil where the row was not written by this program.
    init?(_ row: borrowing Statement) {
        guard let id = DecisionID(row.bytes(1)), let key = TriageKey(kept: row.bytes(2)),
            let content = ContentHash(kept: row.bytes(3)),
            let decision = UInt8(exactly: row.integer(4)).flatMap(Decision.init(rawValue:)),
            let step = DecisionID(row.bytes(10))
        else { return nil }
        self.init(
            row: row.integer(0), id: id, key: key, content: content, decision: decision,
            note: row.text(5),
            author: Author(name: row.text(6), host: row.text(7), version: row.text(8)),
            previous: DecisionID(row.bytes(9)), step: step)
    }

    /// Adds the decision to a store; the row number is the store's to give.
    func bind(to insertion: borrowing Statement) throws(StoreError) {
        try insertion.bind(
            .blob(id.bytes), .blob(key.bytes), .blob(content.bytes),
            .integer(Int64(decision.rawValue)), .text(note), .text(author.name),
            .text(author.host), .text(author.version),
            previous.map { .blob($0.bytes) } ?? .null, .blob(step.bytes),
            .integer(time.milliseconds))
    }
}
