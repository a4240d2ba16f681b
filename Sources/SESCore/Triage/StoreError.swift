/// Why decisions or an export could not be read or written: what is the matter, where, and what to do.
public struct StoreError: Error, Hashable, Sendable {
    /// What is the matter.
    public let kind: Kind
    /// The file that it is about, in bytes.
    public let path: RawText
    /// What the system or SQLite says of it; empty where that adds nothing.
    public let detail: String

    /// What can be the matter.
    public enum Kind: Hashable, Sendable {
        /// The disk, or what the person may use of it, is full.
        case diskFull
        /// The disk or the network failed while reading or writing.
        case inputOutput
        /// Nothing can be written there.
        case readOnly
        /// There is no such file, or it cannot be opened.
        case cannotOpen
        /// The file holds something else than a database.
        case notADatabase
        /// The database is damaged.
        case malformed
        /// Somebody else was writing for longer than this program waits.
        case busy
        /// A later version of the program made the store; the number is that of its form.
        case newerVersion(Int)
        /// The database belongs to another program.
        case foreign
        /// The file or its folder belongs to somebody else, or others may write to it.
        case notPrivate
        /// The name leads to another file by now, or to none.
        case movedOrDeleted
        /// A file of that name is there already.
        case exists
        /// Anything else.
        case other
    }

    /// An error of the given parts.
    public init(_ kind: Kind, path: RawText, detail: String = "") {
        self.kind = kind
        self.path = path
        self.detail = detail
    }
}

extension StoreError {
    /// What is the matter, in a few words.
    public var what: String {
        switch kind {
        case .diskFull: "the disk is full"
        case .inputOutput: "the disk failed"
        case .readOnly: "it cannot be written to"
        case .cannotOpen: "it cannot be opened"
        case .notADatabase: "it is no database"
        case .malformed: "it is damaged"
        case .busy: "somebody else is writing to it"
        case .newerVersion(let version): "a newer ses-browser made it (form \(version))"
        case .foreign: "it is the database of another program"
        case .notPrivate: "others could change it"
        case .movedOrDeleted: "it was moved or deleted"
        case .exists: "a file of that name is there already"
        case .other: "it could not be used"
        }
    }

    /// What a person can do about it.
    public var advice: String {
        switch kind {
        case .diskFull: "make room on that disk"
        case .inputOutput: "look at the disk and the system log; name another file with --store"
        case .readOnly, .cannotOpen: "name a file that you may write to, with --store"
        case .notADatabase, .foreign: "name another file with --store"
        case .malformed:
            "keep it as it is, try 'ses-browser store backup', and name another file with --store"
        case .busy: "try again"
        case .newerVersion: "update ses-browser; until then it is only read"
        case .notPrivate: "make it yours alone (chmod 600), or name another file with --store"
        case .movedOrDeleted: "put it back or start ses-browser again"
        case .exists: "choose another name"
        case .other: "name another file with --store"
        }
    }

    /// Everything in one line; the name of the file is as it came from outside.
    public var message: RawText {
        let detail = detail.isEmpty ? "" : " (\(detail))"
        return RawText(path.bytes + Array(": \(what)\(detail); \(advice)".utf8))
    }
}
