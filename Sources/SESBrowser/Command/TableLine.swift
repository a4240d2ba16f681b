import SESCore

/// One event as a line of text: time, verdict strip, author, subject, all through the gate.
struct TableLine {
    let utf8: [UInt8]

    init(_ row: Row) {
        var bytes = Array(Self.time(row.time).utf8)
        bytes.append(0x20)
        for check in Check.allCases {
            bytes.append(contentsOf: Array(String(Self.letter(row.facts[check], check)).utf8))
        }
        bytes.append(0x20)
        let from = VisibleText(row.from).addressCut(columns: Self.authorColumns)
        bytes += from.utf8
        bytes += Array(repeating: 0x20, count: max(1, Self.authorColumns + 1 - from.columns))
        bytes += VisibleText(row.subject).utf8
        bytes.append(0x0A)
        utf8 = bytes
    }

    private static let authorColumns = 32

    private static func time(_ time: Timestamp) -> String { time.text ?? "-------------------" }

    private static func letter(_ status: VerdictStatus, _ check: Check) -> Unicode.Scalar {
        switch status {
        case .missing: " "
        case .pass: "."
        case .fail: check.letter
        case .gray: "?"
        case .processingFailed: "!"
        case .disabled: "-"
        case .other: "#"
        }
    }
}

extension Timestamp {
    /// The moment as `2026-11-22 09:41:07` in UTC; nil where it is missing.
    var text: String? {
        guard let (date, hour, minute, second) = utc else { return nil }
        func pad(_ number: Int, _ digits: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        }
        return "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day)) "
            + "\(pad(hour)):\(pad(minute)):\(pad(second))"
    }
}
