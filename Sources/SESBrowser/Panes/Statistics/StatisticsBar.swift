import SESCore

/// A bar whose length is a count; its first part are the mails with a FAIL.
struct StatisticsBar {
    private let failing: Int
    private let others: Int

    /// The bar of a count, `columns` long where that is `most`.
    init(_ count: Int, failing: Int, most: Int, columns: Int) {
        guard count > 0, most > 0, columns > 0 else {
            (self.failing, others) = (0, 0)
            return
        }
        let length = max(1, min(columns, (count * columns + most / 2) / most))
        var part = (failing * length + count / 2) / count
        // What there is at all is seen, as long as there is a cell for each.
        if length > 1, failing > 0 { part = max(1, part) }
        if length > 1, failing < count { part = min(length - 1, part) }
        self.failing = part
        others = length - part
    }
}

extension StatisticsBar {
    /// The sign for mails with a FAIL.
    static func fail(_ charset: VisibleText.Form.Charset) -> String {
        charset == .utf8 ? "\u{2588}" : "#"
    }

    /// The sign for all others.
    static func other(_ charset: VisibleText.Form.Charset) -> String {
        charset == .utf8 ? "\u{2591}" : "-"
    }

    /// Adds the bar to a line.
    func append(to line: inout ScreenLine, _ charset: VisibleText.Form.Charset) {
        line.append(String(repeating: Self.fail(charset), count: failing), .fail)
        line.append(String(repeating: Self.other(charset), count: others))
    }
}
