import SESCore

/// How long ago a moment is, or how far ahead, in its largest unit.
struct Age: Hashable, Sendable {
    private let seconds: Int64

    /// The age of a moment at another one; nil where one of them is missing.
    init?(of moment: Timestamp, at now: Timestamp) {
        guard !moment.isMissing, !now.isMissing else { return nil }
        seconds = (now.milliseconds - moment.milliseconds) / 1000
    }
}

extension Age {
    /// The columns of the long form, `59 min ago`.
    static let longColumns = 10
    /// The columns of the short form, `59m`.
    static let shortColumns = 5

    /// The age in a column of some width, set to its right.
    func text(columns: Int) -> String { Self.set(long, short, columns) }

    /// The words in its place where a moment is missing.
    static func missing(columns: Int) -> String {
        set(TimeForm.short.missing, TimeForm.clock.missing, columns)
    }

    private static func set(_ long: String, _ short: String, _ columns: Int) -> String {
        let (text, width) = columns >= longColumns ? (long, longColumns) : (short, shortColumns)
        return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    /// The age in words, `2 h ago`.
    var words: String { long }

    private var long: String {
        guard let (count, unit) = amount else { return "just now" }
        return seconds < 0 ? "in \(count) \(unit.long)" : "\(count) \(unit.long) ago"
    }

    private var short: String {
        guard let (count, unit) = amount else { return "now" }
        return seconds < 0 ? "+\(min(count, 999))\(unit.short)" : "\(count)\(unit.short)"
    }

    /// How many of which unit; nil where it is less than a minute.
    private var amount: (Int64, Unit)? {
        let span = abs(seconds)
        guard let unit = Self.units.first(where: { span >= $0.least * $0.size }) else { return nil }
        return (min(span / unit.size, 9999), unit)
    }

    private static let units = [
        Unit(size: 31_556_952, least: 2, long: "y", short: "y"),
        Unit(size: 86_400, least: 2, long: "d", short: "d"),
        Unit(size: 3600, least: 1, long: "h", short: "h"),
        Unit(size: 60, least: 1, long: "min", short: "m"),
    ]

    private struct Unit {
        /// Seconds.
        let size: Int64
        /// How many there have to be before the unit is used.
        let least: Int64
        let long: String
        let short: String
    }
}
