import CursesBridge

extension CursesCell {
    /// A cell as the bridge takes it.
    init(_ cell: Cell) {
        let marks = cell.marks
        self.init(
            scalar: cell.scalar,
            mark0: marks[0], mark1: marks[1], mark2: marks[2], mark3: marks[3],
            attributes: CursesAttributes(cell.style.attributes),
            foreground: cell.style.foreground.cursesNumber,
            background: cell.style.background.cursesNumber)
    }
}

extension CursesAttributes {
    fileprivate init(_ attributes: Style.Attributes) {
        self = []
        if attributes.contains(.bold) { insert(.bold) }
        if attributes.contains(.reverse) { insert(.reverse) }
        if attributes.contains(.underline) { insert(.underline) }
        if attributes.contains(.line) { insert(.line) }
    }
}

extension Color {
    /// The number every terminal gives the colour; black is 0 and never asked for.
    fileprivate var cursesNumber: Int16 {
        switch self {
        case .terminal: -1
        case .red: 1
        case .green: 2
        case .yellow: 3
        case .blue: 4
        case .magenta: 5
        case .cyan: 6
        case .white: 7
        }
    }
}
