import SESCore

/// Bytes of a file as hex and text, with their places in the file.
///
/// A row is made when it is asked for, so that any number of bytes costs nothing to lay out.
struct RawRows: DetailContent {
    private let bytes: [UInt8]
    /// Where the bytes begin in the file.
    private let offset: Int
    private let columns: Int
    private let bytesPerRow: Int
    /// How many digits an offset takes; 0 where there is no room for offsets.
    private let digits: Int
    /// The bytes that are set off by brackets, by their index; nil where none are.
    private let place: Range<Int>?

    /// Lays bytes out that begin at an offset of the file, `place` set off in them, a range of the
    /// file that is not empty.
    init(_ bytes: [UInt8], at offset: Int, columns: Int, place: Range<Int>? = nil) {
        self.bytes = bytes
        self.offset = offset
        self.place = place.map { ($0.lowerBound - offset)..<($0.upperBound - offset) }
        self.columns = columns
        let needed = max(8, String(offset + bytes.count).utf8.count)
        let choice = Self.choices.first { choice in
            columns >= choice.leastColumns
                && columns >= Self.width(digits: needed, bytes: choice.bytes)
        }
        bytesPerRow = choice?.bytes ?? 4
        digits = columns >= Self.width(digits: needed, bytes: bytesPerRow) ? needed : 0
    }

    var rowCount: Int { max(1, (bytes.count + bytesPerRow - 1) / bytesPerRow) }

    func row(_ index: Int) -> [StyledGlyph] {
        guard !bytes.isEmpty else { return Array(Self.glyphs("no bytes", .label).prefix(columns)) }
        let part = bytes(inRow: index)
        var glyphs: [StyledGlyph] = []
        if digits > 0 {
            let number = String(offset + part.startIndex)
            let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
            glyphs += Self.glyphs(zeros + number + "  ", .label)
        }
        if place?.lowerBound == part.startIndex, !glyphs.isEmpty {
            glyphs[glyphs.count - 1] = Self.bracket("[")
        }
        for (index, byte) in zip(part.indices, part) {
            glyphs += Self.glyphs(Self.hex(byte), role(index))
            glyphs.append(edge(behind: index, isLast: index == part.endIndex - 1))
        }
        let missing = String(repeating: "   ", count: bytesPerRow - part.count)
        glyphs += Self.glyphs(missing + " ", .plain)
        glyphs += zip(part.indices, part).map { Self.text($1, role($0)) }
        return Array(glyphs.prefix(columns))
    }

    func row(containing needle: RawText, from start: Int, isBackward: Bool) -> Int? {
        let needle = needle.bytes.map(\.asciiLower)
        let last = bytes.count - needle.count
        guard last >= 0 else { return nil }
        // Upwards, the search begins at the last byte of the row.
        let first = isBackward ? min(last, (start + 1) * bytesPerRow - 1) : start * bytesPerRow
        let end = isBackward ? -1 : last + 1
        let places = stride(from: first, to: end, by: isBackward ? -1 : 1)
        return places.first { stands(needle, at: $0) }.map { $0 / bytesPerRow }
    }

    func matches(of needle: RawText, inRow index: Int) -> [Range<Int>] {
        let needle = needle.bytes.map(\.asciiLower)
        let row = bytes(inRow: index).indices
        let last = min(bytes.count - needle.count, row.upperBound - 1)
        var next = max(0, row.lowerBound - needle.count + 1)
        var hex: [Range<Int>] = []
        var text: [Range<Int>] = []
        while next <= last {
            guard stands(needle, at: next) else {
                next += 1
                continue
            }
            let part = (next..<next + needle.count).clamped(to: row)
            let from = part.lowerBound - row.lowerBound
            let to = part.upperBound - row.lowerBound
            hex.append(hexStart + 3 * from..<hexStart + 3 * to - 1)
            text.append(textStart + from..<textStart + to)
            next += needle.count
        }
        return (hex + text).map { $0.clamped(to: 0..<columns) }.filter { !$0.isEmpty }
    }
}

extension RawRows {
    /// How many bytes a row holds, from how many columns on.
    private static let choices = [(bytes: 16, leastColumns: 78), (bytes: 8, leastColumns: 45)]

    private static func width(digits: Int, bytes: Int) -> Int { digits + 2 + 4 * bytes + 1 }

    private var hexStart: Int { digits == 0 ? 0 : digits + 2 }

    private var textStart: Int { hexStart + 3 * bytesPerRow + 1 }

    private func bytes(inRow index: Int) -> ArraySlice<UInt8> {
        let start = index * bytesPerRow
        return bytes[min(start, bytes.count)..<min(start + bytesPerRow, bytes.count)]
    }

    private func stands(_ needle: [UInt8], at place: Int) -> Bool {
        zip(needle, bytes[place...]).allSatisfy { $0 == $1.asciiLower }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// The row in which a byte of the file stands.
    func row(of position: Int) -> Int { max(0, position - offset) / bytesPerRow }

    /// What stands behind a byte in hex: a blank, or a bracket where the place begins or ends.
    private func edge(behind index: Int, isLast: Bool) -> StyledGlyph {
        if place?.upperBound == index + 1 { return Self.bracket("]") }
        if place?.lowerBound == index + 1, !isLast { return Self.bracket("[") }
        return StyledGlyph(glyph: Glyph(scalar: 0x20, width: 1), role: .plain)
    }

    private func role(_ index: Int) -> Role { place?.contains(index) == true ? .match : .plain }

    private static func bracket(_ sign: Unicode.Scalar) -> StyledGlyph {
        StyledGlyph(glyph: Glyph(scalar: sign.value, width: 1), role: .match)
    }

    private static func text(_ byte: UInt8, _ role: Role) -> StyledGlyph {
        0x20..<0x7F ~= byte
            ? StyledGlyph(glyph: Glyph(scalar: UInt32(byte), width: 1), role: role)
            : StyledGlyph(
                glyph: Glyph(scalar: 0x2E, width: 1, isNotation: true), role: .notation)
    }

    /// Glyphs of our own ASCII text.
    private static func glyphs(_ text: String, _ role: Role) -> [StyledGlyph] {
        text.unicodeScalars.map {
            StyledGlyph(glyph: Glyph(scalar: $0.value, width: 1), role: role)
        }
    }
}
