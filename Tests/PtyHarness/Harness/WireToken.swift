/// One thing that a program sends to a terminal.
public enum WireToken: Hashable, Sendable {
    case text(Unicode.Scalar)
    /// A control byte that stands alone.
    case control(UInt8)
    /// ESC, intermediate bytes and a final one.
    case escape(String)
    /// A control sequence: what stands between `ESC [` and the final byte, and that byte.
    case sequence(parameters: String, final: Character)
    /// A string for the terminal itself (OSC, DCS, APC, PM, SOS), by its first letter.
    case string(Character)
    /// A text for the clipboard, in base64; wrapped where tmux is to hand it on.
    case copy(base64: String, isWrapped: Bool)
    /// A byte that is no UTF-8.
    case invalid(UInt8)
    /// A sequence that the end or a control byte cut off.
    case unfinished
}

extension WireToken {
    /// Takes bytes apart as a terminal does; each token comes with the offset it begins at.
    public static func all(in bytes: [UInt8]) -> [(offset: Int, token: WireToken)] {
        var tokens: [(offset: Int, token: WireToken)] = []
        var place = 0
        while place < bytes.count {
            let start = place
            tokens.append((start, next(in: bytes, at: &place)))
        }
        return tokens
    }

    private static func next(in bytes: [UInt8], at place: inout Int) -> WireToken {
        let byte = bytes[place]
        if byte == 0x1B {
            place += 1
            return escape(in: bytes, at: &place)
        }
        if byte >= 0x20, byte < 0x7F {
            place += 1
            return .text(Unicode.Scalar(byte))
        }
        if byte < 0x20 || byte == 0x7F {
            place += 1
            return .control(byte)
        }
        return scalar(in: bytes, at: &place)
    }

    private static func scalar(in bytes: [UInt8], at place: inout Int) -> WireToken {
        var decoder = UTF8()
        var rest = bytes[place..<min(place + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
            defer { place += 1 }
            return .invalid(bytes[place])
        }
        place += UTF8.width(scalar)
        return .text(scalar)
    }

    private static func escape(in bytes: [UInt8], at place: inout Int) -> WireToken {
        guard place < bytes.count else { return .unfinished }
        switch bytes[place] {
        case UInt8(ascii: "["):
            place += 1
            return sequence(in: bytes, at: &place)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            if let copy = copy(in: bytes, at: &place) { return copy }
            let letter = Character(Unicode.Scalar(bytes[place]))
            while place < bytes.count, bytes[place] != 0x07, bytes[place] != 0x1B { place += 1 }
            if place < bytes.count, bytes[place] == 0x07 { place += 1 }
            return .string(letter)
        default:
            let start = place
            while place < bytes.count, (0x20...0x2F).contains(bytes[place]) { place += 1 }
            guard place < bytes.count, (0x30...0x7E).contains(bytes[place]) else {
                return .unfinished
            }
            place += 1
            return .escape(String(decoding: bytes[start..<place], as: UTF8.self))
        }
    }

    /// A text for the clipboard, spelled in one of two ways to the last byte.
    private static func copy(in bytes: [UInt8], at place: inout Int) -> WireToken? {
        let forms = [
            ("]52;c;", "\u{1B}\\", false),
            ("Ptmux;\u{1B}\u{1B}]52;c;", "\u{07}\u{1B}\\", true),
        ]
        for (start, end, isWrapped) in forms where bytes[place...].starts(with: start.utf8) {
            let first = place + start.utf8.count
            let letters = bytes[first...].prefix {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || [0x2B, 0x2F, 0x3D].contains($0)
            }
            guard !letters.isEmpty, letters.count % 4 == 0,
                bytes[letters.endIndex...].starts(with: end.utf8)
            else { return nil }
            place = letters.endIndex + end.utf8.count
            return .copy(base64: String(decoding: letters, as: UTF8.self), isWrapped: isWrapped)
        }
        return nil
    }

    private static func sequence(in bytes: [UInt8], at place: inout Int) -> WireToken {
        let start = place
        while place < bytes.count, (0x20...0x3F).contains(bytes[place]) { place += 1 }
        guard place < bytes.count, (0x40...0x7E).contains(bytes[place]) else { return .unfinished }
        let final = Character(Unicode.Scalar(bytes[place]))
        defer { place += 1 }
        return .sequence(
            parameters: String(decoding: bytes[start..<place], as: UTF8.self), final: final)
    }
}
