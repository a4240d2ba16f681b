extension EnvelopeFamily {
    /// An event of S3: a Lambda function was wired to the bucket instead of the receipt rule.
    ///
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
    static let s3 = EnvelopeFamily { members, bytes in
        let isEvent =
            members.object(.s3) != nil || members.text(.eventSource, bytes) == "aws:s3"
            || members.has(.detailType) && members.text(.source, bytes) == "aws.s3"
        return isEvent ? .other(.s3Event) : nil
    }

    /// What CloudWatch Logs sends to see whether the receiver of a subscription is there.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html>
    static let subscriptionControl = EnvelopeFamily { members, bytes in
        members.text(.messageType, bytes) == "CONTROL_MESSAGE" ? .other(.cloudWatchControl) : nil
    }

    /// A log record of Mail Manager: it names no verdict, subject or header.
    ///
    /// <https://docs.aws.amazon.com/ses/latest/dg/eb-logging.html>
    static let mailManager = EnvelopeFamily { members, bytes in
        guard let arn = members.text(.resourceARN, bytes) else { return nil }
        return arn.contains(":mailmanager-") ? .other(.mailManager) : nil
    }

    /// A record of the Lambda platform in JSON log mode.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html>
    static let platform = EnvelopeFamily { members, bytes in
        guard let type = members.text(.type, bytes), members.object(.record) != nil,
            type.bytes.starts(with: Array("platform.".utf8))
        else { return nil }
        return .other(.platform)
    }
}

extension RawText {
    /// True where the bytes of a word stand somewhere in the text.
    func contains(_ word: StaticString) -> Bool {
        let word = Array("\(word)".utf8)
        guard count >= word.count else { return false }
        return (0...count - word.count).contains { bytes[$0...].starts(with: word) }
    }
}
