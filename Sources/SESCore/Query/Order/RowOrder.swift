/// The order in which a list shows its rows: what they are sorted by, and which way.
///
/// Rows that are equal stay in the order in which they were read, and rows that do not tell what they are
/// sorted by come last, whichever way it is.
public struct RowOrder: Hashable, Sendable {
    /// What rows are sorted by.
    public var key: Key
    /// True where the order is the opposite of the one that the key has at first.
    public var isReversed: Bool

    /// An order by a key, in its first direction unless it is reversed.
    public init(_ key: Key, isReversed: Bool = false) {
        self.key = key
        self.isReversed = isReversed
    }

    /// What rows are sorted by; each has a direction that it is asked for most.
    public enum Key: String, CaseIterable, Hashable, Sendable {
        /// As the files were named and read.
        case reading
        /// When SES accepted the mail, the latest first.
        case time
        /// ``Severity``, the worst first; either way the latest first among equals.
        case severity
        /// The address of the first author, from A to Z.
        case from
        /// The subject, from A to Z.
        case subject
        /// The envelope recipients, from A to Z.
        case recipient
        /// The address of the client by number, IPv4 before IPv6 before anything else.
        case ip
        /// How long SES took to process the mail, the longest first.
        case took
        /// How many deliveries the mail has, the most first.
        case deliveries
    }
}

extension RowOrder {
    /// As the files were named and read.
    public static let reading = RowOrder(.reading)
    /// By time, the latest first.
    public static let newest = RowOrder(.time)
    /// By time, the earliest first.
    public static let time = RowOrder(.time, isReversed: true)
    /// By ``Severity``, the worst first.
    public static let severity = RowOrder(.severity)

    /// The same order the other way round.
    public var reversed: RowOrder { RowOrder(key, isReversed: !isReversed) }

    /// True where late columns are needed to sort.
    public var needsLateColumns: Bool { key == .recipient || key == .ip || key == .took }

    /// True where deliveries are needed to sort.
    public var needsDeliveries: Bool { key == .deliveries }

    /// The order for a person, such as `time, newest first`.
    public var words: String {
        let (first, reversed) =
            switch key {
            case .reading: ("as read", "last read first")
            case .time: ("newest first", "oldest first")
            case .severity: ("worst first", "best first")
            case .from, .subject, .recipient: ("A to Z", "Z to A")
            case .ip: ("lowest first", "highest first")
            case .took: ("longest first", "shortest first")
            case .deliveries: ("most first", "fewest first")
            }
        let direction = isReversed ? reversed : first
        return key == .reading ? direction : "\(key.rawValue), \(direction)"
    }
}

extension RowOrder: CaseIterable {
    /// Every key in both directions.
    public static let allCases = Key.allCases.flatMap { key in
        [RowOrder(key), RowOrder(key, isReversed: true)]
    }
}
