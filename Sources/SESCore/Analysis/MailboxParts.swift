/// A mailbox such as `Jane Doe <jane@example.com>`, taken apart; nothing is decoded.
struct MailboxParts: Hashable {
    /// The display name, quotes removed; the comment where the address has no angle brackets.
    var displayName: RawText
    /// The address without angle brackets, as spelled.
    var address: RawText
}

extension MailboxParts {
    /// The parts of one mailbox. Text in which no address can be seen is an address as a whole.
    init(_ text: RawText) {
        let marks = MailboxMarks(text.bytes[...])
        if let open = marks.open {
            let close = text.bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? text.count
            displayName = Self.unquoted(text.bytes[..<open])
            address = RawText(text.bytes[(open + 1)..<max(open + 1, close)].trimmed)
        } else {
            displayName = Self.unquoted(marks.comment[...])
            address = RawText(marks.outsideComments[...].trimmed)
        }
    }

    /// The mailboxes of a header value, divided at commas outside of quotes, comments and brackets.
    static func list(_ value: RawText) -> [MailboxParts] {
        MailboxMarks(value.bytes[...]).parts(of: value.bytes[...])
            .map { RawText($0.trimmed) }.filter { !$0.isEmpty }.map(MailboxParts.init)
    }

    /// What follows the last `@`, in ASCII small letters, without a closing dot; nil where there
    /// is nothing.
    var domain: RawText? {
        guard let at = address.bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        var domain = address.bytes[(at + 1)...].trimmed
        if domain.last == UInt8(ascii: ".") { domain.removeLast() }
        return domain.isEmpty ? nil : RawText(domain).lowered
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> RawText {
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in bytes.trimmed {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            if isEscaped || byte != UInt8(ascii: "\"") { plain.append(byte) }
            isEscaped = false
        }
        return RawText(plain)
    }
}

/// Where the syntax of RFC 5322 stands in the bytes of a mailbox or a list of them.
private struct MailboxMarks {
    /// The last `<` outside of quotes and comments.
    private(set) var open: Int?
    /// The commas that divide mailboxes.
    private var commas: [Int] = []
    /// What stands in comments.
    private(set) var comment: [UInt8] = []
    /// What stands outside of comments.
    private(set) var outsideComments: [UInt8] = []

    init(_ bytes: ArraySlice<UInt8>) {
        var isQuoted = false
        var isInAngles = false
        var depth = 0
        var isEscaped = false
        for (place, byte) in zip(bytes.indices, bytes) {
            let wasComment = depth > 0
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isQuoted || depth > 0 {
                isEscaped = true
            } else if byte == UInt8(ascii: "\""), depth == 0 {
                isQuoted.toggle()
            } else if isQuoted {
                // Nothing but a quote ends a quoted text.
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                switch byte {
                case UInt8(ascii: "<"):
                    open = place
                    isInAngles = true
                case UInt8(ascii: ">"): isInAngles = false
                case UInt8(ascii: ",") where !isInAngles: commas.append(place)
                default: break
                }
            }
            if wasComment, depth > 0 { comment.append(byte) }
            if !wasComment, depth == 0 { outsideComments.append(byte) }
        }
        // A quote that is never closed must not hide the address behind it.
        if open == nil, isQuoted { open = bytes.lastIndex(of: UInt8(ascii: "<")) }
    }

    func parts(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var start = bytes.startIndex
        return (commas + [bytes.endIndex]).map { end in
            defer { start = min(end + 1, bytes.endIndex) }
            return bytes[start..<end]
        }
    }
}
