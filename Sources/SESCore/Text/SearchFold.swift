/// Letter case taken out of text, so that a search finds it either way.
public enum SearchFold {}

extension SearchFold {
    /// The bytes with each letter replaced by its simple case folding; what is no UTF-8 stays.
    ///
    /// Only replacements of one scalar by one are made: `ß` does not become `ss`, and no two
    /// spellings that Unicode calls equivalent are made alike. Folding twice changes nothing more.
    public static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let read = Array(bytes)
        let span = read.span
        var folded: [UInt8] = []
        folded.reserveCapacity(read.count)
        var offset = 0
        while offset < span.count {
            let byte = span[offset]
            if byte < 0x80 {
                folded.append(byte.asciiLower)
                offset += 1
                continue
            }
            let unit = WTF8.unit(in: span, at: offset)
            if mayHaveCase(unit.value), let scalar = Unicode.Scalar(unit.value) {
                WTF8.append(fold(scalar).value, to: &folded)
            } else {
                for place in offset..<offset + unit.length { folded.append(span[place]) }
            }
            offset += unit.length
        }
        return folded
    }

    /// True where folded bytes hold a folded needle; an empty needle is everywhere.
    public static func contains(
        _ needle: some Collection<UInt8>, in haystack: some Collection<UInt8>
    ) -> Bool {
        SearchNeedle(folded: needle).isFound(in: haystack)
    }

    /// Simple case folding of one scalar: by way of the capital, since `ς` and `σ`, `ſ` and `s`
    /// share one.
    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // The dotless i has the capital of another letter.
        guard scalar != "\u{131}" else { return scalar }
        let capital = scalar.properties.uppercaseMapping.onlyScalar ?? scalar
        return capital.properties.lowercaseMapping.onlyScalar ?? scalar
    }

    /// False for the scripts without letter case that most text outside ASCII is written in.
    private static func mayHaveCase(_ value: UInt32) -> Bool {
        switch value {
        case 0x0590..<0x10A0, 0x2E80..<0xA640, 0xAC00..<0xFF21, 0x1_F000...: false
        default: true
        }
    }
}

extension String {
    fileprivate var onlyScalar: Unicode.Scalar? {
        var scalars = unicodeScalars.makeIterator()
        guard let first = scalars.next(), scalars.next() == nil else { return nil }
        return first
    }
}
