/// A place in the text of a query, and how what stands there is taken.
struct QueryCursor {
    let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: some Sequence<UInt8>) { bytes = Array(text) }
}

extension QueryCursor {
    var isAtEnd: Bool { position == bytes.count }

    /// The byte at the place; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Takes a character if it stands here.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while let next, Self.isSpace(next) { position += 1 }
    }

    /// Takes all bytes up to one that ends a word or is the given one.
    mutating func run(upTo stop: Unicode.Scalar? = nil) -> Range<Int> {
        let start = position
        let stop = stop.map { UInt8(ascii: $0) }
        while let next, !Self.endsWord(next), next != stop { position += 1 }
        return start..<position
    }

    /// Goes to another place.
    mutating func move(to place: Int) { position = place }
}

extension QueryCursor {
    /// Takes `"…"`, the cursor on the opening quote, and says what it stands for.
    mutating func phrase() throws(QueryError) -> RawText {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard !text.isEmpty else { throw error("words between the quotes", at: start) }
                return RawText(text)
            case UInt8(ascii: "\\"): text.append(try escaped())
            default: text.append(byte)
            }
        }
        throw error("a closing \"")
    }

    /// What stands behind a backslash in a phrase: `"`, `\`, or `x` and two hexadecimal digits.
    private mutating func escaped() throws(QueryError) -> UInt8 {
        if take("\"") { return UInt8(ascii: "\"") }
        if take("\\") { return UInt8(ascii: "\\") }
        guard take("x") else { throw error("\\\" \\\\ or \\x and two digits") }
        return try hexadecimalDigit() << 4 | hexadecimalDigit()
    }

    private mutating func hexadecimalDigit() throws(QueryError) -> UInt8 {
        switch next.map(\.asciiLower) {
        case .some(let digit) where digit &- 0x30 < 10:
            position += 1
            return digit - 0x30
        case .some(let letter) where letter &- 0x61 < 6:
            position += 1
            return letter - 0x61 + 10
        default: throw error("a hexadecimal digit")
        }
    }

    /// Takes `/…/`, the cursor on the opening slash. `\/` stands for `/`; all else stays as it is.
    mutating func regex() throws(QueryError) -> RawText {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "/"):
                guard !text.isEmpty else {
                    throw error("a regular expression between the slashes", at: start)
                }
                return RawText(text)
            case UInt8(ascii: "\\"):
                guard !take("/") else {
                    text.append(UInt8(ascii: "/"))
                    continue
                }
                text.append(byte)
                if let next {
                    text.append(next)
                    position += 1
                }
            default: text.append(byte)
            }
        }
        throw error("a closing /")
    }

    /// An error at the place; half a query where that is the end.
    func error(_ expected: String) -> QueryError {
        QueryError(offset: position, expected: expected, isIncomplete: isAtEnd)
    }

    /// An error at a place before, which typing on cannot mend.
    func error(_ expected: String, at offset: Int) -> QueryError {
        QueryError(offset: offset, expected: expected)
    }
}

extension QueryCursor {
    /// True for what stands between terms.
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// True for what no bare word holds.
    static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "\""): true
        default: isSpace(byte)
        }
    }
}
