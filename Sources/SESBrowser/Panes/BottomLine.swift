import SESCore

/// The last line: a prompt, a message, the keys that may follow a prefix, or hints.
struct BottomLine {
    private let state: State

    init(_ state: State) { self.state = state }

    func draw(into grid: inout Grid, _ layout: Layout, _ theme: Theme) {
        let columns = layout.hint.columns
        if let prompt = state.prompt, state.context == .prompt {
            var right = ScreenLine()
            if !prompt.candidates.isEmpty {
                right.append("  " + prompt.candidates.joined(separator: " "), .label)
                right.cut(to: max(0, columns - prompt.editor.scalars.count - 12))
            }
            let field = PromptField(
                label(of: prompt, columns), prompt.editor, columns: columns - right.columns)
            var line = field.line()
            line.append(right.glyphs)
            grid.draw(line, row: 0, in: layout.hint, theme: theme)
            grid.cursor = Point(row: layout.hint.row, column: field.cursorColumn)
            grid.showsCursor = true
            return
        }
        let line =
            candidates(columns) ?? expectation(columns) ?? following(columns) ?? message(columns)
            ?? hints(columns)
        grid.draw(line, row: 0, in: layout.hint, theme: theme, fill: .hintBar)
    }
}

extension BottomLine {
    /// What stands before the text of a prompt.
    private func label(of prompt: PromptState, _ columns: Int) -> String {
        switch prompt.kind {
        case .command: return ":"
        case .search: return "/"
        case .copyHeader: return columns >= 60 ? "copy header (Tab completes): " : "header: "
        case .note(let rows):
            let editor = columns >= 60 ? " (^X edits it in $EDITOR)" : ""
            return rows.count > 1
                ? "note on \(Count(rows.count).grouped) mails\(editor): " : "note\(editor): "
        case .tagMatching: return columns >= 60 ? "tag the listed mails of: " : "tag: "
        case .untagMatching: return columns >= 60 ? "untag (Enter alone: all): " : "untag: "
        case .export:
            if state.export.lacksFormat {
                return columns >= 60
                    ? "name in .csv .ndjson .addresses .ids: " : ".csv .ndjson .ids: "
            }
            guard let rows = state.export.rows, columns >= 60 else { return "write to: " }
            let noun = rows.count == 1 ? "mail" : "mails"
            let kind = rows.isTagged ? "tagged" : "listed"
            return "write \(Count(rows.count).grouped) \(kind) \(noun) to: "
        case .saveCopy:
            guard let text = state.copy.refused, columns >= 60 else { return "write to: " }
            return "\(ByteAmount(text.bytes.count)) are too long to send; write to: "
        }
    }

    private func message(_ columns: Int) -> ScreenLine? {
        guard let text = state.message.text else { return nil }
        var line = ScreenLine(" ", .hintBar)
        line.append(
            Gate.glyphs(of: Gate.visible(text.bytes), in: columns - 1),
            state.message.isError ? .errorMessage : .hintBar)
        return line
    }

    private func candidates(_ columns: Int) -> ScreenLine? {
        guard state.context == .filterText, let bar = state.bar, !bar.candidates.isEmpty else {
            return nil
        }
        var line = ScreenLine("", .label)
        for candidate in bar.candidates {
            let count = candidate.count.map { " (\(Count($0).grouped))" } ?? ""
            let room = columns - line.columns
            guard room > 8 else { break }
            line.append("  ", .label)
            line.append(
                Gate.glyphs(of: Gate.visible(Array(candidate.text.utf8)), in: room - 2), .label)
            line.append(count, .hintBar)
        }
        line.cut(to: columns)
        return line
    }

    /// What the text of the filter could go on with where reading it stopped.
    private func expectation(_ columns: Int) -> ScreenLine? {
        guard state.context == .filterText, let error = state.bar?.error else { return nil }
        var line = ScreenLine(" ", .hintBar)
        line.append(Gate.glyphs(of: Array(error.message.utf8)), .hintBar)
        line.cut(to: columns)
        return line
    }

    /// The keys that may follow the one that was pressed, which no message may hide.
    private func following(_ columns: Int) -> ScreenLine? {
        state.pending.wait != nil && state.pending.isShown ? hints(columns) : nil
    }

    private func hints(_ columns: Int) -> ScreenLine {
        let hints = Hint.all(state)
        let help = state.context == .help ? nil : Hint(.help)
        let room = columns - (help.map { $0.columns + 2 } ?? 0)
        var line = ScreenLine()
        for hint in hints where line.columns + hint.columns + 2 <= room {
            line.append(line.columns == 0 ? " " : "  ", .hintBar)
            hint.append(to: &line)
        }
        guard let help, help.columns < columns else { return line }
        line.fit(to: columns - help.columns - 1, .hintBar)
        help.append(to: &line)
        return line
    }
}
