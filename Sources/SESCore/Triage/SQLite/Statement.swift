internal import CSQLite

/// A statement of SQL that was understood, with the row that it stands on.
@safe struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let path: RawText

    /// A value that stands for a `?` of the statement.
    enum Value {
        case null
        case integer(Int64)
        case text(RawText)
        case blob([UInt8])
    }

    @unsafe init(_ handle: OpaquePointer, path: RawText) {
        unsafe self.handle = unsafe handle
        self.path = path
    }

    deinit { unsafe sqlite3_finalize(handle) }
}

extension Statement {
    /// Starts from the beginning with the given values.
    func bind(_ values: Value...) throws(StoreError) {
        unsafe sqlite3_reset(handle)
        for (index, value) in values.enumerated() {
            guard bind(value, at: Int32(index + 1)) == SQLITE_OK else { throw failure }
        }
    }

    /// Goes to the next row; false where there is none, and the statement starts anew.
    func step() throws(StoreError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            unsafe sqlite3_reset(handle)
            return false
        default:
            let error = failure
            unsafe sqlite3_reset(handle)
            throw error
        }
    }

    /// Lets go of the row and of the locks that it holds.
    func reset() { unsafe sqlite3_reset(handle) }

    private func bind(_ value: Value, at index: Int32) -> Int32 {
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return unsafe sqlite3_bind_null(handle, index)
        case .integer(let number): return unsafe sqlite3_bind_int64(handle, index, number)
        case .text(let text):
            return unsafe (text.bytes + [0]).withUnsafeBufferPointer { bytes in
                unsafe bytes.baseAddress.map { start in
                    let text = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
                    return unsafe sqlite3_bind_text64(
                        handle, index, text, UInt64(bytes.count - 1), copies, UInt8(SQLITE_UTF8))
                } ?? SQLITE_MISUSE
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                unsafe buffer.isEmpty
                    ? sqlite3_bind_zeroblob(handle, index, 0)
                    : sqlite3_bind_blob64(
                        handle, index, buffer.baseAddress, UInt64(buffer.count), copies)
            }
        }
    }
}

extension Statement {
    /// A whole number of the row; 0 where there is none.
    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    /// True where the row has nothing there.
    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// The bytes of a text or of a BLOB of the row.
    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { span in [UInt8](span) } }

    /// A text of the row, as the bytes that were put there.
    func text(_ column: Int32) -> RawText { RawText(bytes(column)) }

    /// The bytes of a text or of a BLOB of the row, without a copy.
    func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return body(Span()) }
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        let bytes = unsafe UnsafeBufferPointer(
            start: start.assumingMemoryBound(to: UInt8.self), count: count)
        return unsafe body(bytes.span)
    }

    private var failure: StoreError {
        let connection = unsafe sqlite3_db_handle(handle)
        return unsafe StoreError(
            code: sqlite3_extended_errcode(connection), system: sqlite3_system_errno(connection),
            detail: String(cString: sqlite3_errmsg(connection)), path: path)
    }
}
