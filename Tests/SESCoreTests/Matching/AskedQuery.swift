@testable import SESCore

extension Query {
    /// A random tree of terms of every kind.
    static func random(_ random: inout SeededGenerator, depth: Int = 3) -> Query {
        let kind = depth == 0 ? 0 : Int.random(in: 0..<9, using: &random)
        switch kind {
        case 6: return .not(.random(&random, depth: depth - 1))
        case 7, 8:
            let members = (0..<Int.random(in: 2...4, using: &random)).map { _ in
                Query.random(&random, depth: depth - 1)
            }
            return kind == 7 ? .and(members) : .or(members)
        default:
            return Int.random(in: 0..<40, using: &random) == 0 ? .all : .term(.random(&random))
        }
    }
}

extension Term {
    static func random(_ random: inout SeededGenerator) -> Term {
        func pick<Element>(_ list: [Element], _ random: inout SeededGenerator) -> Element {
            list[Int.random(in: 0..<list.count, using: &random)]
        }
        let statuses = StatusSet(rawValue: UInt8.random(in: 1...0x7F, using: &random))
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1: return .verdict(pick(Check.allCases, &random), statuses)
        case 2: return .anyVerdict(statuses)
        case 3:
            let some = DMARCPolicy.allCases.filter { _ in Bool.random(using: &random) }
            return .policy(some.isEmpty ? [.reject] : some)
        case 4:
            let some = MailProperty.allCases.filter { _ in
                Int.random(in: 0..<4, using: &random) == 0
            }
            return .property(some.isEmpty ? [.hostile] : some)
        case 5:
            let days = (18...22).map { CivilDate(year: 2026, month: 11, day: $0) }
            let ages = [
                QueryDuration(90, .minutes), QueryDuration(1, .hours), QueryDuration(2, .days),
            ]
            return pick(
                [
                    .time(.newer(pick(ages, &random))), .time(.older(pick(ages, &random))),
                    .time(.days(first: days[1], last: days[2])),
                    .time(.days(first: pick(days, &random), last: nil)),
                    .time(.days(first: nil, last: pick(days, &random))),
                ], &random)
        case 6:
            return .timeOfDay(
                TimeOfDayRange(
                    first: Int.random(in: 0..<1440, using: &random),
                    last: Int.random(in: 0..<1440, using: &random)))
        case 7:
            let (one, other) = (QueryDuration(1, .seconds), QueryDuration(200, .milliseconds))
            return .took(
                pick([.longer(than: one), .shorter(than: other), .between(other, one)], &random))
        default:
            let fields: [TextField] = [
                .any, .from, .domain, .subject, .any, .from, .domain, .subject, .source, .recipient,
                .ip, .action, .file, .id, .to, .cc, .header("x-mailer"), .header("none"),
            ]
            let count = Int.random(in: 1...2, using: &random)
            return .text(
                pick(fields, &random), (0..<count).map { _ in TextPattern.random(&random) })
        }
    }
}

extension TextPattern {
    static func random(_ random: inout SeededGenerator) -> TextPattern {
        let words = [
            "", "a", "E", "k", "s", "in", "Voice", "INVOICE", "é", "日", "日本", "юг", "ⱥ", "aa@",
            "\n",
            "a\na", "a@example.com", "example", "example.com", "com", "192.0.2.1", "lambda", "id1",
            "ses-browser", "99", "\u{17F}", "invoice日本", String(repeating: "a", count: 40) + "b",
        ]
        let domains = [
            "example.com", "EXAMPLE.com.", "com", ".example.com", "münchen.DE", "exam\u{212A}.com",
            "examk.com", "le.com", "", "logs.example",
        ]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .domain(RawText(domains[Int.random(in: 0..<domains.count, using: &random)]))
        case 1:
            let known = ReferenceMatcher.regexes
            return .regex(known[Int.random(in: 0..<known.count, using: &random)].pattern)
        default: return .words(RawText(words[Int.random(in: 0..<words.count, using: &random)]))
        }
    }
}
