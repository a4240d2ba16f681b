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
        let known = triage.about.flatMap { $0.row == row ? $0.triage.note : nil } ?? ""
        prompt = PromptState(.note([row]), text: String(decoding: known.bytes, as: UTF8.self))
        return []
    }

    /// Keeps a note on mails; an empty one takes it away.
    mutating func note(_ text: String, on rows: [Int]) -> [Effect] {
        for row in rows {
            triage.marks[row].isNoted = !text.isEmpty
            triage.marks[row].isUnsaved = true
        }
        triage.inFlight += 1
        let order = TriageOrder(rows: rows, note: RawText(text), seen: triage.seen)
        return [.triage(.decide(order))] + marksChanged(home: cursorRow)
    }

    /// Asks for the ids of the tagged mails, to copy them.
    mutating func copyTagged() -> [Effect] {
        let rows = taggedRows
        guard !rows.isEmpty else { return message.show("no mail is tagged; t tags one, T many") }
        return [.loadIDs(rows)]
    }
}
