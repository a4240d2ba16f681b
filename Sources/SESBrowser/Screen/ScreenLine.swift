import SESCore

/// A line of the screen while it is put together: glyphs and what they are.
struct ScreenLine: Sendable {
    private(set) var glyphs: [StyledGlyph] = []
    /// How many columns the glyphs take.
    private(set) var columns = 0

    /// A line without a glyph.
    init() {}

    /// A line of one text of our own.
    init(_ text: String, _ role: Role = .plain) { append(text, role) }
}

extension ScreenLine {
    /// Adds text.
    mutating func append(_ text: String, _ role: Role = .plain) {
        append(Gate.glyphs(of: text.utf8), role)
    }

    /// Adds text that is through the gate.
    mutating func append(_ more: [Glyph], _ role: Role = .plain) {
        append(more.map { StyledGlyph(glyph: $0, role: role) })
    }

    /// Adds glyphs of several roles.
    mutating func append(_ more: some Sequence<StyledGlyph>) {
        for glyph in more {
            glyphs.append(glyph)
            columns += Int(glyph.glyph.width)
        }
    }

    /// Adds blanks, or another ASCII letter, until the line has so many columns.
    mutating func pad(to wanted: Int, with letter: Unicode.Scalar = " ", _ role: Role = .plain) {
        while columns < wanted {
            append([Glyph(scalar: letter.value, width: 1)], role)
        }
    }

    /// Cuts the end off, `~` in its place, where the line has more than so many columns.
    mutating func cut(to wanted: Int) {
        guard columns > wanted else { return }
        while let last = glyphs.last, columns > max(0, wanted - 1) {
            columns -= Int(last.glyph.width)
            glyphs.removeLast()
        }
        if wanted > 0 { append("~", glyphs.last?.role ?? .plain) }
    }

    /// Cuts or pads to exactly so many columns.
    mutating func fit(to wanted: Int, _ role: Role = .plain) {
        cut(to: wanted)
        pad(to: wanted, role)
    }
}
