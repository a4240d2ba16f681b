/// Makes of the address of a client bytes that sort as its number does.
enum IPSortKey {
    /// The bytes: IPv4 before IPv6 before what is neither, of which letter case is taken out.
    static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if let address = v4(text) { return [4] + address }
        if let address = v6(text) { return [6] + address }
        return [0xFF] + SearchFold.fold(text)
    }

    /// The four bytes of an address such as `192.0.2.1`; nil for anything else.
    private static func v4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count <= 15 else { return nil }
        var address: [UInt8] = []
        var (value, digits) = (0, 0)
        for byte in text {
            if byte == UInt8(ascii: "."), digits > 0 {
                address.append(UInt8(value))
                (value, digits) = (0, 0)
            } else {
                guard byte &- 0x30 < 10, digits < 3 else { return nil }
                value = value * 10 + Int(byte - 0x30)
                digits += 1
                guard value < 256 else { return nil }
            }
        }
        guard digits > 0, address.count == 3 else { return nil }
        return address + [UInt8(value)]
    }

    /// The sixteen bytes of an address such as `2001:db8::1` or `IPv6:::1` (RFC 5321, section 4.1.3); nil
    /// for anything else.
    private static func v6(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var text = text
        if text.count > 5, RawText(text.prefix(5)).equalsIgnoringCase("IPv6:") {
            text = text.dropFirst(5)
        }
        guard (2...45).contains(text.count) else { return nil }
        guard let gap = doubleColon(text) else {
            return groups(text).flatMap { $0.count == 16 ? $0 : nil }
        }
        let rest = text[(gap + 2)...]
        guard doubleColon(rest) == nil, let before = groups(text[..<gap]), let after = groups(rest),
            before.count + after.count <= 14
        else { return nil }
        return before + [UInt8](repeating: 0, count: 16 - before.count - after.count) + after
    }

    private static func doubleColon(_ text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first {
            text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":")
        }
    }

    /// The bytes of groups of hexadecimal digits, of which the last may be an IPv4 address.
    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        var (value, digits, start) = (UInt16(0), 0, text.startIndex)
        for index in text.indices {
            if text[index] == UInt8(ascii: ":"), digits > 0 {
                bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
                (value, digits, start) = (0, 0, index + 1)
            } else if let number = hex(text[index]), digits < 4 {
                value = value << 4 | number
                digits += 1
            } else {
                return v4(text[start...]).map { bytes + $0 }
            }
        }
        return digits > 0 ? bytes + [UInt8(value >> 8), UInt8(value & 0xFF)] : nil
    }

    private static func hex(_ digit: UInt8) -> UInt16? {
        switch digit.asciiLower {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(digit.asciiLower - 0x57)
        default: nil
        }
    }
}
