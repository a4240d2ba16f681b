import SESCore

/// A line that is being typed, in a room that may be shorter than the text.
struct PromptField {
    private let label: String
    private let editor: LineEditor
    private let columns: Int
    /// How many columns of the text are scrolled out on the left.
    private let scrolled: Int

    init(_ label: String, _ editor: LineEditor, columns: Int) {
        self.label = label
        self.editor = editor
        self.columns = columns
        let room = max(1, columns - label.utf8.count - 1)
        scrolled = max(0, Gate.width(Gate.glyphs(of: editor.head.utf8)) - room)
    }
}

extension PromptField {
    /// The column of the cursor, from the start of the label.
    var cursorColumn: Int {
        let head = Gate.width(Gate.glyphs(of: editor.head.utf8))
        return max(0, min(label.utf8.count + head - scrolled, columns - 1))
    }

    /// The label and the text, cut and padded to the room; from the byte `stop` on the text could
    /// not be read and is marked.
    func line(stop: Int? = nil) -> ScreenLine {
        let bytes = Array(editor.text.utf8)
        let stop = min(max(stop ?? bytes.count, 0), bytes.count)
        var text = ScreenLine()
        text.append(Gate.glyphs(of: bytes[..<stop]))
        text.append(Gate.glyphs(of: bytes[stop...]), .warning)
        var line = ScreenLine(label, .label)
        line.append(text.dropping(columns: scrolled).glyphs)
        line.fit(to: columns)
        return line
    }
}

extension ScreenLine {
    /// The line without its first columns; half of a wide glyph leaves a blank.
    func dropping(columns count: Int) -> ScreenLine {
        guard count > 0 else { return self }
        var rest = ScreenLine()
        var column = 0
        for glyph in glyphs {
            if column >= count {
                rest.append([glyph])
            } else if column + Int(glyph.glyph.width) > count {
                rest.append(" ", glyph.role)
            }
            column += Int(glyph.glyph.width)
        }
        return rest
    }

    /// Text of our own and from outside, broken at blanks into lines of so many columns.
    static func wrapped(_ text: RawText, _ role: Role, columns: Int) -> [ScreenLine] {
        var lines = [ScreenLine()]
        for word in text.bytes.split(separator: 0x20) {
            var glyphs = Gate.glyphs(of: word)
            let used = lines[lines.count - 1].columns
            if used > 0, used + 1 + Gate.width(glyphs) > columns { lines.append(ScreenLine()) }
            if lines[lines.count - 1].columns > 0 { lines[lines.count - 1].append(" ", role) }
            while Gate.width(glyphs) > columns, columns > 0 {
                let part = glyphs.prefix(max(1, columns / 2))
                lines[lines.count - 1].append(Array(part), role)
                lines.append(ScreenLine())
                glyphs.removeFirst(part.count)
            }
            lines[lines.count - 1].append(glyphs, role)
        }
        return lines
    }
}
