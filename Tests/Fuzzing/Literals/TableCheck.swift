import FuzzSupport
@testable import SESCore

/// What cutting comma-separated values into rows and cells promises.
enum TableCheck {
    private static let columns: [RawText] = [
        "@timestamp", "ses.receipt.spamVerdict.status", "ses.mail.commonHeaders.from.0",
        "ses.mail.commonHeaders.subject",
    ]

    /// Reads an input as a table, and its first row by itself.
    static func check(_ input: [UInt8]) {
        _ = CSVReader.begins(input.span)
        for item in ReadingCheck.items(of: input, by: CSVReader()) {
            guard case .document(let range, let form, _) = item else { continue }
            DocumentCheck.check(input, range, form)
        }
        checkRow(input)
    }

    private static func checkRow(_ input: [UInt8]) {
        let scan = CSVRow.scan(input.span, from: 0, limit: input.count, isFinal: true)
        switch scan {
        case .more: promise(false, "more is wanted than there is")
        case .bad(let reached): promise(0...input.count ~= reached, "a quote at \(reached)")
        case .row(let row):
            checkCells(row, input)
            let cut = row.end / 2
            guard cut < row.end else { return }
            let before = CSVRow.scan(
                input.span.extracting(0..<cut), from: 0, limit: input.count, isFinal: false)
            promise(before == .more, "\(scan), and before \(cut) \(before)")
            let names = (0..<row.cells.count).map { columns[$0 % columns.count] }
            let source = Array(input[..<row.end])
            if let record = CSVRow.record(source.span, names) {
                SoundJSON.check(record, of: source)
            }
        }
    }

    /// The cells lie side by side, each with one comma behind it but the last.
    private static func checkCells(_ row: CSVRow, _ input: [UInt8]) {
        var next = 0
        for cell in row.cells {
            promise(cell.lowerBound == next, "\(cell) does not begin at \(next)")
            next = cell.upperBound + 1
            let text = CSVRow.text(input.span, cell)
            let isQuoted = cell.count >= 2 && input[cell.lowerBound] == UInt8(ascii: "\"")
            guard isQuoted else {
                promise(text == Array(input[cell]), "\(cell) without quotes was changed")
                continue
            }
            let again = text.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
            promise(
                again == Array(input[cell].dropFirst().dropLast()),
                "\(SoundJSON.text(Array(input[cell]))) holds \(SoundJSON.text(text))")
        }
        promise(next == row.end + 1, "the row ends at \(row.end), its cells at \(next - 1)")
    }
}
