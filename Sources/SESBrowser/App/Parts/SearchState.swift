import SESCore

/// What is searched for.
struct SearchState: Sendable {
    /// The text; nil where nothing is searched for or its marks were put out.
    var needle: SearchTerm?
    /// The text of the last search, also after its marks are out.
    var last: SearchTerm?
    /// Where the last match in the detail stands.
    var detailRow: Int?
    /// Texts that were searched for, oldest first.
    var history: [String] = []
}

/// A text that is searched for, letter case aside.
struct SearchTerm: Hashable, Sendable {
    /// As it was typed.
    let text: String
    private let folded: [UInt8]

    /// A needle; nil for the empty text.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
        folded = Self.fold(text.utf8)
    }
}

extension SearchTerm {
    /// The text as the detail pane takes it.
    var raw: RawText { RawText(text) }

    /// True where the text stands in the bytes.
    func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= folded.count, let first = folded.first else { return false }
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        let bytes = isASCII ? bytes : Self.fold(bytes)[...]
        for start in bytes.startIndex...(bytes.endIndex - folded.count)
        where bytes[start].asciiLower == first {
            var isEqual = true
            for offset in 1..<max(1, folded.count)
            where bytes[start + offset].asciiLower != folded[offset] {
                isEqual = false
                break
            }
            if isEqual { return true }
        }
        return false
    }

    /// The glyphs with every match given another role.
    func marked(_ glyphs: [StyledGlyph]) -> [StyledGlyph] {
        let needle = text.unicodeScalars.map { Self.lower($0.value) }
        let letters = glyphs.map { Self.lower($0.glyph.scalar) }
        var marked = glyphs
        var start = 0
        while start + needle.count <= letters.count {
            if letters[start..<start + needle.count].elementsEqual(needle) {
                for index in start..<start + needle.count { marked[index].role = .match }
                start += needle.count
            } else {
                start += 1
            }
        }
        return marked
    }

    private static func lower(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return UInt32(UInt8(scalar).asciiLower) }
        let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
        return lower.flatMap { $0.count == 1 ? $0.first?.value : nil } ?? scalar
    }

    private static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if let lower = Unicode.Scalar(lower(scalar.value)) {
                folded.append(contentsOf: UTF8.encode(lower).map(Array.init) ?? [])
            }
        }
        return folded
    }
}
