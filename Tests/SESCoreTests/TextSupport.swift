@testable import SESCore

/// The text a screen would show, notation between ⟦ and ⟧.
func drawn(_ text: VisibleText) -> String { drawn(text.glyphs) }

/// The glyphs as text, notation between ⟦ and ⟧.
func drawn(_ glyphs: some Sequence<Glyph>) -> String {
    var bytes: [UInt8] = []
    var isNotation = false
    for glyph in glyphs {
        if glyph.isNotation != isNotation { bytes += Array((isNotation ? "⟧" : "⟦").utf8) }
        isNotation = glyph.isNotation
        glyph.append(to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self) + (isNotation ? "⟧" : "")
}

/// The text a screen would show for a text of our own.
func drawn(_ text: String, as form: VisibleText.Form = .folded) -> String {
    drawn(VisibleText(text.utf8, as: form))
}

/// The text a screen would show for bytes.
func drawn(bytes: [UInt8], as form: VisibleText.Form = .folded) -> String {
    drawn(VisibleText(bytes, as: form))
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

extension SeededGenerator {
    /// Bytes that meet the hard cases often: letters, controls, marks, joiners, emoji, flags, tags,
    /// right-to-left and wide scalars, surrogates, cut and overlong sequences, plain noise.
    mutating func soup(pieces: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<pieces {
            let kind = Int.random(in: 0..<soupRanges.count + 2, using: &self)
            if kind < soupRanges.count {
                WTF8.append(UInt32.random(in: soupRanges[kind], using: &self), to: &bytes)
            } else if kind == soupRanges.count {
                bytes.append(UInt8.random(in: 0...255, using: &self))
            } else if !bytes.isEmpty {
                bytes.removeLast()
            }
        }
        return bytes
    }
}

private let soupRanges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x20, 0x61...0x7A, 0x00...0x1F, 0x7F...0xA0, 0x300...0x36F, 0x41...0x43,
    0x5D0...0x5EA, 0x627...0x64A, 0x64B...0x65F, 0x905...0x94D, 0x1100...0x11FF, 0x200B...0x200F,
    0x200C...0x200D, 0x2028...0x202E, 0x2600...0x27BF, 0x3000...0x30FF, 0x4E00...0x9FFF,
    0xD800...0xDFFF, 0xFE00...0xFE0F, 0xFE0E...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF,
    0x1F446...0x1F450, 0xE0001...0xE007F, 0x0...0x10FFFF,
]
