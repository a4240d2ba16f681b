internal import CSQLite
internal import Glibc

extension StoreError {
    /// The meaning of a result code of SQLite and of the error of the system behind it.
    init(code: Int32, system: Int32, detail: String, path: RawText) {
        // SQLite does not always keep the error of the system; then it is still the last one.
        let system = SystemError(code: system == 0 ? errno : system)
        let isCause = code & 0xFF == SQLITE_IOERR && Self.kind(system: system.code) != nil
        self.init(
            Self.kind(code: code, system: isCause ? system.code : 0), path: path,
            detail: isCause ? "\(detail): \(system.message)" : detail)
    }

    /// The meaning of an error of the system.
    init(_ error: SystemError, path: RawText) {
        self.init(Self.kind(system: error.code) ?? .cannotOpen, path: path, detail: error.message)
    }

    private static func kind(code: Int32, system: Int32) -> Kind {
        switch code & 0xFF {
        case SQLITE_FULL: .diskFull
        case SQLITE_IOERR: kind(system: system) == .diskFull ? .diskFull : .inputOutput
        case SQLITE_READONLY: code == readOnlyMoved ? .movedOrDeleted : .readOnly
        case SQLITE_PERM, SQLITE_AUTH: .readOnly
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_CORRUPT: .malformed
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
        default: .other
        }
    }

    /// `SQLITE_READONLY_DBMOVED`, a macro that Swift does not see.
    private static let readOnlyMoved = SQLITE_READONLY | 4 << 8

    private static func kind(system: Int32) -> Kind? {
        switch system {
        case ENOSPC, EDQUOT, EFBIG: .diskFull
        case EIO, ESTALE: .inputOutput
        case EROFS, EACCES, EPERM: .readOnly
        case EEXIST: .exists
        default: nil
        }
    }
}
