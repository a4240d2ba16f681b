/// The steps by which a file becomes a store that can be used.
enum StoreOpening {
    /// What the head of a database tells of it.
    struct Form {
        let application: Int64
        let version: Int64
        let isBlank: Bool

        var isOurs: Bool { application == Schema.application }
    }

    /// Opens a file and sets what holds for one connection.
    static func connect(
        to file: StoreFile, _ path: RawText, writes: Bool
    ) throws(StoreError) -> Connection {
        if writes { return try configured(Connection(path: path, mode: .readAndWrite)) }
        do throws(StoreError) {
            let connection = try configured(Connection(path: path, mode: .readOnly))
            // The first look tells whether the log can be read in a folder that nothing can be put in.
            _ = try connection.number("PRAGMA schema_version")
            return connection
        } catch {
            let hasLog = (try? FileStatus(path: path + "-wal"))?.size ?? 0 > 0
            let isFixed = error.kind == .cannotOpen || error.kind == .readOnly
            guard isFixed, !file.isWritable, !hasLog else { throw error }
            return try configured(Connection(path: path, mode: .unchanging))
        }
    }

    /// Whose database it is; nothing is changed. All is read in one transaction, since another program
    /// may be making the store at this moment.
    static func form(of connection: borrowing Connection) throws(StoreError) -> Form {
        try connection.execute("SAVEPOINT form")
        let form = Result { () throws(StoreError) in try readForm(of: connection) }
        try connection.execute("RELEASE form")
        return try form.get()
    }

    private static func readForm(of connection: borrowing Connection) throws(StoreError) -> Form {
        let entries = try connection.number("SELECT count(*) FROM sqlite_schema") ?? 0
        let application = try connection.number("PRAGMA application_id") ?? 0
        let version = try connection.number("PRAGMA user_version") ?? 0
        let form = Form(
            application: application, version: version,
            isBlank: application == 0 && version == 0 && entries == 0)
        guard form.isOurs || form.isBlank else { throw StoreError(.foreign, path: connection.path) }
        return form
    }

    /// Makes a blank file a store and sets how it is written.
    ///
    /// The log is not for a network, where SQLite's shared memory does not work.
    static func prepare(
        _ connection: borrowing Connection, _ file: StoreFile, _ form: Form
    ) throws(StoreError) {
        try setJournal(file.isOnNetwork ? "delete" : "wal", connection)
        try connection.execute("PRAGMA synchronous = \(file.isOnNetwork ? "EXTRA" : "FULL")")
        guard form.isBlank else { return }
        try connection.change { connection throws(StoreError) in
            if try Self.form(of: connection).isBlank { try connection.execute(Schema.creation) }
        }
    }

    private static func configured(
        _ connection: consuming Connection
    ) throws(StoreError) -> Connection {
        connection.waitForOthers(milliseconds: waitingTime)
        try connection.execute(
            """
            PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON
            """)
        return connection
    }

    /// Changing the kind of journal does not wait for others by itself, so it is tried again.
    private static func setJournal(
        _ kind: RawText, _ connection: borrowing Connection
    ) throws(StoreError) {
        let sql = kind == "wal" ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE"
        var busy = StoreError(.busy, path: connection.path)
        for _ in 0..<attempts {
            do throws(StoreError) {
                let found = try connection.text(sql)
                guard found == kind else {
                    throw StoreError(.other, path: connection.path, detail: "it takes no journal")
                }
                return
            } catch {
                guard error.kind == .busy else { throw error }
                busy = error
                SystemCalls.sleep(milliseconds: waitingTime / attempts)
            }
        }
        throw busy
    }

    /// How long others may write before that is told as a failure.
    static let waitingTime: Int32 = 5000
    private static let attempts: Int32 = 100
}
