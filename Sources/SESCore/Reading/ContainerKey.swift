/// A key whose array is entered, so that each of its elements is a document of its own.
///
/// `Records` is entered whatever its elements are. The other words have more meanings: their arrays
/// are entered where the first element begins as an element of an export does; elsewhere the
/// object around them is one document.
enum ContainerKey: Sendable {
    /// `Records`: events of Lambda, SNS, SQS, Kinesis.
    case records
    /// `records` of Firehose, `events` and `logEvents` of CloudWatch Logs, `Messages` of SQS.
    case elements
    /// `results` of Logs Insights, whose rows are arrays.
    case rows

    private static let elementKeys: [StaticString] = [
        "recordId", "data", "approximateArrivalTimestamp", "kinesis", "logStreamName",
        "timestamp", "message", "ingestionTime", "eventId", "id", "MessageId", "ReceiptHandle",
        "MD5OfBody", "Body", "Attributes", "Records", "eventSource", "eventVersion", "ses",
        "EventSource", "EventVersion", "EventSubscriptionArn", "Sns", "Type",
        "notificationType", "mail", "receipt",
    ]
}

extension ContainerKey {
    init?(_ bytes: Span<UInt8>, _ key: Range<Int>) {
        if bytes.stands("Records", in: key) {
            self = .records
        } else if bytes.stands("records", in: key) || bytes.stands("events", in: key)
            || bytes.stands("logEvents", in: key) || bytes.stands("Messages", in: key)
        {
            self = .elements
        } else if bytes.stands("results", in: key) {
            self = .rows
        } else {
            return nil
        }
    }

    /// Whether the array at a position is entered; nil where the bytes end first.
    func isEntered(_ bytes: Span<UInt8>, at bracket: Int, limit: inout LookAhead) -> Bool? {
        var position = bracket + 1
        guard let first = DocumentScan.skipSpace(bytes, &position, &limit) else { return nil }
        switch (self, first) {
        case (.records, UInt8(ascii: "{")), (.records, UInt8(ascii: "]")): return true
        case (.elements, UInt8(ascii: "{")):
            return begins(bytes, &position, &limit, with: Self.elementKeys)
        case (.rows, UInt8(ascii: "[")):
            position += 1
            guard let brace = DocumentScan.skipSpace(bytes, &position, &limit) else { return nil }
            guard brace == UInt8(ascii: "{") else { return false }
            return begins(bytes, &position, &limit, with: ["field"])
        default: return false
        }
    }

    /// Whether the first key of the object at a position is one of the words.
    private func begins(
        _ bytes: Span<UInt8>, _ position: inout Int, _ limit: inout LookAhead,
        with words: [StaticString]
    ) -> Bool? {
        position += 1
        guard let quote = DocumentScan.skipSpace(bytes, &position, &limit) else { return nil }
        guard quote == UInt8(ascii: "\"") else { return false }
        switch JSONStructure.endOfString(bytes, from: position, limit: &limit) {
        case .ok(let end):
            return words.contains { bytes.stands($0, in: position + 1..<end - 1) }
        case .more: return nil
        case .bad: return false
        }
    }
}

extension DocumentScan {
    /// What a member says of the log that it stands in.
    static func remark(ofMember range: Range<Int>, _ bytes: Span<UInt8>) -> FileRemark? {
        guard let quote = range.dropFirst().first(where: { bytes[$0] == UInt8(ascii: "\"") })
        else { return nil }
        var value = quote + 1
        while value < range.upperBound,
            JSONStructure.isSpace(bytes[value]) || bytes[value] == UInt8(ascii: ":")
        { value += 1 }
        guard value < range.upperBound else { return nil }
        return FileRemark(JSONKey(range: range.lowerBound + 1..<quote), value: value, in: bytes)
    }

    /// What the members before a container say of the log.
    static func remark(before range: Range<Int>, _ bytes: Span<UInt8>) -> FileRemark? {
        var walker = JSONWalker(bytes, at: range.lowerBound)
        walker.enter()
        while let key = walker.nextKey(), walker.position < range.upperBound {
            if let remark = FileRemark(key, value: walker.position, in: bytes) { return remark }
            walker.skipValue()
        }
        return nil
    }
}
