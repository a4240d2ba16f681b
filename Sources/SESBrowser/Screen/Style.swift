/// A colour of the terminal's own palette.
///
/// Only foregrounds and backgrounds that every terminal has; `terminal` is the one it shows anyway.
enum Color: UInt8, Hashable, Sendable {
    case terminal
    case red
    case green
    case yellow
    case blue
    case magenta
    case cyan
    case white
}

/// How a cell looks.
struct Style: Hashable, Sendable {
    var attributes: Attributes = []
    var foreground = Color.terminal
    var background = Color.terminal

    static let plain = Style()

    struct Attributes: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let bold = Attributes(rawValue: 1 << 0)
        static let reverse = Attributes(rawValue: 1 << 1)
        static let underline = Attributes(rawValue: 1 << 2)
        /// The cell is a line-drawing glyph of the terminal where it has one: `-`, `|` or `+`.
        static let line = Attributes(rawValue: 1 << 3)
    }
}
