/// The answer of a ``VerdictFilter`` for each of the 32,768 packed statuses, so that a row costs
/// one look-up.
public struct FilterTable: Sendable {
    private let answers: [Bool]

    /// The answers of a filter.
    public init(_ filter: VerdictFilter) {
        answers = (0..<1 << 15).map { filter.matches(Facts(bits: UInt32($0))) }
    }

    /// True where a mail with these facts is let through.
    public func matches(_ facts: Facts) -> Bool { answers[facts.statuses] }
}
