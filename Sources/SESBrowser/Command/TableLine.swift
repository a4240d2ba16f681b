import SESCore

/// One event, or several deliveries of a mail, as a line of text: time, verdict strip, author,
/// count, subject, all through the gate.
struct TableLine {
    let utf8: [UInt8]

    init(_ row: Row, deliveries: Int = 1) {
        let time = TimeForm.full
        var bytes = Self.pad(Array(time.text(row.time).utf8), to: time.columns)
        bytes.append(0x20)
        for check in Check.allCases {
            let letter = VerdictStrip.glyph(for: row.facts[check], check: check).scalar
            bytes.append(UInt8(ascii: letter))
        }
        bytes.append(0x20)
        let from = VisibleText(row.from).addressCut(columns: Self.authorColumns)
        bytes += from.utf8 + Self.pad([], to: Self.authorColumns + 1 - from.columns)
        if deliveries > 1 { bytes += Array("x\(deliveries) ".utf8) }
        bytes += VisibleText(row.subject).utf8
        bytes.append(0x0A)
        utf8 = bytes
    }

    private static let authorColumns = 32

    private static func pad(_ bytes: [UInt8], to columns: Int) -> [UInt8] {
        bytes + Array(repeating: 0x20, count: max(0, columns - bytes.count))
    }
}
