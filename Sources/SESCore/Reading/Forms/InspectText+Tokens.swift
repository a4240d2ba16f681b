extension InspectText {
    /// What comes next where it is no text.
    enum Words {
        /// An object that was opened; its bracket is passed.
        case object
        /// A list that was opened; its bracket is passed.
        case list
        /// A number, a word or a date, as JSON writes it.
        case scalar([UInt8])
        /// Something that JSON cannot say, or that is not shown.
        case leftOut
    }

    private static let longestPlaceholder = 256

    /// Reads texts that are joined by `+`; false where no text begins.
    mutating func readText() throws(LiteralFailure) -> Bool {
        guard beginsText else { return false }
        output.separate()
        output.quote()
        while true {
            position = try LiteralText.append(bytes, from: position, .script, to: &output)
            let end = position
            skipSpace()
            if stands("...") {
                // `'abc'... 5 more characters`
                while position < bytes.count, !endsValue(bytes[position]) { position += 1 }
                leavesOut = true
                break
            }
            guard position < bytes.count, bytes[position] == UInt8(ascii: "+") else {
                position = end
                break
            }
            position += 1
            skipSpace()
            guard beginsText else { throw .cutOff(at: position) }
        }
        output.quote()
        return true
    }

    private var beginsText: Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        return byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "`")
    }

    /// Moves over a key without quotes: an identifier, a number, or `[Symbol(x)]`.
    mutating func takeBareKey() throws(LiteralFailure) {
        let start = position
        if bytes[position] == UInt8(ascii: "["), try takePlaceholder() { return }
        while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
        guard position > start else { throw misplaced(bytes[start]) }
    }

    /// Takes the names of classes and references before a bracket, and the bracket, or what stands
    /// alone.
    mutating func takeWords() throws(LiteralFailure) -> Words {
        var isLeftOut = false
        var source: [UInt8] = []
        while position < bytes.count, !endsValue(bytes[position]) {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "{"):
                position += 1
                return .object
            case UInt8(ascii: "["):
                guard try takePlaceholder() else {
                    position += 1
                    return .list
                }
                isLeftOut = true
            case UInt8(ascii: "<"): try takeThrough(UInt8(ascii: ">"))
            case UInt8(ascii: "("): try takeThrough(UInt8(ascii: ")"))
            case 0x20, 0x09: position += 1
            default:
                guard isWordByte(byte) || byte == UInt8(ascii: ":") else { throw misplaced(byte) }
                let start = position
                while position < bytes.count,
                    isWordByte(bytes[position]) || bytes[position] == UInt8(ascii: ":")
                {
                    position += 1
                }
                if source.isEmpty, let scalar = scalar(start..<position) {
                    source = scalar
                } else {
                    isLeftOut = true
                }
            }
        }
        return isLeftOut || source.isEmpty ? .leftOut : .scalar(source)
    }

    /// The JSON of a number, a word that JSON has, or a date.
    private func scalar(_ range: Range<Int>) -> [UInt8]? {
        for word in ["true", "false", "null"] as [StaticString] where bytes.stands(word, in: range)
        {
            return Array("\(word)".utf8)
        }
        if bytes.stands("undefined", in: range) { return Array("null".utf8) }
        if let number = LiteralNumber.json(bytes, range, suffix: UInt8(ascii: "n")) {
            return number
        }
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[range.lowerBound] else { return nil }
        return [UInt8(ascii: "\"")] + bytes.copy(range) + [UInt8(ascii: "\"")]
    }

    /// Moves over `[Object]` and its like, which unlike lists have no space behind their bracket.
    private mutating func takePlaceholder() throws(LiteralFailure) -> Bool {
        guard position + 1 < bytes.count else { throw .cutOff(at: bytes.count) }
        let first = bytes[position + 1]
        guard isWordByte(first), first.asciiLower >= UInt8(ascii: "a") else { return false }
        let end = min(bytes.count, position + Self.longestPlaceholder)
        var next = position + 1
        while next < end {
            if bytes[next] == UInt8(ascii: "]") {
                position = next + 1
                return true
            }
            guard bytes[next] >= 0x20, bytes[next] != UInt8(ascii: "[") else { break }
            next += 1
        }
        return false
    }

    private mutating func takeThrough(_ closing: UInt8) throws(LiteralFailure) {
        while position < bytes.count {
            position += 1
            if bytes[position - 1] == closing { return }
        }
        throw .cutOff(at: position)
    }

    private func endsValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            || byte == 0x0A || byte == 0x0D
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        JSONStructure.isScalarByte(byte) || byte == UInt8(ascii: "$") || byte >= 0x80
            || byte == UInt8(ascii: "*")
    }

    func stands(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        return end <= bytes.count && bytes.stands(word, in: position..<end)
    }

    mutating func skipSpace() {
        while position < bytes.count, JSONStructure.isSpace(bytes[position]) { position += 1 }
    }

    mutating func nextByte() throws(LiteralFailure) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw .cutOff(at: position) }
        return bytes[position]
    }

    func misplaced(_ byte: UInt8) -> LiteralFailure {
        .misplaced(byte, at: position, in: "the output of console.log")
    }
}
