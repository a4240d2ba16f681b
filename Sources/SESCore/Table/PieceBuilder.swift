/// Collects rows until they are published as a ``Piece``.
public struct PieceBuilder: Sendable {
    /// The most bytes of an author that a row keeps.
    public static let longestFrom = 320
    /// The most bytes of an author's display name that a row keeps.
    public static let longestName = 64
    /// The most bytes of a subject that a row keeps.
    public static let longestSubject = 512

    let file: Int
    private(set) var facts: [Facts] = []
    private(set) var times: [Timestamp] = []
    private(set) var mailKeys: [UInt64] = []
    private(set) var carrierOffsets: [Int] = []
    private(set) var carrierLengths: [UInt32] = []
    private(set) var routes: [UInt32] = []
    private(set) var textEnds: [UInt32] = []
    private(set) var fromLengths: [UInt16] = []
    private(set) var nameLengths: [UInt8] = []
    private(set) var arena: [UInt8] = []

    /// An empty builder for rows of one file.
    public init(file: Int) { self.file = file }

    /// How many rows there are.
    public var count: Int { facts.count }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - summary: What the list shows.
    ///   - offset: Where the carrier begins in the file, in bytes.
    ///   - length: How many bytes the carrier has.
    ///   - route: The way from the carrier to the record, a number of the table of routes.
    public mutating func append(_ summary: EventSummary, offset: Int, length: Int, route: UInt32) {
        facts.append(summary.facts)
        times.append(summary.time)
        mailKeys.append(summary.mailKey)
        carrierOffsets.append(offset)
        carrierLengths.append(UInt32(clamping: length))
        routes.append(route)
        let from = summary.from.prefix(Self.longestFrom)
        let name = Self.cut(summary.name)
        arena.append(contentsOf: from)
        arena.append(contentsOf: name)
        arena.append(contentsOf: summary.subject.prefix(Self.longestSubject))
        fromLengths.append(UInt16(from.count))
        nameLengths.append(UInt8(name.count))
        textEnds.append(UInt32(arena.count))
    }
}

extension PieceBuilder {
    /// The start of a display name; a character that would be cut in two is left away, so that
    /// the rest of it does not pass for bytes that are no text.
    private static func cut(_ name: [UInt8]) -> ArraySlice<UInt8> {
        guard name.count > longestName else { return name[...] }
        var end = longestName
        while end > longestName - 4, name[end] & 0xC0 == 0x80 { end -= 1 }
        return name[..<end]
    }
}

/// What the index keeps of an event.
public struct EventSummary: Sendable {
    /// The five statuses, the policy and the marks.
    public var facts = Facts()
    /// When SES accepted the mail.
    public var time = Timestamp.missing
    /// A hash of what identifies the mail.
    public var mailKey: UInt64 = 0
    /// The address of the first author.
    public var from: [UInt8] = []
    /// The display name of the first author; empty where there is none.
    public var name: [UInt8] = []
    /// The subject.
    public var subject: [UInt8] = []

    /// A summary of nothing.
    public init() {}
}
