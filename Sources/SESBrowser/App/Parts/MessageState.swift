import SESCore

/// The message that borrows the line of hints for a while.
struct MessageState: Sendable {
    /// The text as bytes: it may name a file.
    private(set) var text: RawText?
    private(set) var isError = false
    /// True where no key has asked for the message.
    private var isAnnounced = false
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

    /// Shows a message; an announcement that stands comes back behind it.
    mutating func show(_ text: RawText, isError: Bool = false) -> [Effect] {
        if isAnnounced, let standing = self.text {
            waiting.insert(Announcement(text: standing, isError: self.isError), at: 0)
        }
        self.text = text
        self.isError = isError
        isAnnounced = false
        token += 1
        return [.wake(afterMilliseconds: Self.duration, .message(token))]
    }

    /// Shows a message of our own words.
    mutating func show(_ text: String, isError: Bool = false) -> [Effect] {
        show(RawText(text), isError: isError)
    }

    /// Shows a message that no key has asked for, after those that stand or wait.
    mutating func announce(_ text: RawText, isError: Bool = false) -> [Effect] {
        waiting.append(Announcement(text: text, isError: isError))
        return self.text == nil ? showNext() : []
    }

    private mutating func showNext() -> [Effect] {
        guard !waiting.isEmpty else { return [] }
        let next = waiting.removeFirst()
        let effects = show(next.text, isError: next.isError)
        isAnnounced = true
        return effects
    }

    /// Takes the message away if it is still the one that the timer was set for; the next
    /// announcement follows.
    mutating func due(_ token: Int) -> [Effect] {
        guard token == self.token else { return [] }
        text = nil
        return showNext()
    }

    /// Forgets what was announced, because it is about a table that is gone.
    mutating func forgetAnnouncements() {
        if isAnnounced { text = nil }
        waiting = []
    }

    /// Takes the message away.
    mutating func clear() { text = nil }
}
