/// Reads files one after another into a table and tells of every step.
public struct LogLoader: Sendable {
    /// The files, named in bytes.
    public let paths: [RawText]
    private let step: Int

    /// A loader of the given files.
    public init(paths: [RawText]) { self.init(paths: paths, step: FileIndexer.defaultStep) }

    init(paths: [RawText], step: Int) {
        self.paths = paths
        self.step = step
    }

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
        paths.indices.compactMap { file in
            do throws(SourceError) {
                _ = try FileIndexer(path: paths[file], file: file)
                return nil
            } catch {
                var report = FileReport(path: paths[file])
                report.failure = error.message
                return report
            }
        }
    }

    /// Reads all files; blocks until that is done.
    ///
    /// - Parameter publish: Takes each step; false stops loading, and what was read stays.
    public func run(_ publish: (Progress) -> Bool) {
        var table = EventTable(files: paths.map { FileReport(path: $0) })
        var routes = RouteTable()
        var goesOn = true
        var seen: Set<FileKey> = []
        for file in paths.indices where goesOn {
            do throws(SourceError) {
                var indexer = try FileIndexer(path: paths[file], file: file, step: step)
                guard seen.insert(FileKey(indexer.identity)).inserted else {
                    var report = FileReport(path: paths[file])
                    report.note = "is named twice; it was read once"
                    table.update(report, at: file)
                    continue
                }
                while goesOn, !indexer.isFinished {
                    let piece = indexer.nextPiece(&routes)
                    table.append(piece)
                    table.update(routes: routes.routes)
                    table.update(indexer.report, at: file)
                    goesOn = publish(progress(table, file, isDone: false))
                }
            } catch {
                var report = FileReport(path: paths[file])
                report.failure = error.message
                table.update(report, at: file)
                goesOn = publish(progress(table, file, isDone: false))
            }
        }
        _ = publish(progress(table, paths.count, isDone: true))
    }

    private struct FileKey: Hashable {
        let device: UInt64
        let inode: UInt64

        init(_ identity: ByteSource.Identity) {
            (device, inode) = (identity.device, identity.inode)
        }
    }

    /// Files count alike, but for the one being read, of which the share is known.
    private func progress(_ table: EventTable, _ file: Int, isDone: Bool) -> Progress {
        var done = Double(file)
        if file < table.files.count, table.files[file].size > 0 {
            done += Double(table.files[file].bytesRead) / Double(table.files[file].size)
        }
        return Progress(
            table: table, fraction: paths.isEmpty ? 1 : min(1, done / Double(paths.count)),
            isDone: isDone)
    }
}
