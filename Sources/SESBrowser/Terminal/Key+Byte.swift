extension Key {
    /// The key that sends a single byte; nil for ESC and for what is no ASCII.
    init?(byte: UInt8) {
        switch byte {
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x00, 0x1C...0x1F: self = .control(Unicode.Scalar(byte + 0x40))
        case 0x01...0x1A: self = .control(Unicode.Scalar(byte + 0x60))
        case 0x20...0x7E: self = .character(Unicode.Scalar(byte))
        default: return nil
        }
    }

    /// A scalar beyond ASCII that was typed; nil for the C1 controls, which no key sends.
    init?(printable scalar: Unicode.Scalar) {
        if scalar.value < 0xA0 { return nil }
        self = .character(scalar)
    }
}
