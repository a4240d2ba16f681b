extension OrdinaryScan {
    /// What came of a document.
    enum Outcome {
        /// The document ends before the position and holds the one record.
        case accepted
        /// It is for the decoders that read everything.
        case declined
        /// The bytes end before the document does.
        case ranOut
    }

    /// Reads the document whose opening brace stands at the position.
    mutating func read() -> Outcome {
        let start = position
        guard document(mayWrap: true) else { return hasRunOut ? .ranOut : .declined }
        return position - start <= Self.longest ? .accepted : .declined
    }

    private struct Keys: OptionSet {
        let rawValue: UInt16

        static let ses = Keys(rawValue: 1 << 0)
        static let eventSource = Keys(rawValue: 1 << 1)
        static let eventVersion = Keys(rawValue: 1 << 2)
        static let mail = Keys(rawValue: 1 << 3)
        static let receipt = Keys(rawValue: 1 << 4)
        static let notificationType = Keys(rawValue: 1 << 5)
        static let content = Keys(rawValue: 1 << 6)
        static let type = Keys(rawValue: 1 << 7)
        static let topicARN = Keys(rawValue: 1 << 8)
        static let message = Keys(rawValue: 1 << 9)
    }

    /// Reads the members of a document; where `mayWrap` is true it may be an envelope, of which none
    /// stands in another here.
    private mutating func document(mayWrap: Bool) -> Bool {
        let whole = position
        if mayWrap, let record = opensAsUsual() { return usualRecord(at: record) }
        position += 1
        var keys: Keys = []
        var isFirst = true
        var message = 0..<0
        while !closes() {
            guard let key = key(isFirst: isFirst), let known = Self.known(bytes, key) else {
                return false
            }
            guard keys.insert(known).inserted || known.isEmpty else { return false }
            isFirst = false
            switch known {
            case .mail: guard mail() else { return false }
            case .receipt: guard receipt() else { return false }
            case .ses: guard pair() else { return false }
            case .content: guard next() == UInt8(ascii: "\""), skipValue() else { return false }
            case .eventVersion: guard isText() else { return false }
            case .eventSource: guard isText(saying: "aws:ses") else { return false }
            case .notificationType: guard isText(saying: "Received") else { return false }
            case .type: guard isText(saying: "Notification") else { return false }
            case .topicARN: guard isText() else { return false }
            case .message:
                guard mayWrap, next() == UInt8(ascii: "\"") else { return false }
                message = position..<position
                guard skipValue() else { return false }
                message = message.lowerBound..<position
            default:
                // The one key that is none of a record's own.
                if stands("Records", key) { return mayWrap && keys.isEmpty && records() }
                guard skipValue() else { return false }
            }
        }
        return finish(keys, whole..<position, message)
    }

    /// The key as a member of a set; the empty set for a key of an SNS message that tells nothing, and nil
    /// for one that is not ordinary.
    private static func known(_ bytes: Span<UInt8>, _ key: Range<Int>) -> Keys? {
        switch key.count {
        case 3: bytes.stands("ses", in: key) ? .ses : nil
        case 4: bytes.stands("mail", in: key) ? .mail : bytes.stands("Type", in: key) ? .type : nil
        case 7:
            if bytes.stands("receipt", in: key) {
                .receipt
            } else if bytes.stands("content", in: key) {
                .content
            } else if bytes.stands("Message", in: key) {
                .message
            } else {
                bytes.stands("Records", in: key) || bytes.stands("Subject", in: key) ? [] : nil
            }
        case 8: bytes.stands("TopicArn", in: key) ? .topicARN : nil
        case 9:
            bytes.stands("MessageId", in: key) || bytes.stands("Timestamp", in: key)
                || bytes.stands("Signature", in: key)
                ? [] : nil
        case 11: bytes.stands("eventSource", in: key) ? .eventSource : nil
        case 12: bytes.stands("eventVersion", in: key) ? .eventVersion : nil
        case 14:
            bytes.stands("SigningCertURL", in: key) || bytes.stands("SigningCertUrl", in: key)
                || bytes.stands("UnsubscribeURL", in: key)
                || bytes.stands("UnsubscribeUrl", in: key) ? [] : nil
        case 16:
            if bytes.stands("notificationType", in: key) {
                .notificationType
            } else {
                bytes.stands("SignatureVersion", in: key) ? [] : nil
            }
        case 17: bytes.stands("MessageAttributes", in: key) ? [] : nil
        default: nil
        }
    }

    /// Steps over all that stands before the `ses` object of an event that Lambda was called with; where
    /// its record begins.
    private mutating func opensAsUsual() -> Int? {
        let start = position
        if follows(#"{"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":"#) {
            return start + 12
        }
        if follows(#"{"Records": [{"eventSource": "aws:ses", "eventVersion": "1.0", "ses": "#) {
            return start + 13
        }
        return nil
    }

    /// The rest of such an event, in which nothing follows the `ses` object.
    private mutating func usualRecord(at start: Int) -> Bool {
        guard pair(), closes() else { return false }
        record.carrier = start..<position
        record.form = .lambda
        complete()
        return take("]") && take("}")
    }

    /// The one element of `Records`, up to the end of the document.
    private mutating func records() -> Bool {
        guard take("["), next() == UInt8(ascii: "{"), document(mayWrap: false),
            record.form == .lambda, take("]"), take("}")
        else { return false }
        return true
    }

    private mutating func finish(_ keys: Keys, _ whole: Range<Int>, _ message: Range<Int>) -> Bool {
        record.carrier = whole
        switch keys {
        case [.ses], [.ses, .eventSource], [.ses, .eventVersion],
            [.ses, .eventSource, .eventVersion]:
            record.form = .lambda
        case [.mail, .receipt]: record.form = .pair
        case [.mail, .receipt, .notificationType, .content],
            [.mail, .receipt, .notificationType], [.mail, .receipt, .content]:
            record.form = .notification
        case [.type, .topicARN, .message]: return payload(message)
        default: return false
        }
        complete()
        return true
    }
}

