import SESCore

/// A JSON text, set in by two columns a level, token by token.
///
/// The text need not be valid: outside of strings, white space alone is left out, and every string
/// stays as it is spelled. Lines are places in the text, so that a text of many small tokens costs
/// little; only the line that is asked for is made.
struct JSONLines: LineSource {
    private let text: RawText
    private let lines: [JSONLine]
    /// How many bytes at the end of the text are not shown.
    private let hidden: Int

    init(_ text: RawText) {
        let end = text.scalarBoundary(notAfter: Self.limit)
        self.text = text
        var divider = JSONDivider(Array(text.bytes[..<end]))
        lines = divider.lines(atMost: Self.mostLines)
        hidden = text.count - divider.place
    }

    var lineCount: Int { max(1, lines.count + (hidden > 0 ? 1 : 0)) }

    func line(_ index: Int) -> DetailLine {
        guard index < lines.count else {
            return hidden > 0
                ? DetailLine(
                    RawText("... \(ByteAmount(hidden)) more: view Raw shows all"), .notation)
                : DetailLine("the record is empty", .label)
        }
        let line = lines[index]
        let inset = 2 * min(Int(line.depth), Self.deepest)
        let tokens = JSONTokens(text.bytes[Int(line.start)..<Int(line.end)])
        let indent = RawText(String(repeating: " ", count: inset))
        return DetailLine(
            pieces: [DetailLine.Piece(text: indent, role: .plain)] + tokens.pieces,
            hanging: inset + 2, breaksAtWords: false)
    }

    /// How many bytes of a text are laid out.
    static let limit = 1024 * 1024
    /// How many lines a text is divided into; a record of SES has some hundreds.
    static let mostLines = 100_000
    /// The level from which on lines are set in no further.
    private static let deepest = 40
}

/// Where one line stands in a text of less than 4 GB, and how many containers are open there.
struct JSONLine: Hashable, Sendable {
    var start: UInt32
    var end: UInt32
    var depth: UInt16
}

/// Divides a JSON text into lines: one a member, an element and a closing bracket.
private struct JSONDivider {
    private let bytes: [UInt8]
    private var found: [JSONLine] = []
    private var depth = 0
    /// How far the text has been divided.
    private(set) var place = 0
    /// Where the present line begins; nil as long as it has no token.
    private var start: Int?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func lines(atMost most: Int) -> [JSONLine] {
        while place < bytes.count, found.count < most {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "\""):
                start = start ?? place
                place = bytes[...].endOfString(at: place)
                endLine(ifLongAt: place)
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                start = start ?? place
                if let end = emptyEnd(at: place) {
                    place = end
                    continue
                }
                endLine(at: place + 1)
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                endLine(at: place)
                depth = max(0, depth - 1)
                start = place
            case UInt8(ascii: ","):
                start = start ?? place
                endLine(at: place + 1)
            default:
                if !byte.isJSONSpace { start = start ?? place }
            }
            place += 1
        }
        if found.count < most { endLine(at: place) }
        // A line that was begun when there were enough is not shown.
        place = start ?? place
        return found
    }

    private mutating func endLine(at end: Int) {
        guard let start else { return }
        found.append(
            JSONLine(
                start: UInt32(start), end: UInt32(end),
                depth: UInt16(clamping: depth)))
        self.start = nil
    }

    /// Strings that follow each other without a comma must not become one endless line.
    private mutating func endLine(ifLongAt end: Int) {
        if let start, end - start > DetailLine.Piece.mostBytes,
            end < bytes.count, bytes[end] == UInt8(ascii: "\"")
        {
            endLine(at: end)
        }
    }

    /// The end of a container that is empty but for white space.
    private func emptyEnd(at open: Int) -> Int? {
        let close: UInt8 = bytes[open] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var place = open + 1
        while place < bytes.count, bytes[place].isJSONSpace { place += 1 }
        return place < bytes.count && bytes[place] == close ? place + 1 : nil
    }
}

/// The tokens of one line, with the white space that a reader expects and no other.
private struct JSONTokens {
    private(set) var pieces: [DetailLine.Piece] = []

    init(_ bytes: ArraySlice<UInt8>) {
        var place = bytes.startIndex
        var bare: [UInt8] = []
        var isAfterSpace = false
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                flush(&bare)
                let end = bytes.endOfString(at: place)
                append(bytes[place..<end], bytes.isColonNext(after: end) ? .label : .plain)
                place = end
            } else {
                if byte == UInt8(ascii: ":") {
                    bare += [byte, 0x20]
                } else if !byte.isJSONSpace {
                    // Words that the text keeps apart stay apart.
                    if isAfterSpace, bare.last?.isJSONWord ?? false, byte.isJSONWord {
                        bare.append(0x20)
                    }
                    bare.append(byte)
                }
                place += 1
            }
            isAfterSpace = byte.isJSONSpace
        }
        flush(&bare)
    }

    private mutating func flush(_ bare: inout [UInt8]) {
        if !bare.isEmpty { append(bare[...], .plain) }
        bare = []
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, _ role: Role) {
        pieces.append(DetailLine.Piece(text: RawText(bytes), role: role, isRaw: true))
    }
}

extension ArraySlice<UInt8> {
    /// The place after the closing quote of the string that begins at `place`.
    fileprivate func endOfString(at place: Int) -> Int {
        var place = place + 1
        while place < endIndex {
            if self[place] == UInt8(ascii: "\"") { return place + 1 }
            place += self[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return endIndex
    }

    fileprivate func isColonNext(after place: Int) -> Bool {
        self[place...].first { !$0.isJSONSpace } == UInt8(ascii: ":")
    }
}

extension UInt8 {
    fileprivate var isJSONSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
    }

    /// True for what is neither white space nor a sign of JSON's own.
    fileprivate var isJSONWord: Bool {
        switch self {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x20, 0x0A, 0x0D, 0x09:
            false
        default: true
        }
    }
}
