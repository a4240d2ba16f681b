/// How a document is spelled; a log mixes what several programs wrote.
enum JSONSpelling {
    /// No white space, text as it is.
    case compact
    /// No white space, everything beyond ASCII as `\u` escapes.
    case escaped
    /// A space behind each colon and comma.
    case spaced
    /// A line a member, indented by two.
    case pretty
}

/// Writes one JSON document.
struct DocumentWriter {
    private(set) var bytes: [UInt8] = []
    private let spelling: JSONSpelling
    private var depth = 0
    private var isFirst = true

    init(_ spelling: JSONSpelling) {
        self.spelling = spelling
        bytes.reserveCapacity(8192)
    }

    mutating func object(_ members: (inout DocumentWriter) -> Void) {
        nested(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    mutating func array(_ elements: (inout DocumentWriter) -> Void) {
        nested(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// Has to stand before each element of an array.
    mutating func element() {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if spelling == .spaced { bytes.append(UInt8(ascii: " ")) }
        }
        isFirst = false
        breakLine()
    }

    mutating func key(_ key: String) {
        element()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if spelling == .spaced || spelling == .pretty { bytes.append(UInt8(ascii: " ")) }
    }

    /// A member that is a text.
    mutating func member(_ key: String, _ text: [UInt8]) {
        self.key(key)
        string(text)
    }

    /// A member that is a text.
    mutating func member(_ key: String, _ text: String) { member(key, Array(text.utf8)) }

    /// A member that is a number or a word, as it is spelled.
    mutating func member(_ key: String, literal: String) {
        self.key(key)
        bytes.append(contentsOf: literal.utf8)
    }

    /// A member that is an array of texts.
    mutating func member(_ key: String, _ texts: [[UInt8]]) {
        self.key(key)
        array { writer in
            for text in texts {
                writer.element()
                writer.string(text)
            }
        }
    }

    /// A text; it has to be UTF-8.
    mutating func string(_ text: [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if spelling == .escaped, text.contains(where: { $0 >= 0x80 }) {
            for unit in String(decoding: text, as: UTF8.self).utf16 { append(unit) }
        } else {
            for byte in text { append(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension DocumentWriter {
    private mutating func nested(
        _ opening: UInt8, _ closing: UInt8, _ inside: (inout DocumentWriter) -> Void
    ) {
        bytes.append(opening)
        depth += 1
        isFirst = true
        inside(&self)
        depth -= 1
        if !isFirst { breakLine() }
        isFirst = false
        bytes.append(closing)
    }

    private mutating func breakLine() {
        guard spelling == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ unit: UInt16) {
        if unit < 0x80 { append(UInt8(unit)) } else { escape(unit) }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0..<0x20: escape(UInt16(byte))
        default: bytes.append(byte)
        }
    }

    private mutating func escape(_ unit: UInt16) {
        bytes.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { bytes.append(Alphabet.hex[Int(unit >> shift & 0xF)]) }
    }
}
