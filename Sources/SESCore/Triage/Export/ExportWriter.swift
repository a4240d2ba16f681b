/// The form of an export.
public enum ExportFormat: CaseIterable, Hashable, Sendable {
    /// A table with a head, for spreadsheets.
    case csv
    /// One JSON object a line.
    case ndjson
    /// The addresses of the senders, one a line, each once.
    case addresses
    /// The ids that SES gave, one a line.
    case ids
}

/// Turns mails into the bytes of an export, piece by piece.
///
/// An address or id that does more than to be seen would break a list of lines; it is left out and counted.
public struct ExportWriter: Sendable {
    /// How many mails could not be written in this form.
    public private(set) var omitted = 0
    private let format: ExportFormat
    private var csv: CSVWriter
    private var lines: [UInt8] = []
    private var seen: Set<[UInt8]> = []

    /// A writer that has written nothing but the head of a table.
    ///
    /// - Parameters:
    ///   - format: The form of the export.
    ///   - isRaw: True where fields of CSV are not guarded against spreadsheets.
    public init(_ format: ExportFormat, isRaw: Bool = false) {
        self.format = format
        csv = CSVWriter(isRaw: isRaw)
        if format == .csv { csv.row(ExportColumn.all.map { RawText($0.name) }) }
    }
}

extension ExportWriter {
    /// Writes a mail.
    public mutating func add(_ row: ExportRow) {
        switch format {
        case .csv: csv.row(ExportColumn.all.map { $0.value(row) })
        case .ndjson: lines += row.jsonLine
        case .addresses: line(row.address, isOnce: true)
        case .ids: line(row.messageID, isOnce: false)
        }
    }

    /// Takes away what was written.
    public mutating func takeAll() -> [UInt8] {
        defer { lines.removeAll(keepingCapacity: true) }
        return format == .csv ? csv.takeAll() : lines
    }

    private mutating func line(_ text: RawText?, isOnce: Bool) {
        guard let text, text.isHarmless else {
            omitted += 1
            return
        }
        if isOnce, !seen.insert(SearchFold.fold(text.bytes)).inserted { return }
        lines += text.bytes + [0x0A]
    }
}

extension RawText {
    /// True where the text is not empty and has nothing in it but scalars that are seen as themselves.
    var isHarmless: Bool {
        let span = bytes.span
        var offset = 0
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            guard ScalarClass(unit.value).isHarmless else { return false }
            offset += unit.length
        }
        return !isEmpty
    }
}
