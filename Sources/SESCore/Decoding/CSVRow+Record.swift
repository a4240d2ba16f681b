extension CSVRow {
    /// The record whose fields are the cells of a row; nil where they are those of something else.
    static func record(_ bytes: Span<UInt8>, _ columns: [RawText]) -> [UInt8]? {
        guard
            case .row(let row) = scan(bytes, from: 0, limit: bytes.count, isFinal: true),
            row.cells.count == columns.count
        else { return nil }
        return FlatRecord.json(
            columns: zip(columns, row.cells).compactMap { name, cell in
                let text = text(bytes, cell)
                return text.isEmpty ? nil : (name, RawText(text))
            })
    }
}
