extension FileReport {
    /// A report on a file that cannot be read.
    init(path: RawText, failure: String?) {
        self.init(path: path)
        self.failure = failure
    }

    /// Reports on what was found under a directory; on the directory itself where that is nothing.
    static func reports(_ found: [InputPath], under directory: RawText) -> [FileReport] {
        guard found.isEmpty else {
            return found.map { FileReport(path: $0.path, failure: $0.failure) }
        }
        var report = FileReport(path: directory)
        report.note = "is a directory without files"
        return [report]
    }
}

extension FileReport {
    /// Takes over what is known of a source that was read to its end.
    mutating func finish(_ source: ByteSource) {
        size = source.size ?? size
        if failure == nil, bytesRead < size {
            failure = "the file was cut at byte \(bytesRead) while it was read"
        }
        failure = failure ?? source.problem
        let notes = source.notes.map {
            BrokenRegion(offset: $0.offset, length: 0, line: nil, reason: $0.reason)
        }
        if !notes.isEmpty {
            brokenRegions = (brokenRegions + notes).sorted { $0.offset < $1.offset }
        }
        if failure == nil, events == 0, let head = try? source.head,
            TextGuess.isNoise(head.span)
        {
            failure = TextGuess.noise
            otherDocuments = [:]
            brokenRegions = [
                BrokenRegion(
                    offset: 0, length: bytesRead, line: nil, reason: "bytes that are no text")
            ]
        }
        let numbers = lines.lines(of: brokenRegions.map(\.offset), in: source)
        for (index, line) in numbers.enumerated() { brokenRegions[index].line = line }
    }

    /// The bytes of the input again: of its spool, or of the file, opened anew.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    func source() throws(SourceError) -> ByteSource {
        let known = identity ?? ByteSource.Identity(device: 0, inode: 0, size: 0)
        if let spool { return ByteSource(spool, identity: known) }
        let opened = try ByteSource(path: path)
        guard known.isSame(as: opened.identity) else {
            throw SourceError(message: "no longer in file: the file is another one now")
        }
        return opened
    }
}
