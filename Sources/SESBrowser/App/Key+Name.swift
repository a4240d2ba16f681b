extension Key: ExpressibleByUnicodeScalarLiteral {
    /// The key of a printable scalar.
    init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(value) }
}

extension Key {
    /// The name of the key in help, hints and messages: `j`, `^N`, `PgDn`.
    var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): "^" + Character(scalar).uppercased()
        case .function(let number): "F\(number)"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .escape: "Esc"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        }
    }
}
