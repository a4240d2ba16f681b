import SESCore

/// The rows of the menu of commands, laid out for a width.
struct HandOverLines: Sendable {
    let columns: Int
    /// The rows, each with the number of its command.
    private(set) var rows: [Row] = []

    /// A row of the menu.
    struct Row: Sendable {
        let item: Int
        /// True where it is the first one of its command, before which the sign of the cursor stands.
        let isFirst: Bool
        var line: ScreenLine
    }

    /// The longest part of a command that is laid out, in bytes; of the rest the amount is told.
    static let mostBytes = 16 << 10

    init(_ items: [HandOver], columns: Int) {
        self.columns = columns
        for (number, item) in items.enumerated() {
            if number > 0 { rows.append(Row(item: number - 1, isFirst: false, line: ScreenLine())) }
            var title = ScreenLine(" ")
            title.append(item.title, item.command == nil ? .label : .heading)
            rows.append(Row(item: number, isFirst: true, line: title))
            add(item.command?.bytes ?? [], .plain, of: number)
            add(Array(item.remark.utf8), .label, of: number)
        }
    }
}

extension HandOverLines {
    /// The rows of a command, without the blank one behind it.
    func range(of item: Int) -> Range<Int> {
        guard let start = rows.firstIndex(where: { $0.item == item && $0.isFirst }) else {
            return 0..<0
        }
        let next = rows[(start + 1)...].firstIndex { $0.isFirst }
        return start..<(next.map { $0 - 1 } ?? rows.count)
    }

    private mutating func add(_ text: [UInt8], _ role: Role, of item: Int) {
        guard !text.isEmpty else { return }
        let indent = columns >= 60 ? 4 : 2
        var glyphs = Gate.glyphs(of: text.prefix(Self.mostBytes))
            .map { StyledGlyph(glyph: $0, role: role) }
        if text.count > Self.mostBytes {
            var rest = ScreenLine()
            rest.append("... \(text.count - Self.mostBytes) bytes more", .notation)
            glyphs += rest.glyphs
        }
        let wrapping = Wrapping(columns: max(1, columns - indent))
        for range in wrapping.rows(of: glyphs) {
            var line = ScreenLine()
            line.pad(to: indent)
            line.append(wrapping.row(range, of: glyphs))
            rows.append(Row(item: item, isFirst: false, line: line))
        }
    }
}
