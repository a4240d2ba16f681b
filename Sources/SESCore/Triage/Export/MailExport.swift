/// Mails that are to be written to a file, with what a store says of them.
public struct MailExport: Sendable {
    private let table: EventTable
    private let rows: ExportedRows
    private let path: RawText
    private let format: ExportFormat
    private let replaces: Bool
    private let store: StoreLocation?
    private let author: Author

    /// What became of an export.
    public enum Outcome: Hashable, Sendable {
        /// The file is there, whole.
        case written(Counts)
        /// A file of that name was there before anything was written; it was left as it is.
        case exists
        /// Nothing was written.
        case failed(StoreError)
        /// It was given up, and nothing was written.
        case stopped
    }

    /// How many mails went where.
    public struct Counts: Hashable, Sendable {
        /// Mails that were asked for.
        public var mails = 0
        /// Mails that a list of addresses or ids has no line for: nothing to list, or not what can be
        /// seen.
        public var omitted = 0
        /// Mails that could not be read again.
        public var missed = 0

        /// No mail.
        public init() {}
    }

    /// An export of rows of a table.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - table: The table.
    ///   - path: The name of the new file.
    ///   - format: Its form.
    ///   - replaces: True where it may take the place of another file.
    ///   - store: Where decisions are kept; there need be none.
    ///   - author: Who reads the store.
    public init(
        _ rows: ExportedRows, of table: EventTable, to path: RawText, as format: ExportFormat,
        replaces: Bool, store: StoreLocation?, author: Author
    ) {
        self.rows = rows
        self.table = table
        self.path = path
        self.format = format
        self.replaces = replaces
        self.store = store
        self.author = author
    }
}

extension MailExport {
    /// Writes the file; blocks until that is done.
    ///
    /// - Parameters:
    ///   - isWanted: Asked before each mail; false gives up.
    ///   - progress: Told some four times a second how many mails are written.
    /// - Returns: What became of it.
    public func run(while isWanted: () -> Bool, progress: (Int) -> Void) -> Outcome {
        let file: NewFile
        do throws(StoreError) {
            file = try NewFile(path, replaces: replaces)
        } catch {
            return error.kind == .exists ? .exists : .failed(error)
        }
        do throws(StoreError) {
            return try write(to: file, while: isWanted, progress).map(Outcome.written) ?? .stopped
        } catch {
            return .failed(error)
        }
    }

    private func write(
        to file: consuming NewFile, while isWanted: () -> Bool, _ progress: (Int) -> Void
    ) throws(StoreError) -> Counts? {
        var writer = ExportWriter(format)
        var counts = Counts()
        var decisions: StoredDecisions?
        if let store, !store.isMissing {
            decisions = try StoredDecisions(store, as: author, while: isWanted)
            if decisions == nil { return nil }
        }
        guard try add(&counts, decisions, &writer, &file, while: isWanted, progress) else {
            return nil
        }
        try file.write(writer.takeAll())
        counts.omitted = writer.omitted
        try file.finish(replaces: replaces)
        return counts
    }

    /// Writes all mails; false where it was given up.
    private func add(
        _ counts: inout Counts, _ decisions: StoredDecisions?,
        _ writer: inout ExportWriter, _ file: inout NewFile, while isWanted: () -> Bool,
        _ progress: (Int) -> Void
    ) throws(StoreError) -> Bool {
        var reader = RecordReader()
        var pace = ContinuousClock.now + Self.pace
        for position in 0..<rows.count {
            guard isWanted() else { return false }
            if position % 64 == 0, ContinuousClock.now >= pace {
                pace = ContinuousClock.now + Self.pace
                progress(position)
            }
            let row = rows[position]
            counts.mails += 1
            guard let loaded = try? table.load(row, with: &reader, countsLine: false) else {
                counts.missed += 1
                continue
            }
            let decision = try decisions?.decision(about: loaded, row, of: table, with: &reader)
            writer.add(ExportRow(loaded, decision: decision))
            try file.write(writer.takeAll())
        }
        return true
    }

    private static let pace = Duration.milliseconds(250)
}

/// A store that is only read, and which mails it has decisions about.
private final class StoredDecisions {
    private let store: TriageStore
    private let index: DecisionIndex

    /// nil where it was given up.
    init?(
        _ location: StoreLocation, as author: Author, while isWanted: () -> Bool
    ) throws(StoreError) {
        store = try TriageStore(location, as: author, for: .readOnly)
        guard let index = try store.index(while: isWanted) else { return nil }
        self.index = index
    }

    func decision(
        about loaded: LoadedEvent, _ row: Int, of table: EventTable,
        with reader: inout RecordReader
    ) throws(StoreError) -> StoredDecision? {
        guard table.decisionMark(row, in: index, with: &reader) != .none else { return nil }
        return try store.current(of: TriageKey(loaded))
    }
}
