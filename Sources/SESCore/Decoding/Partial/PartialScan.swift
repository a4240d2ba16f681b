/// Reads the parts of a record that are wanted and steps over the others by vector code.
///
/// As ``OrdinaryScan``, of whose steps it is made, it declines whatever is unusual; what it accepts,
/// the whole decoding reads alike.
struct PartialScan: ~Copyable, ~Escapable {
    var scan: OrdinaryScan
    let wish: RecordWish
    var event = MailEvent()

    @_lifetime(copy bytes)
    private init(_ bytes: Span<UInt8>, _ wish: RecordWish) {
        scan = OrdinaryScan(bytes, at: 0)
        self.wish = wish
    }
}

extension PartialScan {
    /// The wanted parts of the event of a record; nil where the record is unusual.
    static func event(_ record: Span<UInt8>, _ wish: RecordWish) -> MailEvent? {
        var partial = PartialScan(record, wish)
        return partial.record() ? partial.event : nil
    }

    private mutating func record() -> Bool {
        guard scan.take("{") else { return false }
        var holdsSES = false
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return false }
            isFirst = false
            if scan.stands("ses", key) {
                guard !holdsSES, event.mail == nil, event.receipt == nil, pair() else {
                    return false
                }
                holdsSES = true
            } else if scan.stands("mail", key) || scan.stands("receipt", key) {
                guard !holdsSES, part(key) else { return false }
            } else {
                guard scan.skipValue() else { return false }
            }
        }
        return true
    }

    private mutating func pair() -> Bool {
        guard scan.take("{") else { return false }
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return false }
            isFirst = false
            if scan.stands("mail", key) || scan.stands("receipt", key) {
                guard part(key) else { return false }
            } else {
                guard scan.skipValue() else { return false }
            }
        }
        return true
    }

    private mutating func part(_ key: Range<Int>) -> Bool {
        if key.count == 4 { return event.mail == nil && mail() }
        return event.receipt == nil && receipt()
    }
}

extension PartialScan {
    /// A text; nil for anything else, and for escapes that JSON does not have.
    mutating func text() -> RawText? {
        guard let part = scan.text() else { return nil }
        guard part.traits.contains(.escape) else { return RawText(scan.bytes.copy(part.range)) }
        let (text, isValid) = JSONText.decode(scan.bytes, part.range)
        return isValid ? text : nil
    }

    /// An array of texts, or one text alone.
    mutating func texts() -> [RawText]? {
        guard scan.next() == UInt8(ascii: "[") else { return text().map { [$0] } }
        scan.position += 1
        var texts: [RawText] = []
        while scan.next() != UInt8(ascii: "]") {
            guard texts.isEmpty || scan.take(","), let text = text() else { return nil }
            texts.append(text)
        }
        scan.position += 1
        return texts
    }

    /// The place of a text, and whether it holds escapes; nil for anything else, and for controls.
    mutating func place() -> (range: Range<Int>, isEscaped: Bool)? {
        guard scan.take("\"") else { return nil }
        let start = scan.position
        if let length = ByteScan.shortText(scan.bytes, from: start) {
            scan.position += length + 1
            return (start..<start + length, false)
        }
        guard let traits = scan.skipText(), !traits.contains(.control) else { return nil }
        return (start..<scan.position - 1, traits.contains(.escape))
    }
}
