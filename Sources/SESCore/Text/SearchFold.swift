/// Letter case taken out of text, so that a search finds it either way.
public enum SearchFold {}

extension SearchFold {
    /// The bytes with each letter replaced by its simple case folding; what is no UTF-8 stays.
    ///
    /// Only replacements of one scalar by one are made: `ß` does not become `ss`, and no two
    /// spellings that Unicode calls equivalent are made alike. Folding twice changes nothing more.
    public static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var lowered = Array(bytes)
        return lowerASCII(&lowered) ? lowered : foldBeyondASCII(lowered)
    }

    /// Folds the ASCII letters in place; true where there was nothing else.
    private static func lowerASCII(_ bytes: inout [UInt8]) -> Bool {
        var span = bytes.mutableSpan
        var seen: UInt8 = 0
        for index in span.indices {
            let byte = span[index]
            seen |= byte
            span[index] = byte.asciiLower
        }
        return seen < 0x80
    }

    private static func foldBeyondASCII(_ bytes: [UInt8]) -> [UInt8] {
        let span = bytes.span
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        var offset = 0
        while offset < span.count {
            guard span[offset] >= 0x80 else {
                folded.append(span[offset])
                offset += 1
                continue
            }
            let unit = WTF8.unit(in: span, at: offset)
            if mayHaveCase(unit.value), let scalar = Unicode.Scalar(unit.value) {
                WTF8.append(fold(scalar), to: &folded)
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
    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        // The letters most mail is written in, without the cost of a look-up.
        case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F:
            return scalar.value + 0x20
        case 0x400...0x40F: return scalar.value + 0x50
        case 0x80...0xB4, 0xB6...0xBF, 0xDF...0xFF, 0x3B1...0x3C1, 0x3C3...0x3CB, 0x430...0x45F,
            0x2000...0x2125:
            return scalar.value
        // The dotless i has the capital of another letter.
        case 0x131: return scalar.value
        default:
            let capital = scalar.properties.uppercaseMapping.onlyScalar ?? scalar
            return (capital.properties.lowercaseMapping.onlyScalar ?? scalar).value
        }
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
