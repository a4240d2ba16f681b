/// The part of the input that is at hand, addressed by positions in the whole input.
struct Window: ~Escapable {
    let bytes: Span<UInt8>
    let base: Int
    /// True where the window reaches the end of the input.
    let isFinal: Bool

    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>, base: Int, isFinal: Bool) {
        self.bytes = bytes
        self.base = base
        self.isFinal = isFinal
    }
}

extension Window {
    /// The byte at a position; nil behind the window.
    subscript(position: Int) -> UInt8? {
        let index = position - base
        return index < bytes.count ? bytes[index] : nil
    }

    func index(_ position: Int) -> Int { position - base }
    func position(_ index: Int) -> Int { index + base }

    func lookAhead(from position: Int, account: LookAheadAccount) -> LookAhead {
        LookAhead(from: index(position), account: account.balance)
    }

    /// Whether the brace at a position is followed by what an object begins with; nil where the
    /// window ends first.
    func opensObject(at position: Int) -> Bool? {
        guard let next = firstMeaning(after: position) else { return isFinal ? false : nil }
        return self[next] == UInt8(ascii: "\"") || self[next] == UInt8(ascii: "}")
    }

    /// Whether the bracket at a position is followed by an object or closed at once; nil where the
    /// window ends first. Log prefixes such as `[INFO]` or `[{main}]` are no containers.
    func opensContainer(at position: Int) -> Bool? {
        guard let next = firstMeaning(after: position) else { return isFinal ? false : nil }
        if self[next] == UInt8(ascii: "{") { return opensObject(at: next) }
        if self[next] == UInt8(ascii: "[") { return opensRow(at: next) }
        return self[next] == UInt8(ascii: "]")
    }

    /// Whether the bracket at a position opens a row of CloudWatch Logs Insights: an array of
    /// objects that begin with `field`; nil where the window ends first.
    func opensRow(at position: Int) -> Bool? {
        guard let brace = firstMeaning(after: position) else { return isFinal ? false : nil }
        guard self[brace] == UInt8(ascii: "{") else { return false }
        guard let quote = firstMeaning(after: brace), let isRow = stands("field", at: quote) else {
            return isFinal ? false : nil
        }
        return isRow
    }

    private static let longestSpace = 64 << 10

    /// Where the first byte that is no white space stands, or white space that goes on too long.
    private func firstMeaning(after position: Int) -> Int? {
        var next = position + 1
        while let byte = self[next] {
            if !JSONStructure.isSpace(byte) || next - position > Self.longestSpace { return next }
            next += 1
        }
        return nil
    }

    /// Where reading may go on after a document was given up.
    enum Resumption {
        /// At a document whose first key is one of an outermost envelope.
        case document(Int)
        /// At the end of the line.
        case lineEnd(Int)
        /// Neither is known up to this position.
        case none(Int)
    }

    /// Looks from a position for the end of the line or for an unescaped `{"KEY"`, white space
    /// before the key allowed.
    ///
    /// No valid JSON text holds a brace followed by an unescaped quote, so a document that begins
    /// so is none that a sender wrote into a header.
    func resumption(after position: Int) -> Resumption {
        var next = max(position, base)
        while let byte = self[next] {
            if byte == 0x0A || byte == 0x0D { return .lineEnd(next) }
            if byte == UInt8(ascii: "{") {
                switch beginsEnvelope(at: next) {
                case nil: return .none(next)
                case true: return .document(next)
                case false: break
                }
            }
            next += 1
        }
        return isFinal ? .lineEnd(next) : .none(next)
    }

    /// Looks from a position for the end of the line alone.
    func endOfLine(after position: Int) -> Resumption {
        var next = max(position, base)
        while let byte = self[next] {
            if byte == 0x0A || byte == 0x0D { return .lineEnd(next) }
            next += 1
        }
        return isFinal ? .lineEnd(next) : .none(next)
    }

    private static let outermostKeys: [StaticString] = [
        "Records", "eventSource", "eventVersion", "EventSource", "EventVersion",
        "notificationType", "Type", "Message", "MessageId", "Sns", "ses", "mail", "receipt",
        "content", "records", "events", "logEvents", "Messages", "results", "awslogs",
        "requestPayload", "messageType", "logStreamName",
    ]

    private func beginsEnvelope(at position: Int) -> Bool? {
        guard let quote = firstMeaning(after: position) else { return isFinal ? false : nil }
        var isUndecided = false
        for key in Self.outermostKeys {
            switch stands(key, at: quote) {
            case true: return true
            case false: break
            case nil: isUndecided = true
            }
        }
        return isUndecided && !isFinal ? nil : false
    }

    /// Whether a quoted key stands at a position; nil where the window ends before that is known.
    private func stands(_ key: StaticString, at position: Int) -> Bool? {
        key.withUTF8Buffer { key in
            for offset in 0..<key.count + 2 {
                guard let byte = self[position + offset] else { return nil }
                let isQuote = offset == 0 || offset == key.count + 1
                guard unsafe byte == (isQuote ? UInt8(ascii: "\"") : key[offset - 1]) else {
                    return false
                }
            }
            return true
        }
    }
}
