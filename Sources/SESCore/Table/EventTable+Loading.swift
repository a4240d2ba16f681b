extension EventTable {
    /// Reads a mail again and decodes it whole.
    ///
    /// The line is told only where `countsLine` is true and the file has been read to its end: it
    /// costs reading up to 1 MiB more.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func load(
        _ row: Int, with reader: inout RecordReader, countsLine: Bool = true
    ) throws(SourceError) -> LoadedEvent {
        let (carrier, record) = try record(of: row, with: &reader)
        let place = place(of: row)
        let report = files[place.file]
        var event = EventDecoder.event(record.span)
        event.marks.formUnion(facts(row).marks)
        let shown = self[row]
        if shown.isHostile { event.marks.insert(.hostileText) }
        let line = countsLine ? reader.line(of: place.offset, in: report) : nil
        return LoadedEvent(
            event: event,
            provenance: Provenance(
                file: report.path, offset: place.offset, length: place.length, line: line,
                envelopes: route(place.route).envelopes),
            carrier: RawText(carrier), record: RawText(record))
    }

    /// Reads the carrier of a row again and finds the record in it.
    func record(
        of row: Int, with reader: inout RecordReader
    ) throws(SourceError) -> (carrier: [UInt8], record: [UInt8]) {
        let place = place(of: row)
        let carrier = try reader.bytes(
            of: files[place.file], from: place.offset, count: place.length)
        guard let record = route(place.route).record(in: carrier) else {
            throw SourceError(message: "no longer in file: another text stands at its place")
        }
        return (carrier, record)
    }

    /// Reads a stretch of a file again.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func bytes(
        _ range: Range<Int>, ofFile file: Int, with reader: inout RecordReader
    ) throws(SourceError) -> [UInt8] {
        try reader.bytes(of: files[file], from: range.lowerBound, count: range.count)
    }
}

/// Reads parts of files again, one file open at a time.
public struct RecordReader: ~Copyable {
    private var source: ByteSource?
    private var path: RawText?
    private var identity: ByteSource.Identity?

    /// A reader that has no file open yet.
    public init() {}
}

extension RecordReader {
    mutating func bytes(
        of report: FileReport, from position: Int, count: Int
    ) throws(SourceError) -> [UInt8] {
        try open(report)
        var bytes: [UInt8] = []
        try source?.append(to: &bytes, from: position, count: count)
        guard bytes.count == count else {
            throw SourceError(message: "no longer in file: the file was cut")
        }
        return bytes
    }

    /// Reads bytes of a file into the start of a buffer, which grows where it is too small.
    ///
    /// - Returns: How many came; fewer where the file was cut.
    mutating func read(
        into buffer: inout [UInt8], of report: FileReport, from position: Int, count: Int
    ) throws(SourceError) -> Int {
        try open(report)
        if buffer.count < count {
            buffer.append(contentsOf: repeatElement(0, count: count - buffer.count))
        }
        return try source?.read(into: &buffer, at: 0, from: position, count: count) ?? 0
    }

    private mutating func open(_ report: FileReport) throws(SourceError) {
        guard
            source == nil || path != report.path || identity != report.identity
                || source?.spool != report.spool
        else { return }
        source = nil
        source = try report.source()
        path = report.path
        identity = report.identity
    }

    func line(of position: Int, in report: FileReport) -> Int? {
        source.flatMap { report.lines.line(of: position, in: $0) }
    }
}
