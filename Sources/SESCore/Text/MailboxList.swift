extension MailboxText {
    /// The mailboxes of a header value, divided at the commas outside of quotes, comments and
    /// angle brackets (RFC 5322, section 3.4).
    public static func list(_ value: RawText) -> [MailboxText] {
        pieces(value).map(MailboxText.init)
    }

    /// The mailboxes of a header value as they are written.
    ///
    /// A piece without `@` goes with the one behind it, since `Doe, Jane <jane@x.example>` is what
    /// people without quotation marks write.
    public static func texts(_ value: RawText) -> [RawText] {
        var texts: [RawText] = []
        var parts: [RawText] = []
        for piece in pieces(value) {
            parts.append(piece)
            guard piece.bytes.contains(UInt8(ascii: "@")) else { continue }
            texts.append(.joined(parts, by: ", "))
            parts = []
        }
        if !parts.isEmpty { texts.append(.joined(parts, by: ", ")) }
        return texts
    }

    private static func pieces(_ value: RawText) -> [RawText] {
        var division = MailboxDivision()
        return value.bytes.split(maxSplits: .max, omittingEmptySubsequences: true) { byte in
            division.divides(at: byte)
        }
        .map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> RawText {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return RawText(bytes[first...last])
    }
}

/// Knows at each byte of a header value whether a comma there divides two mailboxes.
private struct MailboxDivision {
    private var isQuoted = false
    private var isEscaped = false
    private var isInAngles = false
    private var commentDepth = 0

    mutating func divides(at byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
            return false
        }
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = isQuoted || commentDepth > 0
        case UInt8(ascii: "\"") where commentDepth == 0: isQuoted.toggle()
        case UInt8(ascii: "(") where !isQuoted: commentDepth += 1
        case UInt8(ascii: ")") where !isQuoted: commentDepth = max(0, commentDepth - 1)
        case UInt8(ascii: "<") where !isQuoted && commentDepth == 0: isInAngles = true
        case UInt8(ascii: ">") where !isQuoted && commentDepth == 0: isInAngles = false
        case UInt8(ascii: ","): return !isQuoted && !isInAngles && commentDepth == 0
        default: break
        }
        return false
    }
}
