/// Turns a literal of Python into JSON without loss.
///
/// What `repr` and `pprint` write of dictionaries, lists, tuples, texts, numbers, `True`, `False` and
/// `None` is read; tuples become arrays, bytes become text, keys that are no text become one.
/// <https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals>
struct PythonLiteral: ~Escapable {
    private let bytes: Span<UInt8>
    private var position = 0
    private var output: JSONAssembly
    private var brackets: [UInt8] = []
    private var expected = Expected.value

    private enum Expected {
        case value
        case elementOrEnd
        case keyOrEnd
        case separator
    }

    @_lifetime(copy bytes)
    private init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        output = JSONAssembly(capacity: bytes.count + bytes.count / 8)
    }
}

extension PythonLiteral {
    /// The JSON of a literal that fills the bytes, white space around it aside.
    static func json(of bytes: Span<UInt8>) -> Result<[UInt8], LiteralFailure> {
        var literal = PythonLiteral(bytes)
        do throws(LiteralFailure) {
            try literal.read()
            return .success(literal.output.bytes)
        } catch {
            return .failure(error)
        }
    }

    /// True for the letters that may stand before a quote.
    static func isPrefix(_ byte: UInt8) -> Bool {
        switch byte.asciiLower {
        case UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "r"): true
        default: false
        }
    }

    private mutating func read() throws(LiteralFailure) {
        while true {
            let byte = try nextByte()
            switch expected {
            case .separator, .elementOrEnd, .keyOrEnd:
                if byte == brackets.last {
                    close(byte)
                } else if expected == .keyOrEnd {
                    try readKey(byte)
                } else if expected == .elementOrEnd {
                    try readValue(byte)
                } else {
                    guard byte == UInt8(ascii: ",") else { throw misplaced(byte) }
                    position += 1
                    expected = brackets.last == UInt8(ascii: "}") ? .keyOrEnd : .elementOrEnd
                }
            case .value: try readValue(byte)
            }
            if brackets.isEmpty {
                skipSpace()
                guard position == bytes.count else { throw misplaced(bytes[position]) }
                return
            }
        }
    }

    private mutating func close(_ bracket: UInt8) {
        brackets.removeLast()
        output.close(bracket == UInt8(ascii: "}") ? "}" : "]")
        position += 1
        expected = .separator
    }

    private mutating func readValue(_ byte: UInt8) throws(LiteralFailure) {
        switch byte {
        case UInt8(ascii: "{"):
            output.open("{")
            brackets.append(UInt8(ascii: "}"))
            position += 1
            expected = .keyOrEnd
        case UInt8(ascii: "["), UInt8(ascii: "("):
            output.open("[")
            brackets.append(byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")"))
            position += 1
            expected = .elementOrEnd
        default:
            if textDialect() != nil {
                try readTexts()
            } else {
                output.literal(try takeScalar())
            }
            expected = .separator
        }
    }

    private mutating func readKey(_ byte: UInt8) throws(LiteralFailure) {
        if textDialect() != nil {
            try readTexts()
        } else {
            let quote = [UInt8(ascii: "\"")]
            output.literal(quote + (try takeScalar()) + quote)
        }
        let byte = try nextByte()
        guard byte == UInt8(ascii: ":") else { throw misplaced(byte) }
        position += 1
        output.colon()
        expected = .value
    }

    /// Reads a text and those that follow it without a comma, which Python takes for one.
    private mutating func readTexts() throws(LiteralFailure) {
        output.separate()
        output.quote()
        while let (dialect, quote) = textDialect() {
            position = try LiteralText.append(bytes, from: quote, dialect, to: &output)
            skipSpace()
        }
        output.quote()
    }

    /// The dialect of the text that begins here and the index of its quote; nil where none does.
    private func textDialect() -> (LiteralText.Dialect, Int)? {
        var dialect = LiteralText.Dialect.python
        for index in position..<min(bytes.count, position + 3) {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { return (dialect, index) }
            guard Self.isPrefix(byte) else { return nil }
            if byte.asciiLower == UInt8(ascii: "r") { dialect = .pythonRaw }
            if byte.asciiLower == UInt8(ascii: "b"), case .python = dialect {
                dialect = .pythonBytes
            }
        }
        return nil
    }

    private mutating func takeScalar() throws(LiteralFailure) -> [UInt8] {
        let start = position
        while position < bytes.count, JSONStructure.isScalarByte(bytes[position]) { position += 1 }
        guard position > start else { throw misplaced(bytes[start]) }
        let range = start..<position
        if bytes.stands("True", in: range) { return Array("true".utf8) }
        if bytes.stands("False", in: range) { return Array("false".utf8) }
        if bytes.stands("None", in: range) { return Array("null".utf8) }
        if bytes.stands("nan", in: range) { return Array("NaN".utf8) }
        if bytes.stands("inf", in: range) { return Array("Infinity".utf8) }
        if bytes.stands("-inf", in: range) { return Array("-Infinity".utf8) }
        if let number = LiteralNumber.json(bytes, range, suffix: UInt8(ascii: "L")) {
            return number
        }
        throw LiteralFailure(
            position: start, reason: "a word stands where a Python literal has a value")
    }

    private mutating func skipSpace() {
        while position < bytes.count, JSONStructure.isSpace(bytes[position]) { position += 1 }
    }

    private mutating func nextByte() throws(LiteralFailure) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw .cutOff(at: position) }
        return bytes[position]
    }

    private func misplaced(_ byte: UInt8) -> LiteralFailure {
        .misplaced(byte, at: position, in: "a Python literal")
    }
}
