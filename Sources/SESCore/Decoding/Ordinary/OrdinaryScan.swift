/// Reads a document of one of the forms that SES itself writes, once, and takes from it what the
/// list keeps; everything else is skipped by vector code.
///
/// It declines whatever is unusual: a key that stands twice, an escape that JSON does not have, a
/// status that is not known, headers in the place of `commonHeaders`. The decoders that read
/// everything then decide. What this accepts, they read to the same row; the tests hold both side
/// by side.
struct OrdinaryScan: ~Copyable, ~Escapable {
    let bytes: Span<UInt8>
    var position: Int
    /// True where the bytes ended before the document did.
    var hasRunOut = false
    var record = OrdinaryRecord()
    var messageID = 0..<0
    var source: Range<Int>?
    /// Where the headers begin.
    var headers: Int?
    /// True where the common headers name no subject.
    var lacksSubject = false

    /// The longest document that is read this way, in bytes.
    static let longest = 1 << 20

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }
}

extension OrdinaryScan {
    /// The byte at the position, white space skipped; 0 where the bytes end.
    @inline(__always)
    mutating func next() -> UInt8 {
        if position < bytes.count, bytes[position] > 0x20 { return bytes[position] }
        return nextBehindSpace()
    }

    private mutating func nextBehindSpace() -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            guard JSONStructure.isSpace(byte) else { return byte }
            if byte == 0x0A { record.lineFeeds += 1 }
            position += 1
            while position + 8 <= bytes.count {
                let others = bytes.word(at: position) ^ 0x2020_2020_2020_2020
                position += others.trailingZeroBitCount / 8
                if others != 0 { break }
            }
        }
        hasRunOut = true
        return 0
    }

    /// Steps over a byte that has to be there, white space before it.
    @inline(__always)
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Steps into the next member and over its colon; the key, nil where there is none to be read. No
    /// comma stands before the first one.
    mutating func key(isFirst: Bool) -> Range<Int>? {
        if !isFirst { guard take(",") else { return nil } }
        guard take("\"") else { return nil }
        let start = position
        if let length = ByteScan.shortText(bytes, from: start) {
            position += length + 1
        } else {
            guard let traits = skipText(), traits.isEmpty else { return nil }
        }
        let key = start..<position - 1
        return take(":") ? key : nil
    }

    /// Steps over the closing brace if it comes next.
    mutating func closes() -> Bool {
        guard next() == UInt8(ascii: "}") else { return false }
        position += 1
        return true
    }

    /// Steps over a text whose opening quote has been taken; what stands in it, nil where it does not end.
    mutating func skipText() -> ByteScan.TextTraits? {
        let (found, traits) = ByteScan.endOfText(bytes, from: position)
        switch found {
        case .at(let quote):
            position = quote + 1
            return traits
        case .ranOut:
            hasRunOut = true
            return nil
        case .unusual: return nil
        }
    }

    /// A text without escapes and controls; nil for anything else.
    mutating func plainText() -> Range<Int>? {
        guard take("\"") else { return nil }
        let start = position
        if let length = ByteScan.shortText(bytes, from: start) {
            position += length + 1
            return start..<position - 1
        }
        guard let traits = skipText(), traits.isSubset(of: .nonASCII) else { return nil }
        return start..<position - 1
    }

    /// A text; nil for anything else. Its escapes may be some that JSON does not have.
    mutating func text() -> OrdinaryRecord.Part? {
        guard take("\"") else { return nil }
        let start = position
        if let length = ByteScan.shortText(bytes, from: start) {
            position += length + 1
            return OrdinaryRecord.Part(range: start..<position - 1)
        }
        guard let traits = skipText(), !traits.contains(.control) else { return nil }
        return OrdinaryRecord.Part(range: start..<position - 1, traits: traits)
    }

    /// Steps over any value.
    mutating func skipValue() -> Bool {
        switch next() {
        case UInt8(ascii: "\""):
            position += 1
            if let length = ByteScan.shortText(bytes, from: position) {
                position += length + 1
                return true
            }
            return skipText() != nil
        case UInt8(ascii: "{"), UInt8(ascii: "["): return skipContainer()
        default: return skipScalar()
        }
    }

    mutating func skipContainer() -> Bool {
        if skipListOfOne() || skipObjectOfTexts() { return true }
        let (found, lineFeeds) = ByteScan.endOfContainer(bytes, from: position)
        switch found {
        case .at(let end):
            position = end
            record.lineFeeds += lineFeeds
            return true
        case .ranOut:
            hasRunOut = true
            return false
        case .unusual: return false
        }
    }

    /// Steps over an array of one text, as most lists of addresses are; false, and nothing is done, for
    /// all else.
    private mutating func skipListOfOne() -> Bool {
        guard byte(position) == UInt8(ascii: "["), byte(position + 1) == UInt8(ascii: "\""),
            let length = ByteScan.shortText(bytes, from: position + 2),
            byte(position + length + 3) == UInt8(ascii: "]")
        else { return false }
        position += length + 4
        return true
    }

    /// Steps over an object of short texts, as most actions are; false, and nothing is done, for all else.
    private mutating func skipObjectOfTexts() -> Bool {
        guard byte(position) == UInt8(ascii: "{") else { return false }
        var index = position
        while let colon = behindText(index), byte(colon) == UInt8(ascii: ":"),
            let end = behindText(colon)
        {
            if byte(end) == UInt8(ascii: "}") {
                position = end + 1
                return true
            }
            guard byte(end) == UInt8(ascii: ",") else { return false }
            index = end
        }
        return false
    }

    /// The index behind a short text that comes next behind an index, or behind one space there.
    @inline(__always)
    private func behindText(_ index: Int) -> Int? {
        let start = byte(index + 1) == 0x20 ? index + 2 : index + 1
        guard byte(start) == UInt8(ascii: "\""),
            let length = ByteScan.shortText(bytes, from: start + 1)
        else { return nil }
        return start + length + 2
    }

    /// The byte at an index; 0 where the bytes end.
    @inline(__always)
    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Steps over a number or a word.
    mutating func skipScalar() -> Bool {
        let start = position
        while position < bytes.count, JSONStructure.isScalarByte(bytes[position]) { position += 1 }
        if position == bytes.count { hasRunOut = true }
        return position > start
    }

    @inline(__always)
    func stands(_ word: StaticString, _ range: Range<Int>) -> Bool { bytes.stands(word, in: range) }
}
