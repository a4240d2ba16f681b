/// Finds the parts of a mail by their boundaries (RFC 2046, section 5.1), line by line and once.
///
/// Nothing is refused: a line that is no header begins the body, a boundary closes every part in
/// it, and what the mail does not close ends with it. What stands before the first boundary and behind
/// the last is shown by no mail program and is passed over.
struct PartReader {
    /// The parts in the order of the mail; a part stands before those that it is made of.
    private(set) var parts: [MailPart] = []
    /// How many more there are than are told.
    private(set) var unlisted = 0
    private var open: [Level] = []
    /// The part whose body goes on; nil between parts.
    private var leaf: Int?

    /// How many parts are told.
    static let mostParts = 1000
    /// How many parts may stand around one.
    static let deepest = 32

    /// A part whose parts are being read.
    private struct Level {
        let part: Int
        /// Nil for a mail, which ends where something around it does.
        let boundary: [UInt8]?
        let isDigest: Bool
    }

    /// A line that ends a part.
    private struct Delimiter {
        /// The index of the level that it belongs to.
        let level: Int
        /// True where no part follows in it.
        let closes: Bool
    }
}

extension PartReader {
    /// Reads a mail.
    init(_ bytes: Span<UInt8>) {
        var place = begin(0, bytes)
        while place < bytes.count {
            let end = HeaderLine.end(bytes, from: place)
            guard let delimiter = delimiter(bytes, place..<end) else {
                place = end
                continue
            }
            close(to: delimiter, before: Self.endOfText(bytes, before: place))
            place = delimiter.closes ? end : begin(end, bytes)
        }
        end(at: bytes.count)
    }

    /// Reads the headers of a part, and of the mail that it is made of; returns where its body begins.
    private mutating func begin(_ start: Int, _ bytes: Span<UInt8>) -> Int {
        var start = start
        while true {
            guard parts.count < Self.mostParts else {
                unlisted += 1
                return start
            }
            let (headers, body) = headers(bytes, from: start)
            let fields = HeaderBlock(bytes.extracting(start..<headers)).fields
            nameParent(by: fields)
            let isInDigest = open.last?.isDigest == true
            let header = PartHeader(
                fields, depth: open.count,
                defaultType: isInDigest ? "message/rfc822" : "text/plain", body: body)
            parts.append(header.part)
            let part = parts.count - 1
            guard header.boundary != nil || header.isMail else {
                leaf = part
                return body
            }
            guard open.count < Self.deepest else {
                parts[part].faults.append(.tooDeep)
                leaf = part
                return body
            }
            parts[part].hasParts = true
            open.append(
                Level(part: part, boundary: header.boundary, isDigest: header.isDigest))
            guard header.isMail else { return body }
            start = body
        }
    }

    /// Gives a part that is a mail the subject of that mail for its name.
    private mutating func nameParent(by fields: [HeaderField]) {
        guard let level = open.last, level.boundary == nil else { return }
        parts[level.part].name = fields.field("Subject")?.decoded.text ?? parts[level.part].name
    }

    /// Where the headers from a position on end, and where the body begins.
    private func headers(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, body: Int) {
        var place = start
        while place < bytes.count {
            let end = HeaderLine.end(bytes, from: place)
            if delimiter(bytes, place..<end) != nil { return (place, place) }
            let line = HeaderLine.withoutBreak(bytes, place..<end)
            switch HeaderLine(bytes, line, isFirst: place == start) {
            case .field, .continuation, .envelope: break
            case .blank: return (place, end)
            case .other: return (place, place)
            }
            place = end
        }
        return (place, place)
    }
}

extension PartReader {
    /// What a line ends; nil where it is no boundary of a part that is open.
    private func delimiter(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Delimiter? {
        let start = line.lowerBound + 2
        guard line.count > 2, bytes[line.lowerBound] == UInt8(ascii: "-"),
            bytes[line.lowerBound + 1] == UInt8(ascii: "-")
        else { return nil }
        var end = line.upperBound
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        for level in open.indices.reversed() {
            guard let boundary = open[level].boundary,
                Self.stands(boundary, bytes, at: start, before: end)
            else { continue }
            let rest = start + boundary.count..<end
            if rest.isEmpty { return Delimiter(level: level, closes: false) }
            if bytes.stands("--", in: rest) { return Delimiter(level: level, closes: true) }
        }
        return nil
    }

    private static func stands(
        _ boundary: [UInt8], _ bytes: Span<UInt8>, at start: Int, before end: Int
    ) -> Bool {
        let rest = end - start - boundary.count
        guard rest == 0 || rest == 2 else { return false }
        return boundary.indices.allSatisfy { boundary[$0] == bytes[start + $0] }
    }

    /// Where the text ends before a boundary: the line break belongs to that.
    private static func endOfText(_ bytes: Span<UInt8>, before line: Int) -> Int {
        guard line > 0 else { return 0 }
        return HeaderLine.withoutBreak(bytes, 0..<line).upperBound
    }

    private mutating func close(to delimiter: Delimiter, before end: Int) {
        endLeaf(at: end)
        while open.count > delimiter.level + 1 { closeLast(at: end, isProper: false) }
        if delimiter.closes { closeLast(at: end, isProper: true) }
    }

    private mutating func end(at end: Int) {
        endLeaf(at: end)
        while !open.isEmpty { closeLast(at: end, isProper: false) }
    }

    private mutating func endLeaf(at end: Int) {
        guard let part = leaf else { return }
        leaf = nil
        endBody(of: part, at: end)
    }

    private mutating func closeLast(at end: Int, isProper: Bool) {
        guard let level = open.popLast() else { return }
        endBody(of: level.part, at: end)
        guard level.boundary != nil else { return }
        if parts.count == level.part + 1, unlisted == 0 {
            parts[level.part].faults.append(.noParts)
            parts[level.part].hasParts = false
        } else if !isProper {
            parts[level.part].faults.append(.neverClosed)
        }
    }

    private mutating func endBody(of part: Int, at end: Int) {
        let start = parts[part].body.lowerBound
        parts[part].body = start..<max(start, end)
    }
}
