/// Letter case taken out of text, so that a search finds it either way.
public enum SearchFold {}

extension SearchFold {
    /// The bytes with each letter replaced by its simple case folding; what is no UTF-8 stays.
    ///
    /// Only replacements of one scalar by one are made: `ß` does not become `ss`, and no two
    /// spellings that Unicode calls equivalent are made alike. Folding twice changes nothing more.
    public static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let read = Array(bytes)
        var folded: [UInt8] = []
        folded.reserveCapacity(read.count)
        append(read.span, to: &folded)
        return folded
    }

    /// Appends the folded form of some bytes; true where it differs from them in more than capitals of ASCII.
    @discardableResult
    static func append(_ bytes: Span<UInt8>, to folded: inout [UInt8]) -> Bool {
        var changed = false
        // At most two bytes become three, as those of `Ⱥ` do.
        folded.append(addingCapacity: bytes.count + bytes.count / 2) {
            changed = append(bytes, to: &$0)
        }
        return changed
    }

    private static func append(_ bytes: Span<UInt8>, to folded: inout OutputSpan<UInt8>) -> Bool {
        let letters = commonLetters
        var changed = false
        var offset = 0
        while true {
            offset = ByteScan.fold(
                bytes, from: offset, letters: letters.span, to: &folded, changed: &changed)
            if offset == bytes.count { return changed }
            let unit = WTF8.unit(in: bytes, at: offset)
            var value = unit.value
            if let letter = LetterTable.index(of: value) {
                value = UInt32(letters[letter])
            } else if mayHaveCase(value), let scalar = Unicode.Scalar(value) {
                value = fold(scalar)
            }
            if value != unit.value {
                changed = true
                WTF8.append(value, to: &folded)
            } else {
                for place in offset..<offset + unit.length { folded.append(bytes[place]) }
            }
            offset += unit.length
        }
    }

    /// The folded forms of the letters of ``LetterTable``.
    private static let commonLetters = LetterTable.scalars.map { UInt16(fold($0)) }

    /// The letters of ASCII that a scalar beyond ASCII folds to: the signs for kelvin and for a long s do.
    static let lettersFromBeyondASCII: [UInt8] = [UInt8(ascii: "k"), UInt8(ascii: "s")]

    /// True where folded bytes hold a folded needle; an empty needle is everywhere.
    public static func contains(
        _ needle: some Collection<UInt8>, in haystack: some Collection<UInt8>
    ) -> Bool {
        SearchNeedle(folded: needle).isFound(in: haystack)
    }

    /// Simple case folding of one scalar: by way of the capital, since `ς` and `σ`, `ſ` and `s`
    /// share one.
    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        // The dotless i has the capital of another letter.
        if scalar.value == 0x131 { return scalar.value }
        let capital = scalar.properties.uppercaseMapping.onlyScalar ?? scalar
        return (capital.properties.lowercaseMapping.onlyScalar ?? scalar).value
    }

    /// False for the signs and the scripts without letter case that most text outside ASCII is written in.
    private static func mayHaveCase(_ value: UInt32) -> Bool {
        switch value {
        case 0x0590..<0x10A0, 0x2000..<0x2126, 0x2E80..<0xA640, 0xAC00..<0xFF21, 0x1_F000...: false
        default: true
        }
    }
}

/// The letters with case that most mail is written in: Latin with the marks of Vietnamese, Greek, Cyrillic.
private enum LetterTable {
    private static let first: Range<UInt32> = 0..<0x530
    private static let second: Range<UInt32> = 0x1E00..<0x2000

    static var scalars: [Unicode.Scalar] {
        (Array(first) + Array(second)).compactMap { Unicode.Scalar($0) }
    }

    @inline(__always)
    static func index(of value: UInt32) -> Int? {
        if value < first.upperBound { return Int(value) }
        return second.contains(value) ? Int(value - second.lowerBound) + first.count : nil
    }
}

extension String {
    fileprivate var onlyScalar: Unicode.Scalar? {
        var scalars = unicodeScalars.makeIterator()
        guard let first = scalars.next(), scalars.next() == nil else { return nil }
        return first
    }
}
