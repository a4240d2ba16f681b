/// The answer of a ``VerdictFilter`` for each of the 32,768 packed statuses, so that a row costs
/// one look-up.
public struct FilterTable: Sendable {
    private let answers: [Bool]

    /// The answers of a filter.
    public init(_ filter: VerdictFilter) {
        var answers = [true]
        for check in Check.allCases {
            let allowed = filter[check]
            // The check's three bits stand above those of the checks before it; the eighth
            // pattern is no status and reads as `other`.
            answers = (0..<8).flatMap { bits -> [Bool] in
                let status = VerdictStatus(rawValue: UInt8(bits)) ?? .other
                return allowed == .any || allowed.contains(status)
                    ? answers : [Bool](repeating: false, count: answers.count)
            }
        }
        self.answers = answers
    }

    /// True where a mail with these facts is let through.
    public func matches(_ facts: Facts) -> Bool { answers[facts.statuses] }
}
