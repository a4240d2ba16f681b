import SESCore

/// Makes random trees in their normal form, full of text that is hard to write down.
struct RandomQuery {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A tree at most so deep.
    mutating func query(depth: Int = 5) -> Query {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
        case 0...3: .term(term())
        case 4: .not(query(depth: depth - 1))
        case 5, 6: .and(members(depth - 1))
        default: .or(members(depth - 1))
        }
    }

    private mutating func members(_ depth: Int) -> [Query] {
        (0..<Int.random(in: 2...4, using: &random)).map { _ in query(depth: depth) }
    }

    /// One condition.
    mutating func term() -> Term {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: .verdict(any(of: Check.allCases), statuses())
        case 2: .anyVerdict(statuses())
        case 3: .policy(some(of: DMARCPolicy.allCases))
        case 4: .property(some(of: MailProperty.allCases))
        case 5: .time(timeCondition())
        case 6:
            .timeOfDay(
                TimeOfDayRange(
                    first: Int.random(in: 0..<1440, using: &random),
                    last: Int.random(in: 0..<1440, using: &random)))
        case 7: .took(durationRange())
        default: text()
        }
    }

    private mutating func any<Value>(of values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func some<Value>(of values: [Value]) -> [Value] {
        let chosen = values.filter { _ in Bool.random(using: &random) }
        return chosen.isEmpty ? [values[0]] : chosen
    }

    private mutating func statuses() -> StatusSet {
        StatusSet(rawValue: UInt8.random(in: 1...0x7F, using: &random))
    }

    private mutating func duration() -> QueryDuration {
        QueryDuration(
            Int.random(in: 0...(Bool.random(using: &random) ? 99 : 9_999_999), using: &random),
            any(of: QueryDuration.Unit.allCases))
    }

    private mutating func durationRange() -> DurationRange {
        let (one, two) = (duration(), duration())
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return .longer(than: one)
        case 1: return .shorter(than: one)
        default:
            return one.milliseconds < two.milliseconds ? .between(one, two) : .between(two, one)
        }
    }

    private mutating func timeCondition() -> TimeCondition {
        let first = Int.random(in: -719_000...2_900_000, using: &random)
        let last = first + Int.random(in: 0...900, using: &random)
        let days = (CivilDate(daysSince1970: first), CivilDate(daysSince1970: min(last, 2_930_000)))
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: .newer(duration())
        case 1: .older(duration())
        case 2: .days(first: days.0, last: days.0)
        case 3: .days(first: days.0, last: nil)
        case 4: .days(first: nil, last: days.1)
        default: .days(first: days.0, last: days.1)
        }
    }
}

extension RandomQuery {
    private static let fields: [TextField] = [
        .any, .any, .any, .from, .domain, .subject, .source, .recipient, .ip, .action, .file, .id,
        .to, .cc, .header("reply-to"), .header("x.y_z"),
    ]

    /// Pieces that mean something to a parser, to a terminal or to Unicode.
    private static let pieces: [[UInt8]] =
        [
            "a", "Invoice", "or", "NOT", "and", " ", "\"", "\\", "\\x", ":", "spam:", "|", "(", ")",
            "-", "!", "@", "/", ",", "..", "\u{1B}[2J", "\n", "\t", "\0", "\u{7F}", "ö", "o\u{308}",
            "\u{202E}", "中文", "👩‍👩‍👧", "\u{A0}", "\u{85}", ">5s", "*",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

    private mutating func text() -> Term {
        let field = any(of: Self.fields)
        let holdsAddresses =
            switch field {
            case .any, .from, .source, .recipient, .to, .cc, .header: true
            default: false
            }
        let count = any(of: [1, 1, 1, 2, 3])
        return .text(
            field,
            (0..<count).map { _ in
                switch Int.random(in: 0..<4, using: &random) {
                case 0: .regex(regex())
                case 1 where holdsAddresses: .domain(words())
                default: .words(words())
                }
            })
    }

    private mutating func words() -> RawText {
        let count = any(of: [1, 1, 2, 3, 6])
        return RawText((0..<count).flatMap { _ in any(of: Self.pieces) })
    }

    /// UTF-8 with no escaped slash and no lone backslash at the end.
    private mutating func regex() -> RawText {
        let count = Int.random(in: 1...5, using: &random)
        let pieces = [
            "a+", "/", "\\\\", "\\d", "[^ ]", "\"", " ", "(x|y)", "ö", "\u{1B}", ",", "$",
        ]
        return RawText((0..<count).map { _ in any(of: pieces) }.joined())
    }
}
