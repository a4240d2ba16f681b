extension Query {
    /// True where the answer changes as time goes by.
    var dependsOnNow: Bool {
        contains { term in
            switch term {
            case .time(.newer), .time(.older): true
            default: false
            }
        }
    }

    /// True where it asks which mails were delivered several times.
    public var asksForDeliveries: Bool {
        contains { term in
            if case .property(let words) = term { words.contains(.duplicate) } else { false }
        }
    }

    /// True where it asks what persons said of the mails.
    public var asksForMarks: Bool {
        contains { term in
            if case .property(let words) = term { words.contains(where: \.isSaid) } else { false }
        }
    }

    /// True where a term of the query, negated or not, is as described.
    func contains(where isSought: (Term) -> Bool) -> Bool {
        var waiting = [self]
        while let query = waiting.popLast() {
            switch query {
            case .all: break
            case .term(let term): if isSought(term) { return true }
            case .negation(let inner): waiting.append(inner)
            case .conjunction(let members), .disjunction(let members): waiting += members
            }
        }
        return false
    }
}
