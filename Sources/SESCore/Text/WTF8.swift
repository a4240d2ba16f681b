/// Reading UTF-8 that may be broken and that may hold lone surrogates.
enum WTF8 {
    /// The value that stands for the byte 00 as no part of UTF-8; other bytes follow it.
    static let firstInvalid: UInt32 = 0x11_0000

    /// What begins at an offset.
    struct Unit {
        /// A scalar, a surrogate, or ``WTF8/firstInvalid`` and the byte that cannot be read.
        let value: UInt32
        /// How many bytes it has: 1 to 4.
        let length: Int
    }
}

extension WTF8 {
    /// Reads one unit; overlong forms and cut sequences are invalid bytes, one at a time.
    static func unit(in bytes: borrowing Span<UInt8>, at offset: Int) -> Unit {
        let first = bytes[offset]
        let length: Int
        let lowest: UInt32
        var value: UInt32
        switch first {
        case 0..<0x80: return Unit(value: UInt32(first), length: 1)
        case 0xC2..<0xE0: (length, lowest, value) = (2, 0x80, UInt32(first & 0x1F))
        case 0xE0..<0xF0: (length, lowest, value) = (3, 0x800, UInt32(first & 0x0F))
        case 0xF0..<0xF5: (length, lowest, value) = (4, 0x1_0000, UInt32(first & 0x07))
        default: return invalid(first)
        }
        guard bytes.count - offset >= length else { return invalid(first) }
        for place in offset + 1..<offset + length {
            guard bytes[place] & 0xC0 == 0x80 else { return invalid(first) }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        guard value >= lowest, value < firstInvalid else { return invalid(first) }
        return Unit(value: value, length: length)
    }

    /// True for scalars and surrogates alone.
    static func isValid(_ bytes: borrowing Span<UInt8>) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let unit = unit(in: bytes, at: offset)
            guard unit.value < firstInvalid else { return false }
            offset += unit.length
        }
        return true
    }

    /// Appends the bytes of a scalar or a surrogate.
    static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 4) { append(value, to: &$0) }
    }

    /// Appends the bytes of a scalar or a surrogate, at most four.
    @inline(__always)
    static func append(_ value: UInt32, to bytes: inout OutputSpan<UInt8>) {
        func continuation(_ shift: UInt32) -> UInt8 {
            0x80 | UInt8(truncatingIfNeeded: value >> shift) & 0x3F
        }
        switch value {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: value))
        case 0x80..<0x800:
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            bytes.append(continuation(0))
        case 0x800..<0x1_0000:
            bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        default:
            bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            bytes.append(continuation(12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        }
    }

    private static func invalid(_ byte: UInt8) -> Unit {
        Unit(value: firstInvalid + UInt32(byte), length: 1)
    }
}
