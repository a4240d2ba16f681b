/// Reads a mailbox byte by byte, minding quoted strings and nested comments.
struct MailboxScan {
    /// What stands outside angle brackets, as it is written and with quotation marks taken off.
    private var outside: [UInt8] = []
    private var name: [UInt8] = []
    /// What stands between angle brackets; nil before the first.
    private var inside: [UInt8]?
    private var comment: [UInt8] = []
    private var isInAngles = false
    private var isQuoted = false
    private var isEscaped = false
    private var commentDepth = 0
}

extension MailboxScan {
    /// The address and the name; nil for a text that is no mailbox.
    mutating func read(_ bytes: [UInt8]) -> (address: [UInt8], name: [UInt8])? {
        for byte in bytes {
            guard take(byte) else { return nil }
        }
        guard !isInAngles, !isQuoted, !isEscaped, commentDepth == 0 else { return nil }
        if let inside {
            let address = Self.trimmed(inside)
            let name = Self.trimmed(name)
            return address.isEmpty ? nil : (address, name.isEmpty ? Self.trimmed(comment) : name)
        }
        let address = Self.trimmed(outside)
        guard Self.isAddress(address) else { return nil }
        return (address, Self.trimmed(comment))
    }

    /// Takes one byte; false where no mailbox can go on so.
    private mutating func take(_ byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
            add(byte, isSyntax: false)
        } else if byte == UInt8(ascii: "\\"), isQuoted || commentDepth > 0 {
            isEscaped = true
            add(byte, isSyntax: true)
        } else if commentDepth > 0 {
            takeInComment(byte)
        } else if isQuoted {
            isQuoted = byte != UInt8(ascii: "\"")
            add(byte, isSyntax: !isQuoted)
        } else {
            return takeBare(byte)
        }
        return true
    }

    private mutating func takeInComment(_ byte: UInt8) {
        if byte == UInt8(ascii: "(") { commentDepth += 1 }
        if byte == UInt8(ascii: ")") { commentDepth -= 1 }
        if commentDepth > 0 { comment.append(byte) }
    }

    /// Takes a byte outside quotes and comments.
    private mutating func takeBare(_ byte: UInt8) -> Bool {
        // A second address, or any word, after the angle brackets would be hidden.
        let isOver = inside != nil && !isInAngles
        switch byte {
        case UInt8(ascii: "("):
            if !comment.isEmpty { comment.append(0x20) }
            commentDepth = 1
        case UInt8(ascii: "\""):
            guard !isOver else { return false }
            isQuoted = true
            add(byte, isSyntax: true)
        case UInt8(ascii: "<"):
            guard inside == nil else { return false }
            inside = []
            isInAngles = true
        case UInt8(ascii: ">"):
            guard isInAngles else { return false }
            isInAngles = false
        default:
            guard !isOver || Self.isBlank(byte) else { return false }
            add(byte, isSyntax: false)
        }
        return true
    }

    /// Adds a byte to the part it belongs to; syntax is left out of names, not of addresses.
    private mutating func add(_ byte: UInt8, isSyntax: Bool) {
        if commentDepth > 0 {
            if !isSyntax { comment.append(byte) }
        } else if isInAngles {
            inside?.append(byte)
        } else {
            outside.append(byte)
            if !isSyntax { name.append(byte) }
        }
    }
}

extension MailboxScan {
    /// True for text that has an `@`, and no blank, outside quotation marks.
    private static func isAddress(_ text: [UInt8]) -> Bool {
        var isQuoted = false
        var isEscaped = false
        var hasAt = false
        for byte in text {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted {
                if isBlank(byte) { return false }
                hasAt = hasAt || byte == UInt8(ascii: "@")
            }
        }
        return hasAt
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return Array(bytes[first...last])
    }
}
