/// A key that tells what a document is or where its payload lies.
enum KnownKey: UInt8, CaseIterable, Hashable, Sendable {
    case records, recordsSmall, events, logEvents, messages, results
    case ses, sns, snsCapital, s3
    case eventSource, eventSourceCapital
    case mail, receipt, content, notificationType, eventType
    case type, typeCapital, message, topicARN, signature
    case messageType, record, resourceARN, source, detailType
    case bounce, complaint, delivery
    case body, bodyCapital, receiptHandle, receiptHandleCapital, digestOfBody, messageIDCapital
    case detail, requestPayload, requestContext, responseContext, responsePayload
    case condition, functionError
    case awslogs, kinesis, data, dataCapital, recordID, arrivalTime, partitionKey
    case logMessage, atMessage, timestamp, ingestionTime, logStreamName, eventID, id, level
    case logRecord, field, value
    case event, subject, from
}

extension KnownKey {
    /// The key as it is spelled.
    var word: StaticString {
        switch self {
        case .records: "Records"
        case .recordsSmall: "records"
        case .events: "events"
        case .logEvents: "logEvents"
        case .messages: "Messages"
        case .results: "results"
        case .ses: "ses"
        case .sns: "sns"
        case .snsCapital: "Sns"
        case .s3: "s3"
        case .eventSource: "eventSource"
        case .eventSourceCapital: "EventSource"
        case .mail: "mail"
        case .receipt: "receipt"
        case .content: "content"
        case .notificationType: "notificationType"
        case .eventType: "eventType"
        case .type: "type"
        case .typeCapital: "Type"
        case .message: "Message"
        case .topicARN: "TopicArn"
        case .signature: "Signature"
        case .messageType: "messageType"
        case .record: "record"
        case .resourceARN: "resource_arn"
        case .source: "source"
        case .detailType: "detail-type"
        case .bounce: "bounce"
        case .complaint: "complaint"
        case .delivery: "delivery"
        case .body: "body"
        case .bodyCapital: "Body"
        case .receiptHandle: "receiptHandle"
        case .receiptHandleCapital: "ReceiptHandle"
        case .digestOfBody: "MD5OfBody"
        case .messageIDCapital: "MessageId"
        case .detail: "detail"
        case .requestPayload: "requestPayload"
        case .requestContext: "requestContext"
        case .responseContext: "responseContext"
        case .responsePayload: "responsePayload"
        case .condition: "condition"
        case .functionError: "functionError"
        case .awslogs: "awslogs"
        case .kinesis: "kinesis"
        case .data: "data"
        case .dataCapital: "Data"
        case .recordID: "recordId"
        case .arrivalTime: "approximateArrivalTimestamp"
        case .partitionKey: "PartitionKey"
        case .logMessage: "message"
        case .atMessage: "@message"
        case .timestamp: "timestamp"
        case .ingestionTime: "ingestionTime"
        case .logStreamName: "logStreamName"
        case .eventID: "eventId"
        case .id: "id"
        case .level: "level"
        case .logRecord: "logRecord"
        case .field: "field"
        case .value: "value"
        case .event: "event"
        case .subject: "subject"
        case .from: "from"
        }
    }

    /// The keys of which the value, where it is a text, may hold a document.
    ///
    /// No text under any other key is ever decoded again.
    static let holdingText: Set<KnownKey> = [
        .message, .logMessage, .atMessage, .body, .bodyCapital, .data, .requestPayload, .detail,
        .event,
    ]

    /// The known key that stands at a place, its escapes decoded.
    init?(_ key: JSONKey, in bytes: Span<UInt8>) {
        if bytes.holdsEscape(key.range) {
            let text = JSONText.decode(bytes, key.range).text
            guard let known = Self.find(in: text.bytes.span, 0..<text.count) else { return nil }
            self = known
        } else {
            guard let known = Self.find(in: bytes, key.range) else { return nil }
            self = known
        }
    }

    private static let longest = 32
    private static let byLength: [[KnownKey]] = (0...longest).map { length in
        allCases.filter { $0.word.utf8CodeUnitCount == length }
    }

    private static func find(in bytes: Span<UInt8>, _ range: Range<Int>) -> KnownKey? {
        guard range.count <= longest else { return nil }
        return byLength[range.count].first { bytes.stands($0.word, in: range) }
    }
}
