/// What a store holds, in numbers.
public struct StoreInfo: Hashable, Sendable {
    /// The form of the store; 1 is the one of this version of the program.
    public var form = 0
    /// How SQLite keeps changes before they are in the file: `wal`, or `delete` on a network.
    public var journal: RawText = ""
    /// The bytes of the file and of the log beside it.
    public var bytes = 0
    /// How many decisions were ever made.
    public var decisions = 0
    /// How many mails have a current decision of each kind; ``Decision/clear`` are those of which it
    /// was taken back.
    public var mails: [Decision: Int] = [:]
    /// How many mails have a note.
    public var notedMails = 0
    /// Who decided, most first, at most 1,000.
    public var people: [Person] = []

    /// Somebody who decided.
    public struct Person: Hashable, Sendable {
        /// The account.
        public let name: RawText
        /// The machine.
        public let host: RawText
        /// How many decisions.
        public let decisions: Int
        /// The last one.
        public let last: Timestamp
    }
}

extension TriageStore {
    /// What the store holds; reads it whole.
    public func info() throws(StoreError) -> StoreInfo {
        var info = StoreInfo()
        info.form = Int(try connection.number("PRAGMA user_version") ?? 0)
        info.journal = try connection.text("PRAGMA journal_mode") ?? ""
        for name in [path, path + "-wal"] {
            info.bytes += (try? FileStatus(path: name))?.size ?? 0
        }
        info.decisions = Int(try connection.number("SELECT count(*) FROM decision") ?? 0)
        let counts = try connection.prepare(
            """
            SELECT verdict, count(*), sum(noted) FROM
                (SELECT verdict, note <> '' AS noted, max(uuid) FROM decision GROUP BY mail_key)
            GROUP BY verdict
            """)
        while try counts.step() {
            info.notedMails += Int(counts.integer(2))
            guard let decision = UInt8(exactly: counts.integer(0)).flatMap(Decision.init(rawValue:))
            else { continue }
            info.mails[decision] = Int(counts.integer(1))
        }
        info.people = try people()
        return info
    }

    private func people() throws(StoreError) -> [StoreInfo.Person] {
        let statement = try connection.prepare(
            """
            SELECT who, host, count(*), max(at_utc_ms) FROM decision
            GROUP BY who, host ORDER BY count(*) DESC, who, host LIMIT 1000
            """)
        var people: [StoreInfo.Person] = []
        while try statement.step() {
            people.append(
                StoreInfo.Person(
                    name: statement.text(0), host: statement.text(1),
                    decisions: Int(statement.integer(2)),
                    last: Timestamp(milliseconds: statement.integer(3))))
        }
        return people
    }
}
