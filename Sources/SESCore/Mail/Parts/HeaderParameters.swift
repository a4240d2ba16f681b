/// The value of a MIME header such as Content-Type: a word, and parameters behind semicolons
/// (RFC 2045, section 5.1; RFC 2231 for long values and other charsets).
///
/// What the grammar forbids and mail programs write is read too: blanks in a value without quotes, a
/// quote that is not closed, RFC 2047 words.
struct HeaderParameters: Hashable, Sendable {
    /// What stands before the first semicolon, in small letters.
    let word: RawText
    private var values: [RawText: Values] = [:]
    private var count = 0

    /// How many bytes of a header are looked at.
    static let longest = 64 << 10
    /// How many parameters are read.
    static let most = 100

    /// What was given for one parameter.
    private struct Values: Hashable, Sendable {
        /// As `name=`, in order.
        var plain: [RawText] = []
        /// As `name*=`, decoded.
        var extended: [RawText] = []
        /// As `name*0=` or `name*0*=`, by number.
        var pieces: [Int: Piece] = [:]
    }

    private struct Piece: Hashable, Sendable {
        var bytes: [UInt8]
        var isEncoded: Bool
    }
}

extension HeaderParameters {
    /// Reads the value of a header.
    init(_ value: RawText) {
        var scan = ParameterScan(value.bytes.prefix(Self.longest))
        word = RawText(scan.takeWord().map(\.asciiLower))
        while count < Self.most, let found = scan.next() {
            count += 1
            take(RawText(found.name.map(\.asciiLower)), found.value)
        }
    }

    /// The value of a parameter as a single word, such as a charset; nil where it is missing.
    func token(_ name: RawText) -> RawText? {
        text(name).map { RawText($0.bytes.prefix { !$0.isBlank && $0 != UInt8(ascii: "(") }) }
    }

    /// The value of a parameter, quotes taken off and not decoded further; nil where it is missing.
    func text(_ name: RawText) -> RawText? { values[name]?.plain.first ?? all(name).first }

    /// All that a parameter is said to be, decoded: first what RFC 2231 prefers, each text once.
    func all(_ name: RawText) -> [RawText] {
        guard let found = values[name] else { return [] }
        let joined = Self.joined(found.pieces).map { [$0] } ?? []
        let plain = found.plain.map { EncodedWords.decode($0, in: .text).text }
        var all: [RawText] = []
        for text in joined + found.extended + plain where !all.contains(text) { all.append(text) }
        return all
    }
}

extension HeaderParameters {
    private mutating func take(_ name: RawText, _ value: [UInt8]) {
        let parts = name.bytes.split(
            separator: UInt8(ascii: "*"), maxSplits: 2, omittingEmptySubsequences: false)
        let base = RawText(parts[0])
        var found = values[base] ?? Values()
        if parts.count == 1 {
            found.plain.append(RawText(value))
        } else if parts[1].isEmpty {
            found.extended.append(Self.extended(value))
        } else if let number = Self.number(parts[1]), found.pieces[number] == nil {
            found.pieces[number] = Piece(bytes: value, isEncoded: parts.count == 3)
        }
        values[base] = found
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count <= 3, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The pieces from 0 on up to the first that is missing.
    private static func joined(_ pieces: [Int: Piece]) -> RawText? {
        guard let first = pieces[0] else { return nil }
        let (charset, start) = first.isEncoded ? parted(first.bytes) : (nil, first.bytes[...])
        var bytes: [UInt8] = []
        var number = 0
        while let piece = pieces[number] {
            let text = number == 0 ? start : piece.bytes[...]
            bytes += piece.isEncoded ? PercentText.decoded(text) : Array(text)
            number += 1
        }
        return text(bytes, charset)
    }

    /// `charset'language'text`, the text with `%` and two digits for a byte.
    private static func extended(_ value: [UInt8]) -> RawText {
        let (charset, rest) = parted(value)
        return text(PercentText.decoded(rest), charset)
    }

    private static func parted(_ value: [UInt8]) -> (charset: Charset?, rest: ArraySlice<UInt8>) {
        let parts = value.split(
            separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? (Charset(label: parts[0]), parts[2]) : (nil, value[...])
    }

    private static func text(_ bytes: [UInt8], _ charset: Charset?) -> RawText {
        RawText(charset?.utf8(of: bytes)?.bytes ?? bytes)
    }
}
