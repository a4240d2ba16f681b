/// What the gate does with a scalar.
///
/// The classes up to ``mark`` are drawn, those up to ``regional`` depend on their neighbours, and
/// the others are never drawn. The order is that of `Tests/Generators/make_width_table.py`.
enum ScalarClass: UInt8, Hashable, Sendable {
    /// One column.
    case narrow
    /// Two columns: East Asian wide and full-width forms, and emoji.
    case wide
    /// One column, of a script that is written from right to left.
    case rightToLeft
    /// No column of its own: it is drawn on what stands before.
    case mark
    /// A space other than U+0020, such as U+00A0 and U+3000.
    case space
    /// U+200C and U+200D.
    case joiner
    /// U+FE0E and U+FE0F, which ask for text or emoji style.
    case selector
    /// An emoji modifier, U+1F3FB to U+1F3FF.
    case skinTone
    /// A regional indicator, half a flag.
    case regional
    /// C0, DEL and C1.
    case control
    /// One of the twelve scalars with the property Bidi_Control.
    case bidi
    /// A tag character of the block U+E0000.
    case tag
    /// Any other format character or default-ignorable code point.
    case invisible
    /// U+2028 and U+2029.
    case lineBreak
    case privateUse
    /// Without a meaning in the Unicode version of the table, or never to have one.
    case unassigned
    case surrogate
    /// A byte that is no part of UTF-8; see ``WTF8``.
    case invalid
}

extension ScalarClass {
    /// The class of a scalar, a surrogate, or a byte as ``WTF8`` tells it.
    init(_ value: UInt32) {
        guard value < WTF8.firstInvalid else {
            self = .invalid
            return
        }
        let table = Self.table
        var low = 0
        var high = table.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle] >> 8 <= value { low = middle } else { high = middle }
        }
        self = ScalarClass(rawValue: UInt8(truncatingIfNeeded: table[low])) ?? .unassigned
    }

    /// True where a scalar does no more than to be seen, whatever program shows it: what may stand in
    /// files for other programs as it is.
    var isHarmless: Bool {
        switch self {
        case .narrow, .wide, .rightToLeft, .mark, .space, .regional, .skinTone: true
        default: false
        }
    }

    /// How many columns a scalar of the class takes; nil where it does not take columns by itself.
    var width: UInt8? {
        switch self {
        case .narrow, .rightToLeft: 1
        case .wide: 2
        default: nil
        }
    }

    /// The class under which scalars that are shown as notation are counted together.
    var run: ScalarClass {
        switch self {
        case .joiner, .selector: .invisible
        default: self
        }
    }

    /// What it says about a text that one of its scalars had to be shown as notation.
    var anomaly: VisibleText.Anomalies {
        switch self {
        case .narrow, .wide, .mark, .regional: []
        case .rightToLeft: .rightToLeft
        case .space: .unusualSpace
        case .joiner, .selector, .skinTone, .tag, .invisible: .invisible
        case .control, .lineBreak: .control
        case .bidi: .bidi
        case .privateUse, .unassigned: .unassigned
        case .surrogate: .surrogate
        case .invalid: .invalid
        }
    }
}
