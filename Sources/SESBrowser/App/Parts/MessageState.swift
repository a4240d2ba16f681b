import SESCore

/// The message that borrows the line of hints for a while.
struct MessageState: Sendable {
    /// The text as bytes: it may name a file.
    private(set) var text: RawText?
    private(set) var isError = false
    private var token = 0
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

    /// Takes the message away if it is still the one that the timer was set for.
    mutating func due(_ token: Int) {
        if token == self.token { text = nil }
    }

    /// Takes the message away; false where there is none.
    mutating func clear() -> Bool {
        defer { text = nil }
        return text != nil
    }
}
