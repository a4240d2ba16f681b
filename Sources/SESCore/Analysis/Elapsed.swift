/// Spans of time in words.
public enum Elapsed {
    /// The processing time of a receipt: `574 ms`, from ten seconds on also in seconds. A value that
    /// is no whole number stays as spelled.
    public static func processing(_ spelled: RawText) -> RawText {
        guard (1...12).contains(spelled.count), spelled.bytes.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return spelled + " (not a number of milliseconds)"
        }
        let milliseconds = spelled.bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        let long = milliseconds < 10_000 ? "" : " (\(words(seconds: milliseconds / 1000)))"
        return spelled + RawText(" ms" + long)
    }

    /// How far the sender's own date is from the moment at which SES got the mail, such as `11 s
    /// earlier`; nil where one of the two cannot be read.
    public static func difference(ofDate date: RawText, from received: RawText) -> Difference? {
        let date = MailDate.timestamp(date)
        let received = Timestamp(iso: received.bytes)
        guard !date.isMissing, !received.isMissing else { return nil }
        return Difference(seconds: Int((date.milliseconds - received.milliseconds) / 1000))
    }

    /// A span of time after a moment, or before it where negative.
    public struct Difference: Hashable, Sendable {
        /// The span in seconds.
        public let seconds: Int

        /// The span in words.
        public var words: String {
            if seconds == 0 { return "the same second" }
            return Elapsed.words(seconds: abs(seconds)) + (seconds < 0 ? " earlier" : " later")
        }
    }

    /// A span in its largest unit and the rest in the next one, such as `2 h 5 min`.
    static func words(seconds: Int) -> String {
        guard let index = units.firstIndex(where: { seconds >= $0.size }) else { return "0 s" }
        let unit = units[index]
        let large = unit.count(seconds / unit.size)
        guard index > 0, index + 1 < units.count else { return large }
        let next = units[index + 1]
        let count = seconds % unit.size / next.size
        return count == 0 ? large : large + " " + next.count(count)
    }

    private static let units = [
        Unit(size: 31_556_952, one: "year", many: "years"),
        Unit(size: 86_400, one: "day", many: "days"),
        Unit(size: 3600, one: "h", many: "h"),
        Unit(size: 60, one: "min", many: "min"),
        Unit(size: 1, one: "s", many: "s"),
    ]

    private struct Unit {
        let size: Int
        let one: String
        let many: String

        func count(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
    }
}
