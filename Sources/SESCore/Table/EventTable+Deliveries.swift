extension EventTable {
    /// Reads a mail again, and what its other deliveries say.
    ///
    /// - Parameters:
    ///   - row: The row of the table.
    ///   - deliveries: Which rows of the table tell of the same mail.
    ///   - most: How many deliveries are read at most.
    ///   - reader: Has the file open that was read last.
    /// - Returns: The mail, its deliveries with it.
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one. Another
    ///   delivery that cannot be read says so itself.
    public func load(
        _ row: Int, among deliveries: Deliveries, atMost most: Int, with reader: inout RecordReader
    ) throws(SourceError) -> LoadedEvent {
        var loaded = try load(row, with: &reader)
        if deliveries.isDiffering(row) { loaded.event.marks.insert(.differing) }
        loaded.deliveryCount = deliveries.mailCount(of: row)
        guard loaded.deliveryCount > 1 else { return loaded }
        for other in deliveries.mailRows(of: row, atMost: most) {
            loaded.deliveries.append(delivery(other, of: row, with: &reader))
        }
        return loaded
    }

    /// What the event of a row says of its delivery; `shown` is the row it is listed with.
    public func delivery(
        _ row: Int, of shown: Int, with reader: inout RecordReader, countsLine: Bool = true
    ) -> Delivery {
        let place = place(of: row)
        let report = files[place.file]
        var delivery = Delivery(file: report.path, offset: place.offset)
        delivery.facts = facts(row)
        delivery.isShown = row == shown
        do throws(SourceError) {
            let record = try record(of: row, with: &reader).record
            let event = EventDecoder.event(record.span)
            delivery.action = event.receipt?.action?.type
            delivery.recipients = event.receipt?.recipients ?? []
            delivery.time = event.receipt?.timestamp ?? event.mail?.timestamp
            if countsLine { delivery.line = reader.line(of: place.offset, in: report) }
        } catch {
            delivery.failure = error.message
        }
        return delivery
    }

    /// What identifies the mail of a row; nil where the row cannot be read again.
    func identity(of row: Int, with reader: inout RecordReader) -> MailIdentity? {
        guard let record = try? record(of: row, with: &reader).record else { return nil }
        return MailIdentity(EventDecoder.event(record.span, extent: .index), record: record)
    }
}
