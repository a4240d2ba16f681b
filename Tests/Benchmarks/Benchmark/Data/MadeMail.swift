/// A made-up inbound mail and what SES said of it.
struct MadeMail {
    var time: [UInt8] = []
    var source: [UInt8] = []
    /// The id that SES gave it.
    var id: [UInt8] = []
    var region: [UInt8] = []
    var to: [[UInt8]] = []
    var headers: [(name: String, value: [UInt8])] = []
    var from: [UInt8] = []
    var date: [UInt8] = []
    var messageID: [UInt8] = []
    var subject: [UInt8]?
    var replyTo: [UInt8]?
    /// Statuses; that of DMARC is missing in events of before 2021.
    var spam = Status.pass
    var virus = Status.pass
    var spf = Status.pass
    var dkim = Status.pass
    var dmarc: Status?
    var policy: String?
    var milliseconds = 0
    /// True for the order of members that AWS's manual has, false for the one that logs have.
    var isInManualOrder = false

    enum Status: String {
        case pass = "PASS"
        case fail = "FAIL"
        case gray = "GRAY"
        case processingFailed = "PROCESSING_FAILED"
        case disabled = "DISABLED"
    }
}

// MARK: - Writing

extension MadeMail {
    /// The event that SES hands to a Lambda function.
    func writeLambdaEvent(to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.key("Records")
            writer.array { writer in
                writer.element()
                writer.object { writer in writeRecord(to: &writer) }
            }
        }
    }

    /// The notification that SES publishes to a topic.
    func writeNotification(to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.member("notificationType", "Received")
            writeMailAndReceipt(to: &writer, isTopic: true)
        }
    }

    private func writeRecord(to writer: inout DocumentWriter) {
        if !isInManualOrder { writer.member("eventSource", "aws:ses") }
        writer.member("eventVersion", "1.0")
        writer.key("ses")
        writer.object { writer in writeMailAndReceipt(to: &writer, isTopic: false) }
        if isInManualOrder { writer.member("eventSource", "aws:ses") }
    }

    private func writeMailAndReceipt(to writer: inout DocumentWriter, isTopic: Bool) {
        writer.key("mail")
        writer.object { writer in
            if isInManualOrder { writeCommonHeaders(to: &writer) }
            writer.member("timestamp", time)
            writer.member("source", source)
            if !isInManualOrder { writer.member("messageId", id) }
            writer.member("destination", to)
            writer.member("headersTruncated", literal: "false")
            writeHeaders(to: &writer)
            if isInManualOrder {
                writer.member("messageId", id)
            } else {
                writeCommonHeaders(to: &writer)
            }
        }
        writer.key("receipt")
        writer.object { writer in writeReceipt(to: &writer, isTopic: isTopic) }
    }

    private func writeHeaders(to writer: inout DocumentWriter) {
        writer.key("headers")
        writer.array { writer in
            for header in headers {
                writer.element()
                writer.object { writer in
                    writer.member("name", header.name)
                    writer.member("value", header.value)
                }
            }
        }
    }

    private func writeCommonHeaders(to writer: inout DocumentWriter) {
        writer.key("commonHeaders")
        writer.object { writer in
            writer.member("returnPath", source)
            writer.member("from", [from])
            if let replyTo { writer.member("replyTo", [replyTo]) }
            writer.member("date", date)
            writer.member("to", to)
            writer.member("messageId", messageID)
            if let subject { writer.member("subject", subject) }
        }
    }

    private func writeReceipt(to writer: inout DocumentWriter, isTopic: Bool) {
        writer.member("timestamp", time)
        writer.member("processingTimeMillis", literal: "\(milliseconds)")
        writer.member("recipients", to)
        write(spam, as: "spamVerdict", to: &writer)
        write(virus, as: "virusVerdict", to: &writer)
        write(spf, as: "spfVerdict", to: &writer)
        write(dkim, as: "dkimVerdict", to: &writer)
        if let dmarc { write(dmarc, as: "dmarcVerdict", to: &writer) }
        if let policy { writer.member("dmarcPolicy", policy) }
        writer.key("action")
        writer.object { writer in
            writer.member("type", isTopic ? "SNS" : "Lambda")
            let arn = isTopic ? "arn:aws:sns:" : "arn:aws:lambda:"
            let name = isTopic ? ":123456789012:mail-in" : ":123456789012:function:mail-in"
            writer.member(
                isTopic ? "topicArn" : "functionArn", Array(arn.utf8) + region + Array(name.utf8))
            if !isTopic { writer.member("invocationType", "Event") }
        }
    }

    private func write(_ status: Status, as key: String, to writer: inout DocumentWriter) {
        writer.key(key)
        writer.object { writer in writer.member("status", status.rawValue) }
    }
}
