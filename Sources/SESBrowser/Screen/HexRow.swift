/// One row of a dump: an offset, the bytes in hexadecimal, and their ASCII letters.
enum HexRow {
    /// How many bytes stand in a row of so many columns.
    static func width(columns: Int) -> Int { columns >= 78 ? 16 : columns >= 45 ? 8 : 4 }

    /// How many rows so many bytes need.
    static func count(_ bytes: Int, columns: Int) -> Int {
        (bytes + width(columns: columns) - 1) / width(columns: columns)
    }

    /// The row of the given number.
    static func line(_ row: Int, of bytes: [UInt8], at offset: Int, columns: Int) -> ScreenLine {
        let width = width(columns: columns)
        let start = row * width
        let part = bytes[min(start, bytes.count)..<min(start + width, bytes.count)]
        var line = ScreenLine(hex(offset + start, digits: 8) + "  ", .label)
        for byte in part { line.append(hex(Int(byte), digits: 2) + " ") }
        line.pad(to: 10 + 3 * width + 1)
        for byte in part {
            let isPrintable = (0x20..<0x7F).contains(byte)
            line.append(
                isPrintable ? String(Unicode.Scalar(byte)) : ".", isPrintable ? .plain : .notation)
        }
        return line
    }

    private static func hex(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
