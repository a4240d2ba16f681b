/// Reads files one after another into a table and tells of every step.
public struct LogLoader: Sendable {
    /// The files, named in bytes.
    public let paths: [RawText]
    private let step: Int
    private let inputs: Inputs

    /// A loader of the given files; one that is to read them again is given the same `inputs`.
    public init(paths: [RawText], inputs: Inputs = Inputs()) {
        self.init(paths: paths, step: FileIndexer.defaultStep, inputs: inputs)
    }

    init(paths: [RawText], step: Int, inputs: Inputs = Inputs()) {
        self.paths = paths
        self.step = step
        self.inputs = inputs
    }

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
    public func run(_ publish: (Progress) -> Bool) {
        inputs.startOver()
        var table = EventTable(files: paths.map { FileReport(path: $0) })
        var routes = RouteTable()
        var goesOn = true
        var seen: Set<FileKey> = []
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
                var indexer = try FileIndexer(path: path, file: file, step: step, inputs: inputs)
                if seen.insert(FileKey(indexer.identity)).inserted {
                    while goesOn, !indexer.isFinished {
                        let piece = indexer.nextPiece(&routes)
                        table.append(piece)
                        table.update(routes: routes.routes)
                        table.update(indexer.report, at: file)
                        var progress = progress(table, file, isDone: false)
                        progress.isWaiting = indexer.isWaiting
                        goesOn = publish(progress)
                    }
                    if !goesOn { indexer.cancel() }
                } else {
                    var report = FileReport(path: path)
                    report.note = "is named twice; it was read once"
                    table.update(report, at: file)
                }
            } catch {
                table.update(FileReport(path: path, failure: error.message), at: file)
                goesOn = publish(progress(table, file, isDone: false))
            }
            file += 1
        }
        _ = publish(progress(table, table.files.count, isDone: true))
    }

    private struct FileKey: Hashable {
        let device: UInt64
        let inode: UInt64

        init(_ identity: ByteSource.Identity) {
            (device, inode) = (identity.device, identity.inode)
        }
    }

    /// Files count alike, but for the one being read, of which the share is known, or is not.
    private func progress(_ table: EventTable, _ file: Int, isDone: Bool) -> Progress {
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
