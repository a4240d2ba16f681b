@testable import SESBrowser

extension Grid {
    /// The letters of a row.
    func text(_ row: Int) -> String {
        var text = String.UnicodeScalarView()
        for cell in self.row(row) where cell.scalar != 0 {
            let marks = (0..<4).map { cell.marks[$0] }.filter { $0 != 0 }
            text.append(contentsOf: ([cell.scalar] + marks).compactMap(Unicode.Scalar.init))
        }
        return String(text)
    }

    /// All rows, blanks at their ends left out.
    var lines: [String] {
        (0..<size.rows).map { row in
            var line = text(row)
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The screen for a golden file: under each line one letter a cell for what it looks like.
    func described(_ theme: Theme) -> String {
        var lines: [String] = []
        for row in 0..<size.rows {
            lines.append("|\(text(row))|")
            let attributes = String(self.row(row).map { theme.letter($0.style) })
            guard attributes.contains(where: { $0 != "." }) else { continue }
            lines.append(" \(attributes)")
        }
        let place = cursor.map { "\($0.row),\($0.column)" } ?? "none"
        lines.append("cursor \(place)\(showsCursor ? " shown" : "")")
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Theme {
    /// The letter of the first role that looks so; `+` for two roles in one.
    fileprivate func letter(_ style: Style) -> Character {
        let letters = Array(".^FGP-#CThEHlALBWMKX")
        return Role.allCases.first { self.style($0) == style }
            .map { letters[Int($0.rawValue)] } ?? "+"
    }
}
