/// The name of a scalar or a byte in notation: `U+202E`, or `FF` for a byte that is no UTF-8.
struct ScalarName: CustomStringConvertible {
    let value: UInt32

    init(_ value: UInt32) { self.value = value }

    var description: String {
        value < WTF8.firstInvalid
            ? "U+" + hexadecimal(value, digits: value > 0xFFFF ? value > 0xF_FFFF ? 6 : 5 : 4)
            : hexadecimal(value - WTF8.firstInvalid, digits: 2)
    }

    private func hexadecimal(_ number: UInt32, digits: Int) -> String {
        var text = ""
        for shift in stride(from: (digits - 1) * 4, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> UInt32(shift)) & 0xF
            text.unicodeScalars.append(
                Unicode.Scalar(digit + (digit < 10 ? 0x30 : UInt8(ascii: "A") - 10)))
        }
        return text
    }
}

/// A number of bytes for a person, in powers of ten: `512 bytes`, `12.5 kB`, `9.9 MB`.
struct ByteAmount: CustomStringConvertible {
    let bytes: Int

    init(_ bytes: Int) { self.bytes = bytes }

    var description: String {
        guard bytes >= 1000 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var unit = 1000
        var names = ["MB", "GB", "TB"][...]
        var name = "kB"
        while bytes / unit >= 1000, let next = names.popFirst() {
            unit *= 1000
            name = next
        }
        return "\(bytes / unit).\(bytes / (unit / 10) % 10) \(name)"
    }
}
