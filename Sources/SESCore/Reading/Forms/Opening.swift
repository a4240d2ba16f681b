extension Window {
    /// What begins at a bracket.
    enum Opening {
        case form(DocumentForm)
        case none
        /// The window ends before that is known.
        case more
    }

    private static let longestKey = 256
    private static let deepestLists = 4

    /// Whether a literal of Python or the output of `console.log` begins at a brace, or at a bracket
    /// around one.
    ///
    /// A first key in single quotes with its colon tells Python; one without quotes that is known from
    /// events tells Node, since anything else may be prose with braces.
    func literal(at position: Int) -> Opening {
        var brace = position
        var lists = 0
        while self[brace] == UInt8(ascii: "["), lists < Self.deepestLists {
            guard let next = behindSpace(brace + 1) else { return ranOut }
            brace = next
            lists += 1
        }
        guard self[brace] == UInt8(ascii: "{") else { return .none }
        guard let key = behindSpace(brace + 1) else { return ranOut }
        guard let first = self[key] else { return ranOut }
        switch first {
        case UInt8(ascii: "'"): return quotedKey(at: key, isBehindSpace: key > brace + 1)
        case UInt8(ascii: "u"), UInt8(ascii: "b"):
            guard let second = self[key + 1] else { return ranOut }
            if second == UInt8(ascii: "'") { return quotedKey(at: key + 1, isBehindSpace: false) }
            return bareKey(at: key)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return bareKey(at: key)
        default: return .none
        }
    }

    private func quotedKey(at quote: Int, isBehindSpace: Bool) -> Opening {
        var isIdentifier = true
        var end = quote + 1
        while true {
            guard let byte = self[end] else { return ranOut }
            if byte == UInt8(ascii: "'") { break }
            guard byte >= 0x20, end - quote < Self.longestKey else { return .none }
            if byte == UInt8(ascii: "-") || !JSONStructure.isScalarByte(byte) {
                isIdentifier = false
            }
            end += 1
        }
        guard let colon = behindSpace(end + 1) else { return ranOut }
        guard self[colon] == UInt8(ascii: ":") else { return .none }
        // Node puts quotes around no key that could do without, and a space before each.
        return .form(isBehindSpace && !isIdentifier ? .inspect : .python)
    }

    private func bareKey(at start: Int) -> Opening {
        var end = start
        while let byte = self[end], JSONStructure.isScalarByte(byte) {
            guard end - start < Self.longestKey else { return .none }
            end += 1
        }
        guard self[end] != nil else { return ranOut }
        guard self[end] == UInt8(ascii: ":") else { return .none }
        let range = index(start)..<index(end)
        let isKnown = Self.inspectedKeys.contains { bytes.stands($0, in: range) }
        return isKnown ? .form(.inspect) : .none
    }

    /// The first keys of events, of what is in them, and of what loggers put around them.
    private static let inspectedKeys: [StaticString] = [
        "Records", "eventSource", "eventVersion", "EventSource", "EventVersion",
        "notificationType", "Type", "Message", "MessageId", "Sns", "ses", "mail", "receipt",
        "content", "timestamp", "messageId", "level", "message", "event", "body", "Body",
    ]

    /// The first position from one on at which no white space stands; nil behind the window.
    private func behindSpace(_ position: Int) -> Int? {
        var next = position
        while let byte = self[next] {
            if !JSONStructure.isSpace(byte) || next - position > Self.longestKey { return next }
            next += 1
        }
        return nil
    }

    private var ranOut: Opening { isFinal ? .none : .more }
}
