extension EventTable {
    /// Looks for the mail of a row: in the event, in the log where that is the mail, in a file beside
    /// the log, and then in the other deliveries of the same mail.
    ///
    /// Files are opened anew, so that this can be done on any thread.
    public func content(of row: Int, among deliveries: Deliveries) -> ContentAnswer {
        var reader = RecordReader()
        let (found, reasons) = content(of: row, with: &reader)
        if let found { return .found(found) }
        let others = deliveries.mailRows(of: row, atMost: Self.mostDeliveries)
        for other in others where other != row {
            guard var found = content(of: other, with: &reader).found else { continue }
            if case .event(let isBase64, _) = found.origin {
                found.origin = .event(isBase64: isBase64, isOtherDelivery: true)
            }
            return .found(found)
        }
        return .missing(reasons)
    }

    /// In how many deliveries of a mail its content is looked for.
    private static let mostDeliveries = 20

    private func content(
        of row: Int, with reader: inout RecordReader
    ) -> (found: MailContent?, reasons: [RawText]) {
        do throws(SourceError) {
            let place = place(of: row)
            if route(place.route).steps.contains(.mail) {
                return (try rawMail(files[place.file], from: place.offset), [])
            }
            let loaded = try load(row, with: &reader, countsLine: false)
            if let found = loaded.eventContent { return (found, []) }
            let objects = StoredObject(loaded)
            switch objects.find() {
            case .found(let found): return (found, [])
            case .missing(let tried):
                return (nil, MissingContent(loaded, objects, tried: tried).sentences)
            }
        } catch {
            return (nil, [RawText("the event cannot be read again: \(error.message)")])
        }
    }

    /// The mail that a file is, from its headers on.
    private func rawMail(
        _ report: FileReport, from position: Int
    ) throws(SourceError) -> MailContent {
        let source = try report.source()
        var bytes: [UInt8] = []
        try source.append(to: &bytes, from: position, count: MailBody.mostBytes)
        return MailContent(bytes, .file, size: source.size.map { $0 - position })
    }
}

extension LoadedEvent {
    /// The mail that stands in the event; nil where there is none.
    ///
    /// SES writes it as it is or in base64 and names the encoding in the action, not always; where it
    /// does not, or its word is wrong, the text tells.
    var eventContent: MailContent? {
        let bytes = record.bytes.span
        guard event.contentLength != nil, let text = Members(bytes, at: 0).text(.content, bytes),
            !text.isEmpty
        else { return nil }
        let isNamedPlain = event.receipt?.action?["encoding"]?.equalsIgnoringCase("UTF8") == true
        let isBase64 = !isNamedPlain && text.looksLikeBase64
        var isDamaged = event.marks.contains(.truncated)
        var mail = text.bytes
        if isBase64 {
            let decoded = Base64Body.decode(mail.span, limit: MailBody.mostBytes)
            isDamaged = isDamaged || decoded.isDamaged
            mail = decoded.bytes
        }
        var content = MailContent(
            mail, .event(isBase64: isBase64, isOtherDelivery: false))
        if isDamaged { content.remarks.append(.damaged) }
        return content
    }
}

extension RawText {
    /// True where the start of the text is nothing but digits of base64: a mail has a colon in it.
    fileprivate var looksLikeBase64: Bool {
        bytes.prefix(4096).allSatisfy {
            Base64.value(of: $0) != nil || $0.isBlank || $0 == UInt8(ascii: "=")
        }
    }
}
