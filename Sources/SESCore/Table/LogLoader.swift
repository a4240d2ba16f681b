/// Reads files one after another into a table and tells of every step.
public struct LogLoader: Sendable {
    /// The files, named in bytes.
    public let paths: [RawText]
    private let settings: LoadSettings
    private let inputs: Inputs

    /// A loader of the given files, with two threads; one that is to read them again is given the same
    /// `inputs`.
    public init(
        paths: [RawText], inputs: Inputs = Inputs(), threads: ThreadStarter = .plain
    ) {
        self.init(paths: paths, settings: LoadSettings(threads: threads), inputs: inputs)
    }

    init(paths: [RawText], settings: LoadSettings, inputs: Inputs = Inputs()) {
        self.paths = paths
        self.settings = settings
        self.inputs = inputs
    }
}

/// How files are read; what comes out is the same whatever it says.
struct LoadSettings: Sendable {
    /// How many bytes are asked of the system at a time.
    var step = PieceScan.defaultStep
    /// Up to where one thread reads before the first list is shown, and before the next ones.
    var firstGoals = [64 << 10, 320 << 10, 1344 << 10]
    /// How many bytes are handed to a thread at a time.
    var pieceSize = 4 << 20
    /// How many threads read, the calling one among them.
    var workers = 2
    var threads = ThreadStarter.plain
}

extension LogLoader {
    /// How far loading has come.
    public struct Progress: Sendable {
        /// What was read so far.
        public var table: EventTable
        /// The share of the input that is read, 0 to 1; nil where the size is unknown.
        public var fraction: Double?
        /// True where more has to come before reading goes on, as from a pipe.
        public var isWaiting = false
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
            inputs.refusal(of: path).map { FileReport(path: path, failure: $0) }
        }
    }

    /// Reads all files; blocks until that is done.
    ///
    /// - Parameter publish: Takes each step; false stops loading, and what was read stays.
    public func run(_ publish: @escaping (Progress) -> Bool) {
        inputs.startOver()
        var table = EventTable(files: paths.map { FileReport(path: $0) })
        var goesOn = true
        var seen: Set<FileKey> = []
        var pace = SnapshotPace()
        var file = 0
        while goesOn, file < table.files.count {
            let path = table.files[file].path
            if table.files[file].failure != nil {
                file += 1
                continue
            }
            if let found = InputPaths.files(under: path) {
                table.replaceFile(at: file, with: FileReport.reports(found, under: path))
                if found.isEmpty { file += 1 }
                continue
            }
            do throws(SourceError) {
                let source = try inputs.open(path)
                if seen.insert(FileKey(source.identity)).inserted {
                    let place = file
                    var loading = FileLoading(source, path: path, file: place, settings: settings) {
                        table.append($0.findings.rows, routes: $0.findings.routes)
                        table.update($0.report, at: place)
                        guard $0.isWaiting || pace.isDue(table, reading: place) else { return true }
                        var progress = Self.progress(table, place, isDone: false)
                        progress.isWaiting = $0.isWaiting
                        return publish(progress)
                    }
                    goesOn = loading.run()
                } else {
                    var report = FileReport(path: path)
                    report.note = "is named twice; it was read once"
                    table.update(report, at: file)
                }
            } catch {
                table.update(FileReport(path: path, failure: error.message), at: file)
                if pace.isDue(table, reading: file) {
                    goesOn = publish(Self.progress(table, file, isDone: false))
                }
            }
            file += 1
        }
        _ = publish(Self.progress(table, table.files.count, isDone: true))
    }

    private struct FileKey: Hashable {
        let device: UInt64
        let inode: UInt64

        init(_ identity: ByteSource.Identity) {
            (device, inode) = (identity.device, identity.inode)
        }
    }

    /// Files count alike, but for the one being read, of which the share is known, or is not.
    private static func progress(_ table: EventTable, _ file: Int, isDone: Bool) -> Progress {
        var fraction: Double?
        let files = table.files.count
        if file >= files {
            fraction = 1
        } else if table.files[file].size > 0 {
            let report = table.files[file]
            let share = Double(report.bytesRead) / Double(report.size)
            fraction = min(1, (Double(file) + share) / Double(files))
        } else if files > 1 {
            fraction = Double(file) / Double(files)
        }
        return Progress(table: table, fraction: fraction, isDone: isDone)
    }
}
