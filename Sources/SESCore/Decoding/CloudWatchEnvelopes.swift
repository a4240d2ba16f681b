extension EnvelopeFamily {
    /// An event of CloudWatch Logs, as `filter-log-events`, `get-log-events` and subscriptions give it.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html>
    static let cloudWatch = EnvelopeFamily { members, bytes in
        guard members.string(.logMessage) != nil else { return nil }
        let isEvent =
            members.has(.ingestionTime) || members.has(.logStreamName) || members.has(.eventID)
            || members.number(.timestamp) != nil && !members.has(.level)
        guard isEvent else { return nil }
        let isProbe =
            members.text(.id, bytes) == ""
            && members.text(.logMessage, bytes)?.contains("CWL CONTROL MESSAGE") == true
        return isProbe ? .other(.cloudWatchControl) : .inside(.logMessage, .cloudwatch)
    }

    /// A row of Logs Insights as the console exports it and as `get-log-record` gives it: an object
    /// keyed by the names of the columns.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html>
    static let insights = EnvelopeFamily { members, _ in
        if members.has(.atMessage) { return .inside(.atMessage, .insights) }
        if members.object(.logRecord) != nil { return .inside(.logRecord, nil) }
        return members.holdsColumns ? .flattened(.insights) : nil
    }

    /// Lists that are not at the outermost level, where the reader enters them itself.
    static let recordList = EnvelopeFamily { members, bytes in
        if members.array(.records) != nil { return .inside(.records, nil) }
        var limit = LookAhead.known
        for key in [KnownKey.recordsSmall, .events, .logEvents, .messages, .results] {
            guard let array = members.array(key) else { continue }
            let kind = key == .results ? ContainerKey.rows : .elements
            if kind.isEntered(bytes, at: array.lowerBound, limit: &limit) == true {
                return .inside(key, nil)
            }
        }
        return nil
    }
}
