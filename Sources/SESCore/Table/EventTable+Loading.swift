extension EventTable {
    /// Reads a mail again and decodes it whole.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func load(_ row: Int) throws(SourceError) -> LoadedEvent {
        let place = place(of: row)
        let carrier = try bytes(file: place.file, offset: place.offset, length: place.length)
        let route = routes[Int(place.route)]
        guard let record = route.record(in: carrier) else {
            throw SourceError(message: "no longer in file: another text stands at its place")
        }
        let report = files[place.file]
        let source = try ByteSource(path: report.path)
        var event = EventDecoder.event(record.span)
        event.marks.formUnion(facts(row).marks)
        return LoadedEvent(
            event: event,
            provenance: Provenance(
                file: report.path, offset: place.offset, length: place.length,
                line: report.lines.line(of: place.offset, in: source), envelopes: route.envelopes),
            carrier: RawText(carrier), record: RawText(record))
    }

    /// Reads bytes of a file again.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func bytes(file: Int, offset: Int, length: Int) throws(SourceError) -> [UInt8] {
        let report = files[file]
        let source = try ByteSource(path: report.path)
        guard let identity = report.identity, identity.isSame(as: source.identity) else {
            throw SourceError(message: "no longer in file: the file is another one now")
        }
        var bytes: [UInt8] = []
        try source.append(to: &bytes, from: offset, count: length)
        guard bytes.count == length else {
            throw SourceError(message: "no longer in file: the file was cut")
        }
        return bytes
    }
}
