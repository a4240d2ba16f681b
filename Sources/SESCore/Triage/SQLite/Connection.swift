internal import CSQLite

/// A connection to an SQLite file, for one thread at a time; it is closed when this goes.
///
/// Every failure comes out as a ``StoreError`` that names the file.
@safe struct Connection: ~Copyable {
    /// The file as it was named.
    let path: RawText
    private let handle: OpaquePointer

    /// How a file is opened. A missing file is never created.
    enum Mode {
        case readAndWrite
        case readOnly
        /// For a file that nobody writes and beside which no other file can be made.
        case unchanging
    }

    /// Opens a file.
    init(path: RawText, mode: Mode) throws(StoreError) {
        let access =
            mode == .readAndWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        let name = mode == .unchanging ? Self.unchangingName(path) : path
        let asksURI = mode == .unchanging ? access : access & ~SQLITE_OPEN_URI
        var opened: OpaquePointer?
        let code = unsafe sqlite3_open_v2(
            name.cName, &opened, asksURI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened = unsafe opened else {
            let error = unsafe StoreError(
                code: code, system: opened.map { unsafe sqlite3_system_errno($0) } ?? 0,
                detail: String(cString: sqlite3_errstr(code)), path: path)
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        self.path = path
        unsafe handle = opened
        unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestValue)
    }

    /// No text, key or row of a store is longer, in bytes: a store may come from anybody.
    static let longestValue: Int32 = 16 << 20

    deinit { unsafe sqlite3_close_v2(handle) }

    private static func unchangingName(_ path: RawText) -> RawText {
        var name = Array("file:".utf8)
        for byte in path.bytes {
            if byte == UInt8(ascii: "/") || byte.isAlphanumeric {
                name.append(byte)
            } else {
                name += Array((byte < 16 ? "%0" : "%").utf8) + Array(String(byte, radix: 16).utf8)
            }
        }
        return RawText(name + Array("?immutable=1".utf8))
    }
}

extension Connection {
    /// Carries out statements that give no rows, which are our own text.
    func execute(_ sql: String) throws(StoreError) {
        guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    /// A statement to be carried out, once or many times.
    func prepare(_ sql: String) throws(StoreError) -> Statement {
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared = unsafe prepared else { throw failure }
        return unsafe Statement(prepared, path: path)
    }

    /// The whole number in the first column of the first row; nil where there is no row.
    func number(_ sql: String) throws(StoreError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The text in the first column of the first row; nil where there is no row.
    func text(_ sql: String) throws(StoreError) -> RawText? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.text(0) : nil
    }

    /// How many rows the last insertion made.
    var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

    /// The id of the row that was inserted last.
    var lastRowID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

    /// Carries out all changes of `body` or none. Nobody else writes meanwhile: a transaction that only
    /// begins to write later fails at once where another one wrote in between.
    func change<Result>(
        _ body: (borrowing Connection) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try execute("BEGIN IMMEDIATE")
        do throws(StoreError) {
            let result = try body(self)
            try execute("COMMIT")
            return result
        } catch {
            // Some failures have ended the transaction by themselves.
            if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
            throw error
        }
    }

    /// How long a statement waits for others that write, in milliseconds.
    func waitForOthers(milliseconds: Int32) {
        unsafe sqlite3_busy_timeout(handle, milliseconds)
    }

    /// True where the name of the file leads to another file by now, or to none.
    var hasMoved: Bool {
        var hasMoved: Int32 = 0
        let code = unsafe sqlite3_file_control(
            handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        return code == SQLITE_OK && hasMoved != 0
    }

    private var failure: StoreError {
        unsafe StoreError(
            code: sqlite3_extended_errcode(handle), system: sqlite3_system_errno(handle),
            detail: String(cString: sqlite3_errmsg(handle)), path: path)
    }
}

/// A connection has no lock, so it is not for sharing.
@available(*, unavailable)
extension Connection: Sendable {}
