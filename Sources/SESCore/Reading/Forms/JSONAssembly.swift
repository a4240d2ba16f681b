/// Puts JSON together, value by value, out of what another notation says.
struct JSONAssembly {
    /// What was put together so far; it is JSON once all is closed that was opened.
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }
}

extension JSONAssembly {
    /// Opens an object or array.
    mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    /// Closes an object or array.
    mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    /// Puts the comma before a value that needs one.
    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Tells that what was written last is a key.
    mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A number or word, as it is to stand.
    mutating func literal(_ source: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: source)
    }

    /// The quote at either end of a text; the first one stands behind ``separate()``.
    mutating func quote() { bytes.append(UInt8(ascii: "\"")) }

    /// A byte inside a text.
    mutating func character(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20: escape(UInt32(byte))
        default: bytes.append(byte)
        }
    }

    /// A scalar inside a text, or a lone surrogate, which stays as its escape.
    mutating func character(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: character(UInt8(truncatingIfNeeded: scalar))
        case 0xD800..<0xE000: escape(scalar)
        default: WTF8.append(scalar, to: &bytes)
        }
    }

    /// Takes back all that was written from an index on and puts `null` there.
    mutating func replaceByNull(from start: Int) {
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    private mutating func escape(_ unit: UInt32) {
        bytes.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(unit >> shift & 0xF)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
