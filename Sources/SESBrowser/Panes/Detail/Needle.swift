import SESCore

/// A text to search for among glyphs, letter case aside.
struct Needle: Hashable, Sendable {
    private let letters: [Letter]

    /// What is sought: the glyphs that a text is shown as, so that notation is found too.
    init(_ text: RawText) { letters = Gate.glyphs(of: text.bytes).map(Letter.init) }

    /// What counts when two glyphs are compared.
    private struct Letter: Hashable, Sendable {
        let scalar: UInt32
        let marks: SIMD4<UInt32>

        init(_ glyph: Glyph) {
            scalar = glyph.scalar.lowered
            marks = glyph.marks
        }
    }
}

extension Needle {
    /// The places where the text stands, from left to right; none overlaps another.
    func ranges(in glyphs: [StyledGlyph]) -> [Range<Int>] {
        guard let first = letters.first else { return [] }
        var ranges: [Range<Int>] = []
        var place = 0
        while place + letters.count <= glyphs.count {
            if glyphs[place].glyph.scalar.lowered == first.scalar, stands(at: place, in: glyphs) {
                ranges.append(place..<place + letters.count)
                place += letters.count
            } else {
                place += 1
            }
        }
        return ranges
    }

    private func stands(at place: Int, in glyphs: [StyledGlyph]) -> Bool {
        zip(letters, glyphs[place...]).allSatisfy { $0 == Letter($1.glyph) }
    }
}

extension UInt32 {
    /// The small letter of a scalar, where it is one scalar too.
    var lowered: UInt32 {
        guard self >= 0x80 else { return self &- 0x41 < 26 ? self | 0x20 : self }
        guard let mapping = Unicode.Scalar(self)?.properties.lowercaseMapping.unicodeScalars,
            mapping.count == 1
        else { return self }
        return mapping.first?.value ?? self
    }
}
