/// Rows of the table that were read together; it never changes once it is published.
///
/// Each column is an array with one element a row. Text lies in one arena, so that a million rows
/// cost a handful of allocations.
public final class Piece: Sendable {
    /// The file, as an index into ``EventTable/files``.
    public let file: Int
    /// How many rows there are.
    public var count: Int { facts.count }

    let facts: [Facts]
    let times: [Timestamp]
    let mailKeys: [UInt64]
    /// From where on ``carrierOffsets`` count.
    private let base: Int
    private let carrierOffsets: [UInt32]
    private let carrierLengths: [UInt32]
    /// One for each row, or one alone where all rows have the same.
    private let routes: [UInt32]
    let textEnds: [UInt32]
    let fromLengths: [UInt16]
    let nameLengths: [UInt8]
    let arena: [UInt8]
    /// Ends of the rows in ``folded``.
    let foldedEnds: [UInt32]
    /// Of address, display name and subject those whose letter case is more than that of ASCII, with it taken
    /// out, for searching. In all others, and for a needle of whole characters in these too, what is found
    /// where they stand is there.
    let folded: [UInt8]

    /// What stands behind each of them, so that no word is found across two.
    static let divider: UInt8 = 0x0A

    /// The texts are copied, since an array that grew has room for up to twice what is in it.
    public init(_ builder: PieceBuilder) {
        let rows = builder.rows
        let base = rows.lazy.map { $0.carrierOffset }.min() ?? 0
        let route = rows.first?.route
        file = builder.file
        self.base = base
        facts = rows.map { $0.facts }
        times = rows.map { $0.time }
        mailKeys = rows.map { $0.mailKey }
        carrierOffsets = rows.map { UInt32(clamping: $0.carrierOffset - base) }
        carrierLengths = rows.map { $0.carrierLength }
        routes =
            rows.contains { $0.route != route } ? rows.map { $0.route } : route.map { [$0] } ?? []
        textEnds = rows.map { $0.textEnd }
        fromLengths = rows.map { $0.fromLength }
        nameLengths = rows.map { $0.nameLength }
        foldedEnds = rows.map { $0.foldedEnd }
        arena = builder.arena.exactCopy()
        folded = builder.folded.exactCopy()
    }

    private init(_ other: Piece, routes: [UInt32]) {
        file = other.file
        facts = other.facts
        times = other.times
        mailKeys = other.mailKeys
        base = other.base
        carrierOffsets = other.carrierOffsets
        carrierLengths = other.carrierLengths
        self.routes = routes
        textEnds = other.textEnds
        fromLengths = other.fromLengths
        nameLengths = other.nameLengths
        arena = other.arena
        foldedEnds = other.foldedEnds
        folded = other.folded
    }
}

extension Piece {
    /// The same rows with other numbers for their routes, by the old ones.
    func renumbered(_ numbers: [UInt32]) -> Piece {
        Piece(self, routes: routes.map { numbers[Int($0)] })
    }
}

extension Piece {
    /// The row at an index from 0 up to ``count``.
    public func row(_ index: Int) -> Row {
        let start = index == 0 ? 0 : Int(textEnds[index - 1])
        let name = start + Int(fromLengths[index])
        let subject = name + Int(nameLengths[index])
        return Row(
            facts: facts[index], time: times[index], mailKey: mailKeys[index],
            from: arena[start..<name], name: arena[name..<subject],
            subject: arena[subject..<Int(textEnds[index])])
    }

    /// Where the author's address of a row stands in ``arena``.
    func fromRange(_ index: Int) -> Range<Int> {
        let start = index == 0 ? 0 : Int(textEnds[index - 1])
        return start..<start + Int(fromLengths[index])
    }

    /// True where one of the wanted texts of a row holds the needle, letter case aside.
    func holds(_ needle: SearchNeedle, row index: Int, in parts: RowTexts.Parts = .all) -> Bool {
        let isFolded = foldedEnds[index] > (index == 0 ? 0 : foldedEnds[index - 1])
        let arena = arena
        for part in RowTexts.Parts.each where parts.contains(part) {
            let text = arena.span.extracting(texts.range(part, of: index))
            if isFolded ? needle.isFound(folding: text) : needle.offset(in: text) != nil {
                return true
            }
        }
        return false
    }

    /// The place of the carrier of a row in the file, and the number of its route.
    func place(_ index: Int) -> (offset: Int, length: Int, route: UInt32) {
        (
            base + Int(carrierOffsets[index]), Int(carrierLengths[index]),
            routes.count == 1 ? routes[0] : routes[index]
        )
    }
}

/// What the list shows of a mail.
public struct Row: Sendable {
    /// The five statuses, the policy and the marks.
    public let facts: Facts
    /// When SES accepted the mail.
    public let time: Timestamp
    /// A hash of what identifies the mail: its SES id, envelope sender and second of arrival.
    public let mailKey: UInt64
    /// The address of the first author, or the envelope sender where the event names no author;
    /// cut after ``PieceBuilder/longestFrom`` bytes.
    public let from: ArraySlice<UInt8>
    /// The display name of the first author; cut after ``PieceBuilder/longestName`` bytes.
    public let name: ArraySlice<UInt8>
    /// The subject; cut after ``PieceBuilder/longestSubject`` bytes.
    public let subject: ArraySlice<UInt8>
}

extension Row {
    /// True where address, name or subject hold what an honest mail does not: controls, reordering or
    /// invisible characters, invalid bytes.
    public var isHostile: Bool { [from, name, subject].contains(where: \.isHostileText) }
}

extension ArraySlice<UInt8> {
    /// True where the text holds what an honest mail does not.
    var isHostileText: Bool { !VisibleText(self).anomalies.isDisjoint(with: .hostile) }
}
