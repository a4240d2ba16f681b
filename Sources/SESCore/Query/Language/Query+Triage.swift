/// A set of what mails were decided to be.
public struct DecidedSet: OptionSet, Hashable, Sendable {
    /// One bit each, at the place of its raw value.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The set of one.
    public init(_ decided: RowMark.Decided) { rawValue = 1 << decided.rawValue }

    /// No condition at all.
    public static let any: DecidedSet = []
    /// Each of the four.
    public static let all = DecidedSet(rawValue: 0xF)
    /// Everything but undecided mails.
    public static let triaged = all.subtracting(DecidedSet(.no))

    /// True where it is in the set.
    public func contains(_ decided: RowMark.Decided) -> Bool { contains(DecidedSet(decided)) }
}

extension Query {
    /// What the terms allow mails to be decided to be which hold `untriaged`, `triaged`, `spam`, `ham` and
    /// `maybe` alone and have to hold whatever else does; ``DecidedSet/any`` where there is none. A term that
    /// would leave nothing does not count.
    public var triageFilter: DecidedSet {
        conjuncts.compactMap(\.triageCondition).reduce(.any) { allowed, condition in
            let both = allowed == .any ? condition : allowed.intersection(condition)
            return both.isEmpty ? allowed : both
        }
    }

    /// The query with another such condition, in the place of the first, else at the end. Everything else
    /// stays as and where it is. The empty set and the full one take the condition away.
    public func replacing(triage decided: DecidedSet) -> Query {
        var members = conjuncts.filter { $0.triageCondition == nil }
        if decided != .any, decided != .all {
            let place = conjuncts.firstIndex { $0.triageCondition != nil } ?? members.count
            members.insert(.term(.property(decided.properties)), at: place)
        }
        return .and(members)
    }

    /// What a condition on decisions alone allows, which may be nothing; nil for any other.
    var triageCondition: DecidedSet? {
        switch self {
        case .term(.property(let words)): DecidedSet(words)
        case .negation(.term(.property(let words))):
            DecidedSet(words).map { DecidedSet.all.subtracting($0) }
        default: nil
        }
    }
}

extension DecidedSet {
    /// The decisions that words allow; nil where a word asks for anything else.
    fileprivate init?(_ properties: [MailProperty]) {
        self = .any
        for property in properties {
            switch property {
            case .untriaged: insert(DecidedSet(.no))
            case .triaged: formUnion(.triaged)
            case .spam: insert(DecidedSet(.spam))
            case .ham: insert(DecidedSet(.ham))
            case .maybe: insert(DecidedSet(.maybe))
            default: return nil
            }
        }
    }

    /// The words that the set is written with.
    fileprivate var properties: [MailProperty] {
        self == .triaged ? [.triaged] : RowMark.Decided.allCases.filter(contains).map(\.property)
    }
}

extension RowMark.Decided {
    /// The word that asks for it behind `is:`.
    public var property: MailProperty {
        switch self {
        case .no: .untriaged
        case .spam: .spam
        case .ham: .ham
        case .maybe: .maybe
        }
    }
}
