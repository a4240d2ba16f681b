/// What a log says of itself that a reader of it has to know.
enum FileRemark: Hashable, Sendable, CaseIterable {
    /// The page of an export is followed by others, which are not in the file.
    ///
    /// <https://docs.aws.amazon.com/cli/latest/reference/logs/filter-log-events.html>
    case incomplete
    /// A query of Logs Insights was not finished when its results were fetched.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html>
    case running
}

extension FileRemark {
    /// The words for a person, behind the name of the file.
    var words: String {
        switch self {
        case .incomplete: "this export is incomplete: it ends with a nextToken"
        case .running: "this query was still running: the result is partial"
        }
    }

    /// What a member of an export says, its value standing from `value` on; nil where it says
    /// nothing.
    init?(_ key: JSONKey, value: Int, in bytes: Span<UInt8>) {
        if bytes.key(key, is: "nextToken") {
            guard value < bytes.count, bytes[value] == UInt8(ascii: "\"") else { return nil }
            self = .incomplete
        } else if bytes.key(key, is: "status"), Self.stands("\"Running\"", at: value, in: bytes) {
            self = .running
        } else {
            return nil
        }
    }

    private static func stands(_ word: StaticString, at start: Int, in bytes: Span<UInt8>) -> Bool {
        let end = start + word.utf8CodeUnitCount
        return end <= bytes.count && bytes.stands(word, in: start..<end)
    }
}
