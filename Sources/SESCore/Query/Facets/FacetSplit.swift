/// A query taken apart into the conditions that facets are counted without, and the rest.
struct FacetSplit: Hashable, Sendable {
    /// The statuses that each check may have, by check.
    private(set) var allowed = [StatusSet](repeating: .all, count: Check.allCases.count)
    /// What mails may be decided to be.
    private(set) var decided = DecidedSet.all
    /// The shortest amount of time of the terms `newer:`.
    private(set) var newer: QueryDuration?
    /// All other conditions.
    private(set) var rest = Query.all
}

extension FacetSplit {
    init(_ query: Query) {
        var others: [Query] = []
        for member in query.conjuncts {
            switch member {
            case .term(.verdict(let check, let statuses)):
                allowed[Int(check.rawValue)].formIntersection(statuses)
            case .negation(.term(.verdict(let check, let statuses))):
                allowed[Int(check.rawValue)].subtract(statuses)
            case .term(.time(.newer(let duration))):
                let isShorter = newer.map { duration.milliseconds < $0.milliseconds } ?? true
                if isShorter { newer = duration }
            default:
                if let condition = member.triageCondition {
                    decided.formIntersection(condition)
                } else {
                    others.append(member)
                }
            }
        }
        rest = .and(others)
    }

    /// Which mails may be shown as to their time.
    var span: FacetSpan {
        guard let newer else { return .any }
        return FacetSpan.chips.first { $0.milliseconds == newer.milliseconds } ?? .other(newer)
    }

    /// The only check whose condition a mail does not meet; nil for none or several.
    func failing(_ facts: Facts) -> (first: Check?, areSeveral: Bool) {
        var first: Check?
        for check in Check.allCases where !allowed[Int(check.rawValue)].contains(facts[check]) {
            if first != nil { return (first, true) }
            first = check
        }
        return (first, false)
    }
}

/// How far back mails are shown.
enum FacetSpan: Hashable, Sendable {
    case hour
    case day
    case other(QueryDuration)
    case any

    static let chips: [FacetSpan] = [.hour, .day]

    /// How far, in milliseconds; nil without limit.
    var milliseconds: Int64? {
        switch self {
        case .hour: 3_600_000
        case .day: 86_400_000
        case .other(let duration): duration.milliseconds
        case .any: nil
        }
    }
}
