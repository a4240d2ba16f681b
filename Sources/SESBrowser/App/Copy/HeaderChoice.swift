import SESCore

/// Finds a header by what was typed: `received`, or `received 2` for the second of that name.
enum HeaderChoice {
    /// How many names are offered for completion.
    static let mostNames = 200

    /// The header, and of how many of its name it is which; nil where there is none.
    static func find(
        _ text: String, in headers: [HeaderField]
    ) -> (field: HeaderField, number: Int, count: Int)? {
        var words = text.split(separator: " ").map(String.init)
        var number = 1
        if words.count > 1, let last = words.last.flatMap({ Int($0) }) {
            number = last
            words.removeLast()
        }
        var name = words.joined(separator: " ")
        if name.last == ":" { name.removeLast() }
        let folded = name.utf8.map(\.asciiLowered)
        let found = headers.filter { $0.name.bytes.map(\.asciiLowered) == folded }
        guard (1...max(1, found.count)).contains(number), !found.isEmpty else { return nil }
        return (found[number - 1], number, found.count)
    }

    /// The names of headers in small letters, each once, those that can be typed.
    static func names(_ headers: [HeaderField]) -> [String] {
        var names: Set<[UInt8]> = []
        for header in headers where names.count < mostNames {
            let bytes = header.name.bytes
            // RFC 5322: printable ASCII without a colon.
            guard (1...76).contains(bytes.count), bytes.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
                continue
            }
            names.insert(bytes.map(\.asciiLowered))
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

extension UInt8 {
    /// The small letter of a capital of ASCII; any other byte unchanged.
    fileprivate var asciiLowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
