/// Makes a ``MailEvent`` of the JSON of a record, leaving out nothing and requiring nothing.
///
/// Of a repeated key the last one counts, as in most readers, and the event is marked: two readers
/// that disagree are how verdicts are smuggled past one of them.
struct EventDecoder {
    /// What is wanted: all of the event, or no more than the list and the filter need.
    enum Extent { case whole, index }

    var event = MailEvent()
    var fields = FieldReader()
    let extent: Extent

    /// Where the headers stand, so that the index can fall back on them.
    var headers: Range<Int>?

    private init(_ extent: Extent) { self.extent = extent }
}

extension EventDecoder {
    /// The event of a record.
    static func event(_ record: Span<UInt8>, extent: Extent = .whole) -> MailEvent {
        var decoder = EventDecoder(extent)
        var walker = JSONWalker(record)
        if walker.kind == .object {
            decoder.readRecord(&walker)
        } else {
            decoder.fields.marks.insert(.malformed)
        }
        if walker.failure != nil { decoder.fields.marks.insert(.malformed) }
        decoder.finish(record)
        return decoder.event
    }

    private mutating func readRecord(_ walker: inout JSONWalker) {
        var seen = SeenKeys()
        // Beside an object `ses` nothing else is the mail, whatever stands first.
        var holdsSES = false
        walker.enter()
        while let key = walker.nextKey() {
            let bytes = walker.bytes
            if bytes.key(key, is: "mail") {
                note(seen.meetsAgain(0))
                if holdsSES { walker.skipValue() } else { readMail(&walker) }
            } else if bytes.key(key, is: "receipt") {
                note(seen.meetsAgain(1))
                if holdsSES { walker.skipValue() } else { readReceipt(&walker) }
            } else if bytes.key(key, is: "ses"), walker.kind == .object {
                note(seen.meetsAgain(2))
                holdsSES = true
                (event.mail, event.receipt) = (nil, nil)
                readRecordInside(&walker)
            } else if bytes.key(key, is: "content"), walker.kind == .string {
                event.contentLength = walker.skipValue().map { $0.count - 2 }
            } else if bytes.key(key, is: "notificationType") {
                event.notificationType = fields.text(&walker)
            } else if bytes.key(key, is: "eventSource") || bytes.key(key, is: "EventSource") {
                event.eventSource = fields.text(&walker)
            } else if bytes.key(key, is: "eventVersion") || bytes.key(key, is: "EventVersion") {
                event.eventVersion = fields.text(&walker)
            } else {
                keepExtra(&walker, key, under: "")
            }
        }
    }

    /// The `ses` object of a Lambda record, which holds `mail` and `receipt`.
    private mutating func readRecordInside(_ walker: inout JSONWalker) {
        var seen = SeenKeys()
        walker.enter()
        while let key = walker.nextKey() {
            if walker.bytes.key(key, is: "mail") {
                note(seen.meetsAgain(0))
                readMail(&walker)
            } else if walker.bytes.key(key, is: "receipt") {
                note(seen.meetsAgain(1))
                readReceipt(&walker)
            } else {
                keepExtra(&walker, key, under: "ses.")
            }
        }
    }

    /// Keeps a member that no field is for; its source is there to be read.
    mutating func keepExtra(_ walker: inout JSONWalker, _ key: JSONKey, under path: StaticString) {
        guard extent == .whole else {
            walker.skipValue()
            return
        }
        let name = JSONText.decode(walker.bytes, key.range).text
        guard let range = walker.skipValue() else { return }
        event.extras.append(
            ExtraField(
                path: RawText("\(path)".utf8 + name.bytes),
                source: RawText(walker.bytes.copy(range))))
    }

    mutating func note(_ isRepeated: Bool) {
        if isRepeated { fields.marks.insert(.repeatedKey) }
    }

    private mutating func finish(_ record: Span<UInt8>) {
        if event.receipt == nil { fields.marks.insert(.noReceipt) }
        if event.mail?.headersTruncated == true { fields.marks.insert(.headersTruncated) }
        let common = event.mail?.commonHeaders
        if extent == .index, common?.subject == nil || common?.from.isEmpty == true, let headers {
            var walker = JSONWalker(record, at: headers.lowerBound)
            let all = readHeaders(&walker)
            event.mail?.headers = all
        }
        event.marks = fields.marks
    }
}
