/// The file in which decisions are kept: SQLite, one file, append-only.
///
/// A decision that ``append(_:unlessChangedSince:)`` returned is on the disk: a crash of the program
/// or of the machine does not take it back, as far as the disk keeps its word. All calls block; they are for one thread,
/// which is not the one that draws. Several processes on one machine may use one file.
public struct TriageStore: ~Copyable {
    /// The file.
    public let path: RawText
    /// Why nothing can be saved here; nil where it can.
    public private(set) var obstacle: StoreError?
    /// True where several machines may reach the file: two of them at once are not safe.
    public let isOnNetwork: Bool
    let author: Author
    let connection: Connection
    let file: StoreFile
    /// The write-ahead log beside the file, as it was when it was opened.
    private let log: FileStatus.Key?
    /// The steps that this value saved, so that they are not taken for those of others.
    var ownSteps: Set<DecisionID> = []
    private var dataVersion: Int64
}

extension TriageStore {
    /// What a store is opened for.
    public enum Access: Hashable, Sendable {
        /// Decisions are saved; the file and its folder are made where they are missing.
        case readAndWrite
        /// Nothing is changed or made.
        case readOnly
    }

    /// Opens a store. One that cannot be written to is opened for reading, and ``obstacle`` tells why.
    ///
    /// - Throws: ``StoreError`` where it cannot be read either, is no store, or others could change it.
    public init(
        _ location: StoreLocation, as author: Author, for access: Access = .readAndWrite
    ) throws(StoreError) {
        let file = try StoreFile(at: location, makes: access == .readAndWrite)
        var obstacle: StoreError?
        if access == .readOnly {
            obstacle = StoreError(.readOnly, path: location.path, detail: "opened for reading")
        } else if !file.isWritable {
            obstacle = StoreError(.readOnly, path: location.path)
        }
        let connection = try StoreOpening.connect(to: file, location.path, writes: obstacle == nil)
        let form = try StoreOpening.form(of: connection)
        if form.version > Schema.version {
            let version = StoreError.Kind.newerVersion(Int(form.version))
            obstacle = StoreError(version, path: location.path)
        }
        if obstacle == nil { try StoreOpening.prepare(connection, file, form) }
        guard file.isInPlace(location.path) else {
            throw StoreError(.movedOrDeleted, path: location.path)
        }
        guard form.isOurs || obstacle == nil else {
            throw StoreError(.notADatabase, path: location.path, detail: "it is empty")
        }
        let dataVersion = try connection.number("PRAGMA data_version") ?? 0
        self.init(
            path: location.path, obstacle: obstacle, author: author, connection: connection,
            file: file, dataVersion: dataVersion)
    }

    private init(
        path: RawText, obstacle: StoreError?, author: Author, connection: consuming Connection,
        file: StoreFile, dataVersion: Int64
    ) {
        self.path = path
        self.obstacle = obstacle
        isOnNetwork = file.isOnNetwork
        self.author = author
        self.file = file
        self.dataVersion = dataVersion
        log = obstacle == nil ? try? FileStatus(path: path + "-wal").key : nil
        self.connection = connection
    }

    /// Saves nothing any more, for the reason that a check of the file found.
    public mutating func stopWriting(because reason: StoreError) { obstacle = obstacle ?? reason }

    /// True for a decision that this value saved.
    public func isOwn(_ decision: StoredDecision) -> Bool { ownSteps.contains(decision.step) }

    /// True where somebody else changed the store since this was asked last.
    public mutating func wasChangedByOthers() throws(StoreError) -> Bool {
        let version = try connection.number("PRAGMA data_version") ?? 0
        defer { dataVersion = version }
        return version != dataVersion
    }

    /// Looks whether what would be written now could be found again.
    ///
    /// - Throws: ``StoreError`` where the file or its log was moved or deleted.
    func checkPlace() throws(StoreError) {
        let isLogInPlace = log == nil || (try? FileStatus(path: path + "-wal").key) == log
        guard !connection.hasMoved, file.isInPlace(path), isLogInPlace else {
            throw StoreError(.movedOrDeleted, path: path)
        }
    }
}
