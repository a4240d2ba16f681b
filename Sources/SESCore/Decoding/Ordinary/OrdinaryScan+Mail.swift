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
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            let known = mailKey(key)
            guard keys.insert(known).inserted || known.isEmpty else { return false }
            switch known {
            case .headers:
                guard next() == UInt8(ascii: "["), skipContainer() else { return false }
            case .commonHeaders: guard commonHeaders() else { return false }
            case .messageID:
                guard let text = plainText() else { return false }
                messageID = text
            case .timestamp:
                guard let text = plainText() else { return false }
                record.time = Timestamp(iso: bytes, text)
            case .source:
                guard let text = plainText() else { return false }
                source = text
            case .truncated: guard truncated() else { return false }
            default: guard skipValue() else { return false }
            }
        }
        return keys.isSuperset(of: [.messageID, .timestamp, .commonHeaders])
    }

    private func mailKey(_ key: Range<Int>) -> MailKeys {
        switch key.count {
        case 6: stands("source", key) ? .source : []
        case 7: stands("headers", key) ? .headers : []
        case 9:
            stands("messageId", key) ? .messageID : stands("timestamp", key) ? .timestamp : []
        case 13: stands("commonHeaders", key) ? .commonHeaders : []
        case 16: stands("headersTruncated", key) ? .truncated : []
        default: []
        }
    }

    private mutating func truncated() -> Bool {
        _ = next()
        if position + 5 > bytes.count { hasRunOut = true }
        if stands("true", position..<min(bytes.count, position + 4)) {
            position += 4
            record.facts.marks.insert(.headersTruncated)
            return true
        }
        guard stands("false", position..<min(bytes.count, position + 5)) else { return false }
        position += 5
        return true
    }

    /// The `commonHeaders` object, which has to name an author and the subject.
    private mutating func commonHeaders() -> Bool {
        guard take("{") else { return false }
        var hasFrom = false
        var hasSubject = false
        var isFirst = true
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            if key.count == 4, stands("from", key) {
                guard !hasFrom, authors() else { return false }
                hasFrom = true
            } else if key.count == 7, stands("subject", key) {
                guard !hasSubject, let text = text() else { return false }
                record.subject = text
                hasSubject = true
            } else {
                guard skipValue() else { return false }
            }
        }
        return hasFrom && hasSubject
    }

    /// The `from` array, of which the first text counts.
    private mutating func authors() -> Bool {
        guard take("["), let first = text() else { return false }
        record.author = first
        while next() != UInt8(ascii: "]") {
            guard take(","), text() != nil else { return false }
        }
        position += 1
        return true
    }

    /// Fills in what can be told only when the whole record has been read.
    mutating func complete() {
        let second = record.time.isMissing ? nil : record.time.milliseconds / 1000
        record.mailKey = MailKey.hash(
            id: bytes.extracting(messageID), source: bytes.extracting(source ?? 0..<0),
            second: second)
    }
}
