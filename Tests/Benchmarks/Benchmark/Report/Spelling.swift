/// How numbers are spelled in the table.
enum Spelling {
    /// A number with as many decimals.
    static func decimal(_ number: Double, _ decimals: Int) -> String {
        guard number.isFinite else { return "-" }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((number * Double(scale)).rounded())
        guard decimals > 0 else { return grouped(scaled) }
        let rest = String(scaled % scale)
        let zeros = String(repeating: "0", count: decimals - rest.count)
        return "\(grouped(scaled / scale)).\(zeros)\(rest)"
    }

    /// Digits in groups of three.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    /// The median of the runs and how far they lie apart.
    static func seconds(_ outcome: Alternation.Outcome) -> String {
        let (least, most) = outcome.spread
        return "\(decimal(outcome.wall, 3)) s (\(decimal(least, 3))-\(decimal(most, 3)))"
    }

    /// A figure with its unit.
    static func value(_ value: Double, _ unit: Figure.Unit) -> String {
        switch unit {
        case .ratio: decimal(value, value < 0.2 ? 3 : 2)
        case .milliseconds: "\(decimal(value, 1)) ms"
        case .mebibytes: "\(decimal(value, 0)) MiB"
        }
    }
}
