extension RawText {
    /// The two texts one after the other.
    package static func + (left: RawText, right: RawText) -> RawText {
        RawText(left.bytes + right.bytes)
    }

    /// The texts one after the other, a separator between them.
    package static func joined(_ texts: [RawText], by separator: RawText) -> RawText {
        RawText(texts.map(\.bytes).joined(separator: separator.bytes))
    }

    /// The text in ASCII small letters.
    package var lowered: RawText { RawText(bytes.map(\.asciiLower)) }

    /// The text without blanks and tabs at its ends.
    package var trimmed: RawText { RawText(bytes[...].trimmed) }

    /// True where the text begins with an ASCII word, letter case aside.
    package func hasPrefix(_ word: RawText) -> Bool {
        count >= word.count && zip(bytes, word.bytes).allSatisfy { $0.asciiLower == $1.asciiLower }
    }

    /// Where an ASCII word stands first at or after `start`, letter case aside.
    package func range(of word: RawText, from start: Int = 0) -> Range<Int>? {
        guard let first = word.bytes.first?.asciiLower else { return nil }
        let (text, wanted) = (bytes.span, word.bytes.span)
        var place = start
        while place + wanted.count <= text.count {
            if text[place].asciiLower == first {
                var length = 1
                while length < wanted.count,
                    text[place + length].asciiLower == wanted[length].asciiLower
                {
                    length += 1
                }
                if length == wanted.count { return place..<place + length }
            }
            place += 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without blanks, tabs and line ends at both ends.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isBlank }),
            let last = lastIndex(where: { !$0.isBlank })
        else { return [] }
        return self[first...last]
    }
}

extension UInt8 {
    /// True for the white space that may stand between the words of a header.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }

    /// True for an ASCII letter or digit.
    var isAlphanumeric: Bool { asciiLower &- 0x61 < 26 || self &- 0x30 < 10 }
}