extension OrdinaryScan {
    /// The payload of an SNS message: a text that is a document of one record and nothing else.
    private mutating func payload(_ message: Range<Int>) -> Bool {
        let inside = message.lowerBound + 1..<message.upperBound - 1
        let (text, isValid) = JSONText.decode(bytes, inside)
        guard isValid else { return false }
        var inner = OrdinaryScan(text.bytes.span, at: 0)
        guard inner.next() == UInt8(ascii: "{"), inner.document(mayWrap: false), inner.isAtEnd,
            inner.record.carrier.lowerBound == 0
        else { return false }
        let lineFeeds = record.lineFeeds
        record = inner.record
        record.lineFeeds = lineFeeds
        if record.decoded.isEmpty { record.decoded = text.bytes }
        record.carrier = message
        record.form = record.form.inSNS
        return true
    }

    private var isAtEnd: Bool {
        mutating get {
            _ = next()
            return position == bytes.count
        }
    }

    /// The `ses` object: `mail` and `receipt`, each once.
    private mutating func pair() -> Bool {
        guard take("{") else { return false }
        var hasMail = false
        var hasReceipt = false
        if begins(#""mail":"#) {
            hasMail = true
            guard mail() else { return false }
            if goesOn(#","receipt":"#) {
                hasReceipt = true
                guard receipt() else { return false }
            }
        }
        while !closes() {
            guard let key = key(isFirst: !hasMail && !hasReceipt) else { return false }
            if stands("mail", key), !hasMail {
                hasMail = true
                guard mail() else { return false }
            } else if stands("receipt", key), !hasReceipt {
                hasReceipt = true
                guard receipt() else { return false }
            } else {
                return false
            }
        }
        return hasMail && hasReceipt
    }

    private mutating func isText() -> Bool { plainText() != nil }

    private mutating func isText(saying word: StaticString) -> Bool {
        plainText().map { stands(word, $0) } ?? false
    }
}
