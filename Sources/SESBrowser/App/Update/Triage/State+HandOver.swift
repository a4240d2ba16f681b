import SESCore

extension State {
    /// Opens the menu of commands for the mail under the cursor, which is read first where the detail
    /// does not hold it.
    mutating func openHandOver() -> [Effect] {
        guard let row = cursorRow else { return message.show("there is no mail under the cursor") }
        guard detail.row == row, let loaded = detail.loaded else {
            awaitsHandOver = true
            return detail.ask(for: row)
        }
        let client = TrustedHeaders(loaded.event.mail?.headers).clientAddress
        handOver = HandOverState(
            HandOver.all(for: loaded.event, client: client, now: clock.now))
        return []
    }

    /// Opens the menu that had to wait for its mail.
    mutating func finishHandOver() -> [Effect] {
        guard awaitsHandOver, detail.row == cursorRow else { return [] }
        awaitsHandOver = false
        return openHandOver()
    }

    /// Says why there is no menu, where one was waited for.
    mutating func failHandOver(_ reason: String) -> [Effect] {
        guard awaitsHandOver else { return [] }
        awaitsHandOver = false
        return message.show("no commands; the mail cannot be read: \(reason)", isError: true)
    }

    /// Moves in the menu, or copies the chosen command.
    mutating func useHandOver(_ action: Action) -> [Effect] {
        let rows = layout.overlayRows
        switch action {
        case .itemDown: handOver?.move(by: 1, rows: rows)
        case .itemUp: handOver?.move(by: -1, rows: rows)
        case .itemPageDown, .lastItem: handOver?.move(by: 1 << 32, rows: rows)
        case .itemPageUp, .firstItem: handOver?.move(by: -(1 << 32), rows: rows)
        case .copyCommand: return copyCommand()
        default: handOver = nil
        }
        return []
    }

    private mutating func copyCommand() -> [Effect] {
        guard let chosen = handOver?.chosen else { return [] }
        guard let command = chosen.command else { return message.show(chosen.remark) }
        // The words are quoted, and each has but what is seen as itself: it is copied as it is.
        return send(
            CopyText(name: "command", bytes: command.bytes, fileName: "ses-browser-command.sh"),
            advice: "paste it into a shell: nothing was run")
    }
}
