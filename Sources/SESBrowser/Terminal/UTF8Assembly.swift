/// A scalar of several UTF-8 bytes while they come in.
struct UTF8Assembly {
    private var value: UInt32
    private var missing: Int
    private let least: UInt32

    /// What a further byte made of it.
    enum Outcome: Hashable {
        case more
        case done(Unicode.Scalar)
        /// The byte does not go on with it, or what it ends is no scalar.
        case broken
    }

    /// Begins with the first byte; nil where that begins no scalar of several bytes.
    init?(first: UInt8) {
        switch first {
        case 0xC2...0xDF: (value, missing, least) = (UInt32(first & 0x1F), 1, 0x80)
        case 0xE0...0xEF: (value, missing, least) = (UInt32(first & 0x0F), 2, 0x800)
        case 0xF0...0xF4: (value, missing, least) = (UInt32(first & 0x07), 3, 0x10000)
        default: return nil
        }
    }

    mutating func append(_ byte: UInt8) -> Outcome {
        guard byte & 0xC0 == 0x80 else { return .broken }
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing > 0 { return .more }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return .broken }
        return .done(scalar)
    }
}
