import SESCore

extension State {
    /// Opens the prompt for a note on the mail under the cursor, or on all tagged ones.
    mutating func openNote(_ action: Action) -> [Effect] {
        if let refusal = triage.refusal { return message.show(refusal, isError: true) }
        if action == .noteTagged {
            let rows = taggedRows
            guard !rows.isEmpty else {
                return message.show("no mail is tagged; t tags one, T many")
            }
            prompt = PromptState(.note(rows))
            return []
        }
        guard let row = cursorRow else {
            return message.show("there is no mail to write a note on")
        }
        guard triage.about?.row == row || !triage.marks[row].isNoted else {
            // The note that there is has to be read first.
            triage.awaitedNote = row
            return [.triage(.describe(row: row))]
        }
        let known = triage.about.flatMap { $0.row == row ? $0.triage.note : nil } ?? ""
        prompt = PromptState(.note([row]), text: String(decoding: known.bytes, as: UTF8.self))
        return []
    }

    /// Opens the prompt for a note that had to be read first.
    mutating func openAwaitedNote() -> [Effect] {
        guard let row = triage.awaitedNote.take(), row == cursorRow, prompt == nil else {
            return []
        }
        return openNote(.note)
    }

    /// Hands the note in the prompt over to the person's editor.
    mutating func editNote() -> [Effect] {
        guard let prompt, case .note(let rows) = prompt.kind else {
            return message.show("only notes are edited there")
        }
        guard !isRestricted else { return message.show("--restricted starts no editor") }
        self.prompt = nil
        return [.edit(RawText(prompt.editor.text), on: rows)]
    }

    /// Keeps a note on mails; an empty one takes it away.
    mutating func note(_ text: RawText, on rows: [Int]) -> [Effect] {
        for row in rows {
            triage.marks[row].isNoted = !text.isEmpty
            triage.marks[row].isUnsaved = true
        }
        triage.inFlight += 1
        let order = TriageOrder(rows: rows, note: text, seen: triage.seen)
        return [.triage(.decide(order))] + marksChanged(home: cursorRow)
    }

    /// Asks for the ids of the tagged mails, to copy them.
    mutating func copyTagged() -> [Effect] {
        let rows = taggedRows
        guard !rows.isEmpty else { return message.show("no mail is tagged; t tags one, T many") }
        return [.loadIDs(rows)]
    }
}
