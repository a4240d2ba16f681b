/// Cuts a table of comma-separated values into rows, as the console of Logs Insights exports one.
///
/// The first row names the columns. Of a table with `@message` that cell is the document, of one with
/// the fields of receipts the row is.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_ExportQueryResults.html>
struct CSVReader {
    /// Where the next item begins, in bytes from the start of the input.
    private(set) var position = 0
    /// Where the window has to begin for the next call.
    var needed: Int { position }

    private var columns: [RawText] = []
    private var account = LookAheadAccount()
    /// Items of the row that was read last, the next one last.
    private var ready: [ReaderItem] = []

    private static let message: RawText = "@message"
    private static let longestLine = 64 << 10
}

extension CSVReader {
    /// Whether a file begins with the names of columns that such a table has; `head` is its start.
    static func begins(_ head: Span<UInt8>) -> Bool {
        guard let row = names(head, isFinal: false) else { return false }
        return row.contains(message) || row.contains { FlatRecord.isTelling($0.bytes.span) }
    }

    /// The next item, seen through a window that begins at `base`, which is ``needed`` or before,
    /// and is final where it reaches the end of the input.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem {
        let window = Window(bytes: bytes, base: base, isFinal: isFinal)
        let before = position
        let item = ready.popLast() ?? step(window)
        position = max(position, item.end)
        if position > before { account.earn(progress: position - before) }
        return item
    }

    private mutating func step(_ window: borrowing Window) -> ReaderItem {
        var end = position
        while let byte = window[end], JSONStructure.isSpace(byte) { end += 1 }
        if end > position { return .envelope(position..<end) }
        guard window[position] != nil else { return window.isFinal ? .end : .more }
        var limit = min(LookAhead.longestDocument, Self.longestLine + account.balance)
        limit += window.index(position)
        let start = markEnd(window)
        let scan = CSVRow.scan(
            window.bytes, from: window.index(start), limit: limit, isFinal: window.isFinal)
        switch scan {
        case .more: return .more
        case .bad(let reached): return broken(window, reached: window.position(reached))
        case .row(let row): return take(row, window)
        }
    }

    /// Behind the byte order mark that the file may begin with.
    private func markEnd(_ window: borrowing Window) -> Int {
        position == 0 && window[0] == 0xEF ? min(3, window.position(window.bytes.count)) : position
    }

    private mutating func take(_ row: CSVRow, _ window: borrowing Window) -> ReaderItem {
        let end = window.position(row.end)
        guard !columns.isEmpty else {
            columns = row.cells.map { RawText(CSVRow.text(window.bytes, $0)) }
            return .envelope(position..<end)
        }
        guard row.cells.count == columns.count else {
            return .broken(
                position..<end,
                reason: "a row of \(row.cells.count) cells under \(columns.count) columns")
        }
        guard let place = columns.firstIndex(of: Self.message), row.cells[place].count > 2 else {
            return .document(position..<end, form: .columns(columns), isSalvaged: false)
        }
        let cell = row.cells[place]
        let range = window.position(cell.lowerBound)..<window.position(cell.upperBound)
        ready = [
            .envelope(range.upperBound..<end),
            .document(range, form: .cell, isSalvaged: false),
        ].filter { !$0.isEmpty }
        guard range.lowerBound > position else {
            return ready.removeLast()
        }
        return .envelope(position..<range.lowerBound)
    }

    /// Gives a row up: its first line is broken, and reading goes on at the next.
    private mutating func broken(_ window: borrowing Window, reached: Int) -> ReaderItem {
        var end = position
        while end - position < Self.longestLine {
            guard let byte = window[end] else {
                guard window.isFinal else { return .more }
                break
            }
            if byte == 0x0A { break }
            end += 1
        }
        account.pay(max(0, reached - end))
        return .broken(
            position..<end, reason: "a quote is not closed, or stands inside a cell without quotes")
    }

    private static func names(_ head: Span<UInt8>, isFinal: Bool) -> [RawText]? {
        let hasMark = head.count >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF
        let scan = CSVRow.scan(
            head, from: hasMark ? 3 : 0, limit: head.count, isFinal: isFinal)
        guard case .row(let row) = scan else { return nil }
        return row.cells.map { RawText(CSVRow.text(head, $0)) }
    }
}

extension ReaderItem {
    /// The position behind the item; 0 where it covers nothing.
    fileprivate var end: Int {
        switch self {
        case .document(let range, _, _), .envelope(let range), .remark(let range, _),
            .text(let range), .value(let range), .broken(let range, _):
            range.upperBound
        case .more, .end: 0
        }
    }

    fileprivate var isEmpty: Bool {
        if case .envelope(let range) = self { range.isEmpty } else { false }
    }
}
