/// The most frequent texts of a field, the first one on top; letter case does not matter.
public struct Ranking: Hashable, Sendable {
    /// The texts, those with more mails first, among equals by their bytes; at most ``longest``.
    public internal(set) var entries: [Entry] = []
    /// How many different texts there are, as far as they were told apart.
    public internal(set) var differentCount = 0
    /// False where there were more than ``mostDifferent``: texts that came later are not among the entries.
    public internal(set) var isComplete = true

    /// No text at all.
    public init() {}

    /// A text and how often it stands.
    public struct Entry: Hashable, Sendable {
        /// The text, letter case taken out; empty for mails that have none.
        public var text: RawText
        /// How many mails have it.
        public var count: Int
        /// How many of them have a FAIL in any check.
        public var failing: Int

        /// A text that stands so often.
        public init(text: RawText, count: Int, failing: Int) {
            self.text = text
            self.count = count
            self.failing = failing
        }
    }

    /// How many texts are listed.
    public static let longest = 20
    /// How many different texts are told apart; more of them, as a log of invented senders has, would cost
    /// memory without end.
    public static let mostDifferent = 200_000
}

extension Ranking.Entry: Comparable {
    /// True where the first one is listed above the second.
    public static func < (left: Self, right: Self) -> Bool {
        left.count == right.count
            ? left.text.bytes.lexicographicallyPrecedes(right.text.bytes) : left.count > right.count
    }
}

extension Ranking {
    /// The ranking of texts that were counted.
    init(_ tally: TextTally) {
        differentCount = tally.count
        isComplete = !tally.isOverfull
        for index in 0..<tally.count {
            let (count, failing) = tally.counts(index)
            guard entries.count < Self.longest || count >= entries[entries.count - 1].count else {
                continue
            }
            let entry = Entry(text: RawText(tally.text(index)), count: count, failing: failing)
            let place = entries.firstIndex { entry < $0 } ?? entries.count
            entries.insert(entry, at: place)
            if entries.count > Self.longest { entries.removeLast() }
        }
    }
}

/// A field of which the most frequent texts are listed.
public enum RankedField: UInt8, CaseIterable, Hashable, Sendable {
    /// The address of the first author.
    case sender
    /// The domain of that address.
    case domain
    /// Each of the envelope recipients.
    case recipient
    /// The address of the client, as the trusted headers tell it.
    case ip
}

extension RankedField {
    /// True where the index does not hold the field.
    public var isLate: Bool { self == .recipient || self == .ip }

    /// The query for the mails that have a text; nil for those that have none, which no word of a query
    /// tells.
    public func query(_ text: RawText) -> Query? {
        guard !text.isEmpty else { return nil }
        let field: TextField =
            switch self {
            case .sender: .from
            case .domain: .domain
            case .recipient: .recipient
            case .ip: .ip
            }
        return .term(.text(field, [.words(text)]))
    }
}
