/// Collects rows until they are published as a ``Piece``.
public struct PieceBuilder: Sendable {
    /// The most bytes of an author that a row keeps.
    public static let longestFrom = 320
    /// The most bytes of an author's display name that a row keeps.
    public static let longestName = 64
    /// The most bytes of a subject that a row keeps.
    public static let longestSubject = 512

    let file: Int
    private(set) var rows: [BuiltRow] = []
    private(set) var arena: [UInt8] = []
    private(set) var folded: [UInt8] = []

    /// An empty builder for rows of one file.
    public init(file: Int) { self.file = file }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - summary: What the list shows.
    ///   - offset: Where the carrier begins in the file, in bytes.
    ///   - length: How many bytes the carrier has.
    ///   - route: The way from the carrier to the record, a number of the table of routes.
    public mutating func append(_ summary: EventSummary, offset: Int, length: Int, route: UInt32) {
        var row = BuiltRow(facts: summary.facts, time: summary.time, mailKey: summary.mailKey)
        row.place(offset: offset, length: length, route: route)
        append(
            &row, from: summary.from.span, name: summary.name.span, subject: summary.subject.span)
    }

    /// Drops all rows and keeps the room for others.
    mutating func clear() {
        rows.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
    }
}

extension PieceBuilder {
    /// Adds a row of a record whose texts stand in `bytes`, if they had not to be decoded.
    mutating func append(
        _ record: OrdinaryRecord, in bytes: Span<UInt8>, offset: Int, route: UInt32
    ) {
        var row = BuiltRow(facts: record.facts, time: record.time, mailKey: record.mailKey)
        row.place(offset: offset, length: record.carrier.count, route: route)
        row.isASCII = !record.author.traits.union(record.subject.traits).contains(.nonASCII)
        if record.decoded.isEmpty {
            append(&row, record, in: bytes)
        } else {
            append(&row, record, in: record.decoded.span)
        }
    }

    private mutating func append(
        _ row: inout BuiltRow, _ record: borrowing OrdinaryRecord, in bytes: Span<UInt8>
    ) {
        let author = bytes.extracting(record.author.range)
        let subject = bytes.extracting(record.subject.range)
        if let (address, name) = MailboxText.inPlace(bytes, record.author.range) {
            append(
                &row, from: author.extracting(address), name: author.extracting(name),
                subject: subject)
        } else {
            let mailbox = MailboxText(RawText([UInt8](author)))
            let name = mailbox.displayName?.bytes ?? []
            append(&row, from: mailbox.address.bytes.span, name: name.span, subject: subject)
        }
    }

    private mutating func append(
        _ row: inout BuiltRow, from: Span<UInt8>, name: Span<UInt8>, subject: Span<UInt8>
    ) {
        let from = from.extracting(first: Self.longestFrom)
        let name = name.extracting(first: Self.end(of: name))
        let subject = subject.extracting(first: Self.longestSubject)
        let start = arena.count
        arena.append(from)
        arena.append(name)
        arena.append(subject)
        row.fromLength = UInt16(from.count)
        row.nameLength = UInt8(name.count)
        row.textEnd = UInt32(arena.count)
        if !row.isASCII, !ByteScan.keepsCase(arena.span, from: start) {
            addFolded(from)
            addFolded(name)
            addFolded(subject)
        }
        row.foldedEnd = UInt32(folded.count)
        rows.append(row)
    }

    /// Keeps the folded form of a text in which a letter beyond ASCII has another one, and a divider behind it.
    private mutating func addFolded(_ text: Span<UInt8>) {
        guard !text.isASCII else { return }
        let start = folded.count
        if SearchFold.append(text, to: &folded) {
            folded.append(Piece.divider)
        } else {
            folded.removeLast(folded.count - start)
        }
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
        guard count >= 8 else {
            for index in indices where self[index] >= 0x80 { return false }
            return true
        }
        var seen = word(at: count - 8)
        for index in stride(from: 0, to: count - 8, by: 8) { seen |= word(at: index) }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}

/// A row that is being built, but for its texts.
struct BuiltRow: BitwiseCopyable {
    let facts: Facts
    let time: Timestamp
    let mailKey: UInt64
    private(set) var carrierOffset = 0
    private(set) var carrierLength: UInt32 = 0
    private(set) var route: UInt32 = 0
    /// True where all texts are known to be ASCII.
    var isASCII = false
    var fromLength: UInt16 = 0
    var nameLength: UInt8 = 0
    /// Where the texts end in the arena, and the folded ones among the folded.
    var textEnd: UInt32 = 0
    var foldedEnd: UInt32 = 0

    init(facts: Facts, time: Timestamp, mailKey: UInt64) {
        self.facts = facts
        self.time = time
        self.mailKey = mailKey
    }

    mutating func place(offset: Int, length: Int, route: UInt32) {
        carrierOffset = offset
        carrierLength = UInt32(clamping: length)
        self.route = route
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
