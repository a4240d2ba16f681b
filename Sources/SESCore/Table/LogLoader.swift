/// Reads files one after another into a table and tells of every step.
public struct LogLoader: Sendable {
    /// The files, named in bytes.
    public let paths: [RawText]
    private let settings: LoadSettings

    /// A loader of the given files, with two threads.
    public init(paths: [RawText], threads: ThreadStarter = .plain) {
        self.init(paths: paths, settings: LoadSettings(threads: threads))
    }

    init(paths: [RawText], settings: LoadSettings) {
        self.paths = paths
        self.settings = settings
    }
}

/// How files are read; what comes out is the same whatever it says.
struct LoadSettings: Sendable {
    /// How many bytes are asked of the system at a time.
    var step = PieceScan.defaultStep
    /// Up to where one thread reads before the first list is shown, and before the next ones.
    var firstGoals = [64 << 10, 320 << 10, 1344 << 10]
    /// How many bytes are handed to a thread at a time.
    var pieceSize = 8 << 20
    /// How many threads read, the calling one among them.
    var workers = 2
    var threads = ThreadStarter.plain
}

extension LogLoader {
    /// How far loading has come.
    public struct Progress: Sendable {
        /// What was read so far.
        public var table: EventTable
        /// The share of the input that is read, 0 to 1.
        public var fraction: Double
        /// True where nothing is left to be read.
        public var isDone: Bool
    }

    /// Reads all files and returns the whole table.
    public func load() -> EventTable {
        var table = EventTable()
        run { progress in
            table = progress.table
            return true
        }
        return table
    }

    /// Reports on the files that cannot even be opened, without reading any.
    public func refusals() -> [FileReport] {
        paths.compactMap { path in
            do throws(SourceError) {
                _ = try Self.open(path)
                return nil
            } catch {
                return Self.failed(path, error)
            }
        }
    }

    private static func open(_ path: RawText) throws(SourceError) -> ByteSource {
        let source = try ByteSource(path: path)
        let head = source.identity.head
        if let refusal = FileSignature.refusal(of: head.span) {
            throw SourceError(message: refusal)
        }
        return source
    }

    private static func failed(_ path: RawText, _ error: SourceError) -> FileReport {
        var report = FileReport(path: path)
        report.failure = error.message
        return report
    }

    /// Reads all files; blocks until that is done.
    ///
    /// - Parameter publish: Takes each step; false stops loading, and what was read stays.
    public func run(_ publish: @escaping (Progress) -> Bool) {
        let paths = paths
        var table = EventTable(files: paths.map { FileReport(path: $0) })
        var goesOn = true
        var seen: Set<FileKey> = []
        for file in paths.indices where goesOn {
            do throws(SourceError) {
                let source = try Self.open(paths[file])
                guard seen.insert(FileKey(source.identity)).inserted else {
                    var report = FileReport(path: paths[file])
                    report.note = "is named twice; it was read once"
                    table.update(report, at: file)
                    continue
                }
                var loading = FileLoading(
                    source, path: paths[file], file: file, settings: settings
                ) { findings, report in
                    table.append(findings.rows, routes: findings.routes)
                    table.update(report, at: file)
                    return publish(Self.progress(table, file, isDone: false))
                }
                goesOn = loading.run()
            } catch {
                table.update(Self.failed(paths[file], error), at: file)
                goesOn = publish(Self.progress(table, file, isDone: false))
            }
        }
        _ = publish(Self.progress(table, paths.count, isDone: true))
    }

    private struct FileKey: Hashable {
        let device: UInt64
        let inode: UInt64

        init(_ identity: ByteSource.Identity) {
            (device, inode) = (identity.device, identity.inode)
        }
    }

    /// Files count alike, but for the one being read, of which the share is known.
    private static func progress(_ table: EventTable, _ file: Int, isDone: Bool) -> Progress {
        var done = Double(file)
        let count = table.files.count
        if file < count, table.files[file].size > 0 {
            done += Double(table.files[file].bytesRead) / Double(table.files[file].size)
        }
        return Progress(
            table: table, fraction: count == 0 ? 1 : min(1, done / Double(count)), isDone: isDone)
    }
}
