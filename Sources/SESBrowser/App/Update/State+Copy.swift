import SESCore

extension State {
    /// Reads the mail under the cursor again to copy a part of it.
    mutating func copy(_ part: CopyPart) -> [Effect] {
        guard let row = cursorRow else { return message.show("there is no mail to copy from") }
        copy.wanted = part
        copy.asked = nil
        copy.refused = nil
        return [.loadToCopy(row: row)]
    }

    /// Takes the mail that was read for it.
    mutating func take(toCopy loaded: LoadedEvent, row: Int) -> [Effect] {
        guard let part = copy.wanted.take() else { return [] }
        if part == .header { return copyHeader(of: loaded, row: row) }
        guard let text = part.text(of: loaded) else {
            return message.show("this mail has no \(part.name)", isError: true)
        }
        return send(text)
    }

    /// Says why the mail could not be read.
    mutating func failToCopy(_ reason: String) -> [Effect] {
        copy.wanted = nil
        return message.show("nothing copied; the mail cannot be read: \(reason)", isError: true)
    }

    /// Copies the header that was asked for by name.
    mutating func copyHeader(named text: String) -> [Effect] {
        guard let loaded = copy.asked.take(), !text.isEmpty else { return [] }
        guard let found = HeaderChoice.find(text, in: loaded.event.mail?.headers ?? []) else {
            return message.show("this mail has no header \(text)", isError: true)
        }
        let others = found.count > 1 ? ", \(found.number) of \(found.count)" : ""
        return send(found.field, of: loaded, note: others)
    }

    /// In view Headers the one that the top row or the last match belongs to, elsewhere one by name.
    private mutating func copyHeader(of loaded: LoadedEvent, row: Int) -> [Effect] {
        guard let headers = loaded.event.mail?.headers, !headers.isEmpty else {
            return message.show("this mail has no headers", isError: true)
        }
        if focus == .detail, detail.view == .headers, detail.row == row,
            let field = detail.header(from: headerRow)
        {
            return send(field, of: loaded, note: "")
        }
        copy.asked = loaded
        prompt = PromptState(.copyHeader)
        return []
    }

    /// The row of the last match where it is on the screen, else the top one.
    private var headerRow: Int {
        let rows = layout.detail?.rows ?? 0
        guard let match = search.detailRow, (detail.top..<detail.top + rows).contains(match) else {
            return detail.top
        }
        return match
    }

    private mutating func send(
        _ field: HeaderField, of loaded: LoadedEvent, note: String
    ) -> [Effect] {
        let name = String(decoding: VisibleText(field.name).prefix(columns: 40).utf8, as: UTF8.self)
        return send(
            CopyText(
                name: "header \(name)\(note)", cleaning: field.decoded.text,
                fileName: loaded.fileName("txt")))
    }
}

extension State {
    /// Copies the ids of several mails, in one line.
    mutating func copy(ids: [RawText], missed: Int) -> [Effect] {
        let missing = missed > 0 ? ", \(missed) mails without" : ""
        guard !ids.isEmpty else { return message.show("none of the tagged mails has an id") }
        return send(
            CopyText(
                name: "\(Count(ids.count).grouped) ids\(missing)",
                cleaning: .joined(ids, by: " "), fileName: "ses-browser-ids.txt"))
    }

    /// Sends a text to the terminal and shows it, or offers to write it to a file; `advice` says what
    /// to do with it.
    mutating func send(_ text: CopyText, advice: String = "") -> [Effect] {
        let amount = ByteAmount(text.bytes.count)
        guard text.fits else {
            if isRestricted {
                return message.show(
                    "\(amount) are too long to send, and --restricted writes no file",
                    isError: true)
            }
            copy.refused = text
            prompt = PromptState(.saveCopy, text: text.fileName)
            return []
        }
        copy.shown = text
        let inexact = text.isExact ? "" : "; bytes that are no UTF-8 are U+FFFD"
        let sent =
            advice.isEmpty
            ? "\(text.name) sent to the terminal, \(amount)\(inexact)"
            : "\(text.name) sent to the terminal; \(advice)"
        switch copy.clipboard {
        case .terminal, .screen: return [.copy(text.bytes)] + message.show(sent)
        case .tmux:
            return [.copy(text.bytes)]
                + message.show(sent + "; tmux needs set-clipboard on")
        case .none:
            return message.show("this console has no clipboard; select the \(text.name) above")
        }
    }

    /// Writes the refused text to a file.
    mutating func saveCopy(to name: String, replaces: Bool = false) -> [Effect] {
        guard let text = copy.refused, !name.isEmpty else { return [] }
        copy.path = RawText(name)
        return [
            .save(
                SaveRequest(path: copy.path, bytes: text.bytes + [0x0A], replaces: replaces))
        ]
    }

    /// Writes it in the place of the file that has its name, or asks for another name.
    mutating func overwrite(_ isAllowed: Bool) -> [Effect] {
        let name = String(decoding: copy.path.bytes, as: UTF8.self)
        if isAllowed { return saveCopy(to: name, replaces: true) }
        prompt = PromptState(.saveCopy, text: name)
        return []
    }

    /// Says what became of the file.
    mutating func take(saved outcome: SaveOutcome) -> [Effect] {
        let path = copy.path
        switch outcome {
        case .written:
            copy.refused = nil
            return message.show("written to " + path)
        case .exists:
            pending.ask(.overwrite)
            return message.show(path + " exists: y replaces it, another key asks for a name")
        case .failed(let reason):
            return message.show("not written to " + path + ": " + RawText(reason), isError: true)
        }
    }

    /// Takes a text away that was shown for selecting; true where the key is used up by that.
    mutating func closeCopy(for key: Key) -> Bool {
        guard copy.shown != nil else { return false }
        copy.shown = nil
        message.clear()
        return [.escape, .enter, "q", " ", .control("c"), .control("g")].contains(key)
    }
}
