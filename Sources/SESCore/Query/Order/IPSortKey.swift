/// Makes of the address of a client bytes that sort as its number does.
enum IPSortKey {
    /// The bytes: IPv4 before IPv6 before what is neither, of which letter case is taken out.
    static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if let address = v4(text) { return [4] + address }
        if let address = v6(text) { return [6] + address }
        return [0xFF] + SearchFold.fold(text)
    }

    /// The four bytes of an address such as `192.0.2.1`; nil for anything else.
    private static func v4(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count <= 15 else { return nil }
        var address: [UInt8] = []
        for part in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...3).contains(part.count), part.allSatisfy({ $0 &- 0x30 < 10 }) else {
                return nil
            }
            guard let byte = UInt8(exactly: part.reduce(0) { $0 * 10 + Int($1 - 0x30) }) else {
                return nil
            }
            address.append(byte)
        }
        return address.count == 4 ? address : nil
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
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let address = v4(part) {
                bytes += address
                continue
            }
            guard (1...4).contains(part.count) else { return nil }
            var value: UInt16 = 0
            for digit in part {
                guard let number = hex(digit) else { return nil }
                value = value << 4 | number
            }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
        return bytes
    }

    private static func hex(_ digit: UInt8) -> UInt16? {
        switch digit.asciiLower {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit - 0x30)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(digit.asciiLower - 0x57)
        default: nil
        }
    }
}
