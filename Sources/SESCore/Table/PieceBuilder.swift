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
    private(set) var foldedEnds: [UInt32] = []
    private(set) var folded: [UInt8] = []

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
        addPlace(offset: offset, length: length, route: route)
        facts.append(summary.facts)
        times.append(summary.time)
        mailKeys.append(summary.mailKey)
        addTexts(from: summary.from.span, name: summary.name.span, subject: summary.subject.span)
    }

    /// Drops all rows and keeps the room for others.
    mutating func clear() {
        facts.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        mailKeys.removeAll(keepingCapacity: true)
        carrierOffsets.removeAll(keepingCapacity: true)
        carrierLengths.removeAll(keepingCapacity: true)
        routes.removeAll(keepingCapacity: true)
        textEnds.removeAll(keepingCapacity: true)
        fromLengths.removeAll(keepingCapacity: true)
        nameLengths.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
        foldedEnds.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
    }
}

extension PieceBuilder {
    /// Adds a row of a record whose texts stand in `bytes`.
    mutating func append(
        _ record: OrdinaryRecord, in bytes: Span<UInt8>, offset: Int, route: UInt32
    ) {
        addPlace(offset: offset, length: record.carrier.count, route: route)
        facts.append(record.facts)
        times.append(record.time)
        mailKeys.append(record.mailKey)
        switch (record.author, record.subject) {
        case (.inPlace(let author), .inPlace(let subject)):
            addTexts(author: bytes.extracting(author), subject: bytes.extracting(subject))
        case (.inPlace(let author), .decoded(let subject)):
            addTexts(author: bytes.extracting(author), subject: subject.span)
        case (.decoded(let author), .inPlace(let subject)):
            addTexts(author: author.span, subject: bytes.extracting(subject))
        case (.decoded(let author), .decoded(let subject)):
            addTexts(author: author.span, subject: subject.span)
        }
    }

    private mutating func addTexts(author: Span<UInt8>, subject: Span<UInt8>) {
        if let (address, name) = MailboxText.inPlace(author) {
            addTexts(
                from: author.extracting(address), name: author.extracting(name), subject: subject)
        } else {
            let mailbox = MailboxText(RawText([UInt8](author)))
            let name = mailbox.displayName?.bytes ?? []
            addTexts(from: mailbox.address.bytes.span, name: name.span, subject: subject)
        }
    }

    private mutating func addPlace(offset: Int, length: Int, route: UInt32) {
        carrierOffsets.append(offset)
        carrierLengths.append(UInt32(clamping: length))
        routes.append(route)
    }

    private mutating func addTexts(from: Span<UInt8>, name: Span<UInt8>, subject: Span<UInt8>) {
        let from = from.extracting(first: Self.longestFrom)
        let name = name.extracting(first: Self.end(of: name))
        let subject = subject.extracting(first: Self.longestSubject)
        arena.append(from)
        arena.append(name)
        arena.append(subject)
        fromLengths.append(UInt16(from.count))
        nameLengths.append(UInt8(name.count))
        textEnds.append(UInt32(arena.count))
        addFolded(from)
        addFolded(name)
        addFolded(subject)
        foldedEnds.append(UInt32(folded.count))
    }

    /// Keeps the folded form of a text that is not all ASCII, and a divider behind it.
    private mutating func addFolded(_ text: Span<UInt8>) {
        guard !text.isASCII else { return }
        SearchFold.append(text, to: &folded)
        folded.append(Piece.divider)
    }

    /// How much of a display name is kept; a character that would be cut in two is left away, so that
    /// the rest of it does not pass for bytes that are no text.
    private static func end(of name: Span<UInt8>) -> Int {
        guard name.count > longestName else { return name.count }
        var end = longestName
        while end > longestName - 4, name[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

extension Span<UInt8> {
    /// True where no byte is beyond ASCII.
    var isASCII: Bool {
        var seen: UInt8 = 0
        for index in indices { seen |= self[index] }
        return seen < 0x80
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
