extension Query {
    /// The statuses that the terms on single checks allow which have to hold whatever else does.
    ///
    /// The query lets through what this filter and ``rest`` both let through.
    public var verdictFilter: VerdictFilter { split.grid }

    /// The conditions that are not in ``verdictFilter``, in their order. A term that would leave no status
    /// to its check is among them, as a filter cannot say so.
    public var rest: Query { split.rest }

    /// The query that a filter and other conditions make together.
    public init(grid: VerdictFilter, rest: Query) {
        let terms = Check.allCases.filter { grid[$0] != .any }
            .map { Query.term(.verdict($0, grid[$0])) }
        self = .and(terms + [rest])
    }

    /// The query with other statuses for one check, in the place of the first condition on it; else behind
    /// those on the checks before it, or in front. Everything else stays as and where it is. The empty
    /// set and the full one take the condition away.
    public func replacing(_ check: Check, _ statuses: StatusSet) -> Query {
        let isOther = { (member: Query) in member.verdictCondition?.check != check }
        var members = conjuncts.filter(isOther)
        if statuses != .any, statuses != .all {
            let first = conjuncts.firstIndex { !isOther($0) }
            let before = members.lastIndex { member in
                member.verdictCondition.map { $0.check.rawValue < check.rawValue } ?? false
            }
            members.insert(
                .term(.verdict(check, statuses)), at: first ?? before.map { $0 + 1 } ?? 0)
        }
        return .and(members)
    }

    private var split: (grid: VerdictFilter, rest: Query) {
        var grid = VerdictFilter()
        var rest: [Query] = []
        for member in conjuncts {
            guard let (check, statuses) = member.verdictCondition else {
                rest.append(member)
                continue
            }
            let both = grid[check] == .any ? statuses : grid[check].intersection(statuses)
            if both.isEmpty { rest.append(member) } else { grid[check] = both }
        }
        return (grid, .and(rest))
    }

    /// The check and the statuses that a condition on a single check allows, which may be none.
    private var verdictCondition: (check: Check, statuses: StatusSet)? {
        switch self {
        case .term(.verdict(let check, let statuses)): (check, statuses)
        case .negation(.term(.verdict(let check, let statuses))):
            (check, StatusSet.all.subtracting(statuses))
        default: nil
        }
    }
}
