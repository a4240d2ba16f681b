/// Where somebody was when the program ended.
public struct Visit: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// True where the terminal went away; false where the person left.
    public var wasCut: Bool
    /// The filter, as it was typed.
    public var filter: RawText
    /// The mail that the cursor stood on; nil for none.
    public var key: TriageKey?

    /// A visit of the given parts.
    public init(time: Timestamp, wasCut: Bool, filter: RawText, key: TriageKey?) {
        self.time = time
        self.wasCut = wasCut
        self.filter = filter
        self.key = key
    }
}

extension TriageStore {
    /// The last visit of this person on this machine; nil for the first time.
    public func lastVisit() throws(StoreError) -> Visit? {
        let statement = try connection.prepare(
            """
            SELECT at_utc_ms, was_cut, filter, mail_key FROM visit
            WHERE who = ? AND host = ? ORDER BY id DESC LIMIT 1
            """)
        try statement.bind(.text(author.name), .text(author.host))
        guard try statement.step() else { return nil }
        return Visit(
            time: Timestamp(milliseconds: statement.integer(0)), wasCut: statement.integer(1) != 0,
            filter: statement.text(2), key: TriageKey(kept: statement.bytes(3)))
    }

    /// Keeps where this person was.
    public func remember(_ visit: Visit) throws(StoreError) {
        if let obstacle { throw obstacle }
        try connection.change { connection throws(StoreError) in
            let statement = try connection.prepare(
                """
                INSERT INTO visit(who, host, at_utc_ms, was_cut, filter, mail_key)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
            try statement.bind(
                .text(author.name), .text(author.host), .integer(visit.time.milliseconds),
                .integer(visit.wasCut ? 1 : 0), .text(visit.filter),
                visit.key.map { .blob($0.bytes) } ?? .null)
            _ = try statement.step()
            try checkPlace()
        }
    }
}
