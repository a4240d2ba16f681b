/// The policy that the sender's domain publishes for mail that fails DMARC (RFC 7489, section 6.3).
public enum DMARCPolicy: UInt8, CaseIterable, Hashable, Sendable {
    /// The event names no policy.
    case absent
    case none
    case quarantine
    case reject
    case other
}

extension DMARCPolicy {
    /// The policy of a token, letter case aside.
    public init(token: RawText) {
        self =
            if token.equalsIgnoringCase("none") {
                .none
            } else if token.equalsIgnoringCase("quarantine") {
                .quarantine
            } else if token.equalsIgnoringCase("reject") {
                .reject
            } else {
                .other
            }
    }
}
