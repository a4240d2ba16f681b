extension OrdinaryScan {
    private struct MailKeys: OptionSet {
        let rawValue: UInt8

        static let headers = MailKeys(rawValue: 1 << 0)
        static let commonHeaders = MailKeys(rawValue: 1 << 1)
        static let messageID = MailKeys(rawValue: 1 << 2)
        static let timestamp = MailKeys(rawValue: 1 << 3)
        static let source = MailKeys(rawValue: 1 << 4)
        static let truncated = MailKeys(rawValue: 1 << 5)
    }

    /// The `mail` object; it has to name an id, a time and the common headers.
    mutating func mail() -> Bool {
        guard take("{") else { return false }
        var keys: MailKeys = []
        var isFirst = true
        if begins(#""timestamp":"#) {
            isFirst = false
            guard member(.timestamp, &keys), usualMail(&keys) else { return false }
        }
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            guard member(Self.mailKey(bytes, key), &keys) else { return false }
        }
        return keys.isSuperset(of: [.messageID, .timestamp, .commonHeaders])
            && (!lacksSubject || takeSubjectOfHeaders())
    }

    /// The members behind the time, as far as they come in the order of SES.
    private mutating func usualMail(_ keys: inout MailKeys) -> Bool {
        if goesOn(#","source":"#), !member(.source, &keys) { return false }
        if goesOn(#","messageId":"#), !member(.messageID, &keys) { return false }
        if goesOn(#","destination":"#), !member([], &keys) { return false }
        if goesOn(#","headersTruncated":"#), !member(.truncated, &keys) { return false }
        if goesOn(#","headers":"#), !member(.headers, &keys) { return false }
        return !goesOn(#","commonHeaders":"#) || member(.commonHeaders, &keys)
    }

    /// The value of a member; the empty set is any key that tells nothing.
    @inline(__always)
    private mutating func member(_ key: MailKeys, _ keys: inout MailKeys) -> Bool {
        guard keys.insert(key).inserted || key.isEmpty else { return false }
        switch key {
        case .headers:
            guard next() == UInt8(ascii: "[") else { return false }
            headers = position
            return skipContainer()
        case .commonHeaders: return commonHeaders()
        case .messageID:
            guard let text = plainText() else { return false }
            messageID = text
        case .timestamp:
            return time()
        case .source:
            guard let text = plainText() else { return false }
            source = text
        case .truncated: return truncated()
        default: return skipValue()
        }
        return true
    }

    private static func mailKey(_ bytes: Span<UInt8>, _ key: Range<Int>) -> MailKeys {
        switch key.count {
        case 6: bytes.stands("source", in: key) ? .source : []
        case 7: bytes.stands("headers", in: key) ? .headers : []
        case 9:
            bytes.stands("messageId", in: key)
                ? .messageID : bytes.stands("timestamp", in: key) ? .timestamp : []
        case 13: bytes.stands("commonHeaders", in: key) ? .commonHeaders : []
        case 16: bytes.stands("headersTruncated", in: key) ? .truncated : []
        default: []
        }
    }

    /// The time, which is of 24 bytes where SES spelled it.
    private mutating func time() -> Bool {
        let isText = next() == UInt8(ascii: "\"")
        let end = position + 25
        if isText, end < bytes.count, bytes[end] == UInt8(ascii: "\""),
            let time = Timestamp(spelledBySES: bytes, position + 1..<end)
        {
            record.time = time
            position = end + 1
            return true
        }
        guard let text = plainText() else { return false }
        record.time = Timestamp(iso: bytes, text)
        return true
    }

    private mutating func truncated() -> Bool {
        if next() == UInt8(ascii: "f"), follows("false") { return true }
        let start = position
        guard skipScalar(), let isTruncated = bytes.truth(start..<position) else { return false }
        if isTruncated { record.facts.marks.insert(.headersTruncated) }
        return true
    }

    /// The `commonHeaders` object, which has to name an author.
    private mutating func commonHeaders() -> Bool {
        guard take("{") else { return false }
        var hasFrom = false
        var hasSubject = false
        var isFirst = true
        if begins(#""returnPath":"#) {
            isFirst = false
            guard skipValue() else { return false }
            if goesOn(#","from":"#) {
                guard authors() else { return false }
                hasFrom = true
            }
            if goesOn(#","date":"#), !skipValue() { return false }
            if goesOn(#","to":"#), !skipValue() { return false }
            if goesOn(#","messageId":"#), !skipValue() { return false }
            if goesOn(#","subject":"#) {
                guard subject() else { return false }
                hasSubject = true
            }
        }
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            if key.count == 4, stands("from", key) {
                guard !hasFrom, authors() else { return false }
                hasFrom = true
            } else if key.count == 7, stands("subject", key) {
                guard !hasSubject, subject() else { return false }
                hasSubject = true
            } else {
                guard skipValue() else { return false }
            }
        }
        lacksSubject = !hasSubject
        return hasFrom && decodeTexts()
    }

    /// The `from` array, of which the first text counts.
    private mutating func authors() -> Bool {
        guard take("["), let first = text() else { return false }
        record.author = first
        while next() != UInt8(ascii: "]") {
            guard take(","), let other = text(), bytes.hasSoundEscapes(other) else { return false }
        }
        position += 1
        return true
    }

    private mutating func subject() -> Bool {
        guard let text = text() else { return false }
        record.subject = text
        return true
    }

    /// Copies author and subject if one of them has escapes; false where JSON does not have these.
    private mutating func decodeTexts() -> Bool {
        guard record.author.traits.union(record.subject.traits).contains(.escape) else {
            return true
        }
        let (author, subject) = (record.author.range, record.subject.range)
        var isValid = true
        var authorCount = 0
        let decoded = [UInt8](capacity: author.count + subject.count) { out in
            isValid = JSONText.decode(bytes, author, to: &out)
            authorCount = out.count
            isValid = JSONText.decode(bytes, subject, to: &out) && isValid
        }
        record.keep(decoded, authorCount: authorCount)
        return isValid
    }

    /// Fills in what can be told only when the whole record has been read.
    mutating func complete() {
        let second = record.time.isMissing ? nil : record.time.milliseconds / 1000
        record.mailKey = MailKey.hash(
            id: bytes.extracting(messageID), source: bytes.extracting(source ?? 0..<0),
            second: second)
    }
}

extension Span<UInt8> {
    fileprivate func truth(_ range: Range<Int>) -> Bool? {
        stands("true", in: range) ? true : stands("false", in: range) ? false : nil
    }

    /// False for escapes that JSON does not have.
    func hasSoundEscapes(_ text: OrdinaryRecord.Part) -> Bool {
        !text.traits.contains(.escape) || JSONText.decode(self, text.range).isValid
    }
}
