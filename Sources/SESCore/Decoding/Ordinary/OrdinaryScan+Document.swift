extension OrdinaryScan {
    /// What came of a document.
    enum Outcome {
        /// The document ends before this index and holds one record.
        case accepted(Int, OrdinaryRecord)
        /// It is for the decoders that read everything.
        case declined
        /// The bytes end before the document does.
        case ranOut
    }

    /// Reads the document whose opening brace stands at a position.
    static func document(_ bytes: Span<UInt8>, at start: Int) -> Outcome {
        var scan = OrdinaryScan(bytes, at: start)
        guard scan.document(mayWrap: true) else { return scan.hasRunOut ? .ranOut : .declined }
        guard scan.position - start <= longest else { return .declined }
        return .accepted(scan.position, scan.record)
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
        position += 1
        var keys: Keys = []
        var isFirst = true
        var message = 0..<0
        while !closes() {
            guard let key = key(isFirst: isFirst), let known = known(key) else { return false }
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
    private func known(_ key: Range<Int>) -> Keys? {
        switch key.count {
        case 3: stands("ses", key) ? .ses : nil
        case 4: stands("mail", key) ? .mail : stands("Type", key) ? .type : nil
        case 7:
            if stands("receipt", key) {
                .receipt
            } else if stands("content", key) {
                .content
            } else if stands("Message", key) {
                .message
            } else {
                stands("Records", key) || stands("Subject", key) ? [] : nil
            }
        case 8: stands("TopicArn", key) ? .topicARN : nil
        case 9:
            stands("MessageId", key) || stands("Timestamp", key) || stands("Signature", key)
                ? [] : nil
        case 11: stands("eventSource", key) ? .eventSource : nil
        case 12: stands("eventVersion", key) ? .eventVersion : nil
        case 14:
            stands("SigningCertURL", key) || stands("SigningCertUrl", key)
                || stands("UnsubscribeURL", key) || stands("UnsubscribeUrl", key) ? [] : nil
        case 16:
            if stands("notificationType", key) {
                .notificationType
            } else {
                stands("SignatureVersion", key) ? [] : nil
            }
        case 17: stands("MessageAttributes", key) ? [] : nil
        default: nil
        }
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
        record = inner.record
        record.author = text.bytes.span.kept(record.author)
        record.subject = text.bytes.span.kept(record.subject)
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

extension Span<UInt8> {
    /// A part that no longer depends on these bytes.
    fileprivate func kept(_ part: OrdinaryRecord.Part) -> OrdinaryRecord.Part {
        guard case .inPlace(let range) = part else { return part }
        return .decoded([UInt8](extracting(range)))
    }
}
