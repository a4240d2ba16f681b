/// What a person asks for: a tree of terms.
///
/// A tree made by ``and(_:)``, ``or(_:)`` and ``not(_:)`` is in its normal form: no group has
/// fewer than two members, no group stands directly in one of its own kind, ``all`` stands alone, and nothing is
/// negated twice. Trees in this form print to a text that parses to the same tree.
public indirect enum Query: Hashable, Sendable {
    /// No condition: every mail.
    case all
    /// One condition.
    case term(Term)
    /// What a query leaves out.
    case negation(Query)
    /// What every member lets through; at least two members.
    case conjunction([Query])
    /// What any member lets through; at least two members.
    case disjunction([Query])
}

extension Query {
    /// The mails that every member lets through.
    public static func and(_ members: [Query]) -> Query {
        let flat = members.flatMap { member -> [Query] in
            if case .conjunction(let inner) = member { return inner }
            return member == .all ? [] : [member]
        }
        return flat.count > 1 ? .conjunction(flat) : flat.first ?? .all
    }

    /// The mails that any member lets through; every mail where there is no member.
    public static func or(_ members: [Query]) -> Query {
        if members.contains(.all) { return .all }
        let flat = members.flatMap { member -> [Query] in
            if case .disjunction(let inner) = member { return inner }
            return [member]
        }
        return flat.count > 1 ? .disjunction(flat) : flat.first ?? .all
    }

    /// The mails that a query leaves out; ``all`` cannot be negated and stays.
    public static func not(_ query: Query) -> Query {
        switch query {
        case .all: .all
        case .negation(let inner): inner
        default: .negation(query)
        }
    }

    /// The conditions that all have to hold: the members of a conjunction, or the query itself.
    public var conjuncts: [Query] {
        switch self {
        case .all: []
        case .conjunction(let members): members
        default: [self]
        }
    }
}
