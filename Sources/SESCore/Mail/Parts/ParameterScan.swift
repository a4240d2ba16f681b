/// Reads a MIME header value once, from its start to its end.
struct ParameterScan {
    private var rest: ArraySlice<UInt8>

    /// A scan of a value.
    init(_ value: ArraySlice<UInt8>) { rest = value }
}

extension ParameterScan {
    /// What stands before the first semicolon.
    mutating func takeWord() -> [UInt8] {
        skipBlanks()
        let word = rest.prefix { !$0.isBlank && $0 != UInt8(ascii: ";") }
        rest = rest[word.endIndex...]
        skipBlanks()
        return Array(word)
    }

    /// The next parameter, its value without quotes; nil at the end.
    mutating func next() -> (name: [UInt8], value: [UInt8])? {
        while skipPast(UInt8(ascii: ";")) {
            skipBlanks()
            let name = rest.prefix {
                !$0.isBlank && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";")
            }
            rest = rest[name.endIndex...]
            skipBlanks()
            guard !name.isEmpty, rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            skipBlanks()
            return (Array(name), takeValue())
        }
        return nil
    }

    private mutating func takeValue() -> [UInt8] {
        guard rest.first == UInt8(ascii: "\"") else {
            let value = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest[value.endIndex...]
            return Array(value.trimmed)
        }
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(byte)
            }
        }
        return value
    }

    /// Goes behind the next sign of a kind; false where there is none.
    private mutating func skipPast(_ sign: UInt8) -> Bool {
        guard let place = rest.firstIndex(of: sign) else {
            rest = []
            return false
        }
        rest = rest[(place + 1)...]
        return true
    }

    /// Skips white space and comments, which may be nested.
    private mutating func skipBlanks() {
        var depth = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")"), depth > 0 {
                depth -= 1
            } else if byte == UInt8(ascii: "\\"), depth > 0 {
                rest.removeFirst()
            } else if depth == 0, !byte.isBlank {
                return
            }
            if !rest.isEmpty { rest.removeFirst() }
        }
    }
}

/// Text with `%` and two hexadecimal digits for a byte (RFC 3986, section 2.1).
enum PercentText {
    /// The bytes that a text stands for; a `%` without two digits stands for itself.
    static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = HexPair.value(rest[rest.startIndex], rest[rest.startIndex + 1])
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}

/// Two hexadecimal digits of either case.
enum HexPair {
    /// The byte that two digits spell; nil where they are none.
    static func value(_ high: UInt8, _ low: UInt8) -> UInt8? {
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
        default: nil
        }
    }
}
