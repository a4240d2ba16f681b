/// What a header is put together from: a literal or bytes.
protocol Text {
    /// Appends the text as UTF-8.
    func append(to bytes: inout [UInt8])
}

extension String: Text {
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension [UInt8]: Text {
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: self) }
}

/// The parts, one behind the other.
func join<each Part: Text>(_ parts: repeat each Part) -> [UInt8] {
    var bytes: [UInt8] = []
    repeat (each parts).append(to: &bytes)
    return bytes
}

/// RFC 2047, as mailers spell what is not ASCII.
enum EncodedWord {
    /// The text as encoded words where it needs them: mostly base64, some of it quoted.
    static func spell(_ text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        guard random.chance(700) else { return join("=?utf-8?Q?", quoted(text), "?=") }
        let space = random.chance(300) ? "\r\n " : " "
        var words: [UInt8] = []
        var part: [UInt8] = []
        for character in String(decoding: text, as: UTF8.self).unicodeScalars {
            let bytes = Array(String(character).utf8)
            if part.count + bytes.count > 42 {
                words += join("=?UTF-8?B?", base64(part), "?=", space)
                part = []
            }
            part += bytes
        }
        return join(words, "=?UTF-8?B?", base64(part), "?=")
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var quoted: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: " "): quoted.append(UInt8(ascii: "_"))
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: quoted.append(byte)
            default:
                quoted.append(UInt8(ascii: "="))
                for digit in [byte >> 4, byte & 0xF] {
                    quoted.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
                }
            }
        }
        return quoted
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0..<4 {
                let letter = Alphabet.base64[bits >> (18 - 6 * index) & 0x3F]
                letters.append(index <= group.count ? letter : UInt8(ascii: "="))
            }
        }
        return letters
    }
}
