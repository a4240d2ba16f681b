import SESCore

extension State {
    /// Takes something that came from outside.
    mutating func handle(_ input: Input) -> [Effect] {
        switch input {
        case .key(let key): return press(key)
        case .paste(let bytes): return paste(bytes)
        case .resize(let size):
            self.size = size
            return settle()
        case .resumed: return [.redraw]
        case .terminate, .hangUp: return [.quit]
        case .wake: return []
        }
    }

    /// Waits for one more key; after a third of a second the keys that may follow are shown.
    mutating func wait(for wait: PendingKeys.Wait) -> [Effect] {
        pending.wait = wait
        pending.isShown = false
        pending.token += 1
        return [.wake(afterMilliseconds: 300, .prefix(pending.token))]
    }

    /// Does what a key says.
    mutating func press(_ key: Key) -> [Effect] {
        triage.isTouched = true
        if holds(key) { return [] }
        if closeCopy(for: key) { return settle() }
        let context = context
        if let wait = pending.wait {
            pending = PendingKeys(token: pending.token)
            return complete(wait, with: key, in: context)
        }
        if let action = Keymap.standard.action(KeySequence(key), in: context)
            ?? untypedAction(key, in: context)
        {
            return update(action)
        }
        if Keymap.standard.isPrefix(key, in: context) { return wait(for: .prefix(key)) }
        if case .character(let scalar) = key, !context.isDisjoint(with: .typing) {
            return type([scalar])
        }
        return unbound(key.name)
    }

    /// In a help without a search text `q` and the blank are keys as in any list.
    private func untypedAction(_ key: Key, in context: Contexts) -> Action? {
        guard context == .help, help?.editor.scalars.isEmpty == true,
            [.character("q"), .character(" ")].contains(key)
        else { return nil }
        return Keymap.standard.action(KeySequence(key), in: .regions)
    }

    private mutating func complete(
        _ wait: PendingKeys.Wait, with key: Key, in context: Contexts
    ) -> [Effect] {
        if [.escape, .control("g"), .control("c")].contains(key) {
            return giveUp(wait)
        }
        switch (wait, key) {
        case (.overwrite, _): return overwrite(key == "y")
        case (.replaceExport, _): return replaceExport(key == "y")
        case (.bulk(let decision, let rows), "y"):
            message.clear()
            return decideBulk(decision, rows) + settle()
        case (.overtaken(let step), "y"):
            message.clear()
            return [.triage(.settle(step, saves: true))]
        case (.leaving, "y"): return [.quit]
        case (.bulk, _), (.overtaken, _), (.leaving, _): return giveUp(wait)
        case (.prefix(let prefix), _):
            let keys = KeySequence(prefix: prefix, key)
            guard let action = Keymap.standard.action(keys, in: context) else {
                return unbound(keys.name)
            }
            return update(action)
        case (.setBookmark, .character(let letter)):
            list.bookmarks[letter] = cursorRow
            return message.show("bookmark \(letter) set; '\(letter) jumps to it")
        case (.jumpToBookmark, .character(let letter)):
            guard let row = list.bookmarks[letter] else {
                return message.show("no bookmark \(letter)")
            }
            return go(to: row)
        default: return message.show("a bookmark is a letter")
        }
    }

    /// A question is answered by no.
    private mutating func giveUp(_ wait: PendingKeys.Wait) -> [Effect] {
        switch wait {
        case .overwrite, .replaceExport: message.clear()
        case .bulk: return message.show("nothing was decided")
        case .overtaken(let step):
            return [.triage(.settle(step, saves: false))] + message.show("left as it was decided")
        case .leaving: return message.show("still here; saving is tried again")
        case .prefix, .setBookmark, .jumpToBookmark: break
        }
        return []
    }

    private mutating func unbound(_ name: String) -> [Effect] {
        switch name {
        case "s": message.show("s decides nothing: hold Shift, S is spam")
        case "d": message.show("d deletes nothing here: C clears a decision, ^T untags")
        default: message.show("\(name) is not bound; ? shows the keys")
        }
    }

    private mutating func paste(_ bytes: [UInt8]) -> [Effect] {
        guard !context.isDisjoint(with: .typing) else {
            return message.show("paste ignored: it is only taken in a prompt")
        }
        return type(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    }
}
