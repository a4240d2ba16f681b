/// One row of comma-separated values: its cells, and where it ends.
///
/// A cell in quotes may hold commas and line feeds; a quote in it is doubled.
/// <https://www.rfc-editor.org/rfc/rfc4180>
struct CSVRow: Hashable, Sendable {
    /// The cells in order, quotes included.
    var cells: [Range<Int>] = []
    /// Behind the last cell, before the end of the line.
    var end = 0

    /// What looking for a row came to.
    enum Scan: Hashable, Sendable {
        case row(CSVRow)
        case more
        /// A quote stands where none can, or is not closed; how far was looked.
        case bad(Int)
    }

    /// The row that begins at `start`, if it ends before `limit`.
    static func scan(
        _ bytes: Span<UInt8>, from start: Int, limit: Int, isFinal: Bool
    ) -> Scan {
        var row = CSVRow()
        var cell = start
        var position = start
        let end = min(bytes.count, limit)
        while true {
            if position < end, bytes[position] == UInt8(ascii: "\"") {
                switch endOfQuoted(bytes, from: position, end: end) {
                case .some(let next): position = next
                case nil: return ranOut(bytes, limit, isFinal)
                }
                // A quote at the very end may be the first of two.
                guard position < end || isFinal && end == bytes.count else {
                    return ranOut(bytes, limit, isFinal)
                }
                if position < end, !endsCell(bytes, at: position) { return .bad(position) }
            } else {
                while position < end, !endsCell(bytes, at: position) { position += 1 }
            }
            if position >= end, !(isFinal && end == bytes.count) {
                return ranOut(bytes, limit, isFinal)
            }
            if position + 1 == bytes.count, bytes[position] == 0x0D, !isFinal {
                return ranOut(bytes, limit, isFinal)
            }
            row.cells.append(cell..<position)
            guard position < end, bytes[position] == UInt8(ascii: ",") else {
                row.end = position
                return .row(row)
            }
            position += 1
            cell = position
        }
    }

    /// What a cell holds, its quotes undone.
    static func text(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> [UInt8] {
        guard cell.count >= 2, bytes[cell.lowerBound] == UInt8(ascii: "\"") else {
            return bytes.copy(cell)
        }
        var text: [UInt8] = []
        text.reserveCapacity(cell.count)
        var index = cell.lowerBound + 1
        while index < cell.upperBound - 1 {
            text.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return text
    }

    private static func endOfQuoted(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int? {
        var position = start + 1
        while position < end {
            if bytes[position] != UInt8(ascii: "\"") {
                position += 1
            } else if position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") {
                position += 2
            } else {
                return position + 1
            }
        }
        return nil
    }

    private static func endsCell(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: ","), 0x0A: true
        // The last byte at hand may be the first of a pair.
        case 0x0D: position + 1 == bytes.count || bytes[position + 1] == 0x0A
        default: false
        }
    }

    private static func ranOut(_ bytes: Span<UInt8>, _ limit: Int, _ isFinal: Bool) -> Scan {
        bytes.count < limit && !isFinal ? .more : .bad(min(bytes.count, limit))
    }
}
