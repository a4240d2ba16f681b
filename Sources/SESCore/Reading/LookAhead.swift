/// How far a document may reach, so that hostile input cannot make reading slower than linear.
///
/// A document may use its own first line whole, up to ``longestDocument``, and one MiB more. What is
/// looked at and then has to be read again, because the document proved to be none, is paid from
/// an account that earns four bytes for every byte of progress. While the account is empty,
/// documents must end on their own line, or within 64 KiB of a line that does not end.
struct LookAhead: Hashable, Sendable {
    /// The most bytes of one document.
    static let longestDocument = 64 << 20
    private static let freeBytes = 64 << 10
    private static let pastFirstLine = 1 << 20

    /// No byte from here on belongs to the document.
    private(set) var end: Int
    /// Whether a text may hold a raw line feed. That is tried only where reading failed otherwise.
    let allowsLineFeedInText: Bool
    private var passedLineFeed = false
    private let allowance: Int

    /// The reach of a document that begins at `start`, with so much in the account.
    init(from start: Int, account: Int, allowsLineFeedInText: Bool = false) {
        self.allowsLineFeedInText = allowsLineFeedInText
        allowance = account
        end = start + min(Self.longestDocument, Self.freeBytes + account)
    }

    /// The reach of a value whose end is known to be at hand.
    static let known = LookAhead()

    private init() {
        allowsLineFeedInText = true
        allowance = 0
        end = .max
        passedLineFeed = true
    }

    /// Tells of a line feed between the values of the document; the first one sets the reach.
    mutating func passLineFeed(at position: Int) {
        guard !passedLineFeed else { return }
        passedLineFeed = true
        end = min(end, position + 1 + min(Self.pastFirstLine, allowance))
    }
}

/// The account from which reading bytes again is paid.
struct LookAheadAccount: Hashable, Sendable {
    private static let full = 64 << 20
    private static let earning = 4

    private(set) var balance: Int
    /// True where nothing is owed.
    var isFull: Bool { balance == Self.full }

    /// The account of a file.
    init() { balance = Self.full }

    /// The account of a text of so many bytes that was decoded. It is full in proportion, since a
    /// file may hold any number of such texts.
    init(forTextOf count: Int) { balance = min(Self.full, count * Self.earning) }

    /// Earns for progress.
    mutating func earn(progress: Int) {
        balance = min(Self.full, balance + progress * Self.earning)
    }

    /// Pays for bytes that have to be looked at again.
    mutating func pay(_ bytes: Int) { balance = max(0, balance - bytes) }
}
