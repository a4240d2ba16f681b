/// One character as a terminal shows it: a printable scalar of known width with its marks, or one
/// letter of a notation that stands for something that must not reach a terminal.
public struct Glyph: Hashable, Sendable {
    /// The scalar that takes the room: printable, never a control, nor a mark without width.
    public var scalar: UInt32
    /// Up to four combining marks on the scalar; zero where there is none.
    public var marks: SIMD4<UInt32>
    /// How many columns the glyph takes: 1 or 2.
    public var width: UInt8
    /// True for a letter of notation, which is always drawn so that it cannot be mistaken for text.
    public var isNotation: Bool

    /// A glyph of the given parts.
    public init(
        scalar: UInt32, marks: SIMD4<UInt32> = .zero, width: UInt8, isNotation: Bool = false
    ) {
        self.scalar = scalar
        self.marks = marks
        self.width = width
        self.isNotation = isNotation
    }
}

extension Glyph {
    /// A letter of notation.
    static func notation(_ letter: UInt8) -> Glyph {
        Glyph(scalar: UInt32(letter), width: 1, isNotation: true)
    }

    /// What stands for a wide glyph where only half of it fits.
    static let halfWide = Glyph.notation(UInt8(ascii: ">"))
}
