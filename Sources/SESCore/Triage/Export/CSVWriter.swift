/// Writes comma-separated values (RFC 4180) that a spreadsheet shows and does not carry out.
///
/// Every field is quoted and lines end with CR LF. A field that a spreadsheet would take for a formula gets
/// an apostrophe in front; what does more than to be seen is written as `\u001b`, and bytes
/// that are no UTF-8 as U+FFFD. Guarding follows OWASP ASVS 1.2.10.
public struct CSVWriter: Sendable {
    /// What was written and not taken yet.
    public private(set) var bytes: [UInt8] = []
    private let isRaw: Bool

    /// A writer that has written nothing.
    ///
    /// - Parameter isRaw: True for a program that reads the fields exactly: they are quoted and
    ///   nothing else is done to them.
    public init(isRaw: Bool = false) { self.isRaw = isRaw }
}

extension CSVWriter {
    /// A line of fields.
    public mutating func row(_ fields: [RawText]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            if !isRaw, Self.isFormula(field.bytes) { bytes.append(UInt8(ascii: "'")) }
            append(field)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += [0x0D, 0x0A]
    }

    /// Takes away what was written.
    public mutating func takeAll() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ field: RawText) {
        let span = field.bytes.span
        var offset = 0
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            if unit.value == 0x22 {
                bytes += [0x22, 0x22]
            } else if isRaw {
                for place in offset..<offset + unit.length { bytes.append(span[place]) }
            } else if unit.value >= WTF8.firstInvalid || 0xD800..<0xE000 ~= unit.value {
                WTF8.append(0xFFFD, to: &bytes)
            } else if ScalarClass(unit.value).isHarmless {
                WTF8.append(unit.value, to: &bytes)
            } else {
                let digits = String(unit.value, radix: 16)
                bytes += Array("\\u".utf8) + repeatElement(0x30, count: max(0, 4 - digits.count))
                bytes += Array(digits.utf8)
            }
            offset += unit.length
        }
    }

    /// True where a spreadsheet may read a formula: behind spaces, byte order marks and what is not
    /// seen, the first scalar is `=`, `+`, `-`, `@`, one of their full-width forms, TAB, CR, LF or NUL.
    static func isFormula(_ field: [UInt8]) -> Bool {
        let span = field.span
        var offset = 0
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            if triggers.contains(unit.value) { return true }
            let kind = ScalarClass(unit.value)
            guard unit.value == 0x20 || kind == .space || !kind.isHarmless else { return false }
            offset += unit.length
        }
        return false
    }

    private static let triggers: Set<UInt32> = [
        0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x09, 0x0D, 0x0A, 0x00,
    ]
}
