extension EnvelopeFamily {
    /// A record of a Kinesis stream: one of the `Records` of a Lambda invocation, or of
    /// `aws kinesis get-records`.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
    static let kinesis = EnvelopeFamily { members, bytes in
        if members.holds(["data"], in: .kinesis, bytes) {
            return .packed([.kinesis, .data], .kinesis)
        }
        return members.string(.dataCapital) != nil && members.has(.partitionKey)
            ? .packed([.dataCapital], .kinesis) : nil
    }

    /// A record of a Firehose stream as Lambda and HTTP receivers get it.
    ///
    /// <https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html>
    static let firehose = EnvelopeFamily { members, _ in
        guard members.string(.data) != nil,
            members.has(.recordID) || members.has(.arrivalTime) || members.count == 1
        else { return nil }
        return .packed([.data], .firehose)
    }

    /// What a subscription of CloudWatch Logs hands to a Lambda function: gzip data in base64.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html>
    static let subscription = EnvelopeFamily { members, bytes in
        members.holds(["data"], in: .awslogs, bytes)
            ? .packed([.awslogs, .data], .subscription) : nil
    }
}
