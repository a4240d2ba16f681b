import SESCore

/// The message that borrows the line of hints for a while.
struct MessageState: Sendable {
    /// The text as bytes: it may name a file.
    private(set) var text: RawText?
    private(set) var isError = false
    private var token = 0
    /// Announcements that have not had their turn.
    private var waiting: [Announcement] = []

    private struct Announcement: Sendable {
        let text: RawText
        let isError: Bool
    }
}

extension MessageState {
    /// How long a message stands, in milliseconds.
    static let duration = 4000

    /// Shows a message.
    mutating func show(_ text: RawText, isError: Bool = false) -> [Effect] {
        self.text = text
        self.isError = isError
        token += 1
        return [.wake(afterMilliseconds: Self.duration, .message(token))]
    }

    /// Shows a message of our own words.
    mutating func show(_ text: String, isError: Bool = false) -> [Effect] {
        show(RawText(text), isError: isError)
    }

    /// Shows a message that no key has asked for, after those that stand or wait.
    mutating func announce(_ text: RawText, isError: Bool = false) -> [Effect] {
        guard self.text != nil else { return show(text, isError: isError) }
        waiting.append(Announcement(text: text, isError: isError))
        return []
    }

    /// Takes the message away if it is still the one that the timer was set for; the next
    /// announcement follows.
    mutating func due(_ token: Int) -> [Effect] {
        guard token == self.token else { return [] }
        text = nil
        guard !waiting.isEmpty else { return [] }
        let next = waiting.removeFirst()
        return show(next.text, isError: next.isError)
    }

    /// Takes the message away.
    mutating func clear() { text = nil }
}
