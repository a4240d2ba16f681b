/// Makes judges of a query.
struct QueryCompiler {
    let now: Timestamp
    private(set) var needs = QueryNeeds()
    private(set) var recordConditions: [RecordCondition] = []
    /// How many conditions on late texts there are.
    private var lateConditions = 0

    init(now: Timestamp) { self.now = now }
}

extension QueryCompiler {
    /// - Throws: ``RegexError`` for a regular expression that PCRE2 does not take.
    mutating func judge(_ query: Query) throws(RegexError) -> any RowJudge {
        if query == .all { return ConstantJudge(isIn: true) }
        if query.asksForStatusesAlone, let table = StatusTable(query) {
            return StatusJudge(table: table)
        }
        switch query {
        case .all: return ConstantJudge(isIn: true)
        case .term(let term): return try judge(term)
        case .negation(let inner): return NegationJudge(inner: try judge(inner))
        case .conjunction(let members): return ConjunctionJudge(try judges(members, Query.and))
        case .disjunction(let members): return DisjunctionJudge(try judges(members, Query.or))
        }
    }

    /// The judges of the members of a group, of which those that ask for statuses alone are one.
    private mutating func judges(
        _ members: [Query], _ join: ([Query]) -> Query
    ) throws(RegexError) -> [any RowJudge] {
        let onStatuses = members.filter { $0.asksForStatusesAlone }
        var judges: [any RowJudge] = []
        if !onStatuses.isEmpty { judges.append(try judge(join(onStatuses))) }
        for member in members where !member.asksForStatusesAlone {
            judges.append(try judge(member))
        }
        return judges
    }

    private mutating func judge(_ term: Term) throws(RegexError) -> any RowJudge {
        switch term {
        case .verdict(let check, let statuses):
            return StatusJudge(table: StatusTable(check, statuses))
        case .anyVerdict(let statuses): return StatusJudge(table: StatusTable(any: statuses))
        case .policy(let policies): return PolicyJudge(policies)
        case .property(let properties): return judge(properties)
        case .time(let condition): return TimeJudge(condition, now: now)
        case .timeOfDay(let range): return TimeOfDayJudge(range: range)
        case .took(let range):
            needs.lateColumns = true
            return TookJudge(range)
        case .text(let field, let patterns): return try judge(field, patterns, term)
        }
    }

    private mutating func judge(_ properties: [MailProperty]) -> any RowJudge {
        var marks: Marks = []
        var said: [MailProperty] = []
        var judges: [any RowJudge] = []
        for property in properties {
            switch property {
            case .malformed: marks.insert(.malformed)
            case .truncated: marks.formUnion([.truncated, .headersTruncated])
            case .salvaged: marks.insert(.salvaged)
            case .derived: marks.insert(.derived)
            case .lossy: marks.insert(.lossy)
            case .hostile: judges.append(HostileJudge())
            case .mismatch:
                needs.lateColumns = true
                judges.append(MismatchJudge())
            case .duplicate:
                needs.deliveries = true
                judges.append(DuplicateJudge())
            case .untriaged, .triaged, .spam, .ham, .maybe, .tagged, .noted: said.append(property)
            case .disagrees:
                needs.marks = true
                judges.append(DisagreementJudge())
            }
        }
        if !said.isEmpty {
            needs.marks = true
            judges.append(SaidJudge(said))
        }
        if !marks.isEmpty { judges.append(MarksJudge(marks: marks)) }
        return judges.count == 1 ? judges[0] : DisjunctionJudge(judges)
    }
}

extension QueryCompiler {
    private mutating func judge(
        _ field: TextField, _ patterns: [TextPattern], _ term: Term
    ) throws(RegexError) -> any RowJudge {
        switch field {
        case .any: return try judge(patterns, in: .all)
        case .from: return try judge(patterns, in: [.address, .name])
        case .subject: return try judge(patterns, in: .subject)
        case .domain: return try judge(domains: patterns)
        case .source: return try judge(late: .source, patterns)
        case .recipient: return try judge(late: .recipients, patterns)
        case .ip: return try judge(late: .ip, patterns.withoutDomains)
        case .action: return try judge(late: .action, patterns.withoutDomains)
        case .file: return FileJudge(conditions: try patterns.withoutDomains.conditions())
        case .id, .to, .cc, .header:
            if !needs.recordTerms.contains(term) {
                needs.recordTerms.append(term)
                recordConditions.append(try RecordCondition(term, field, patterns))
            }
            return RecordJudge(term: term)
        }
    }

    /// What the index holds is scanned for one pattern after the other.
    private func judge(
        _ patterns: [TextPattern], in parts: RowTexts.Parts
    ) throws(RegexError) -> any RowJudge {
        var judges: [any RowJudge] = []
        for pattern in patterns {
            switch try TextCondition(pattern) {
            case .words(let needle): judges.append(WordsJudge(needle, in: parts))
            case .domain(let name):
                if parts.contains(.address) { judges.append(DomainJudge(name: name)) }
            case .regex(let code):
                judges.append(RegexJudge(code: code, parts: parts, isForDomain: false))
            }
        }
        return judges.count == 1 ? judges[0] : DisjunctionJudge(judges)
    }

    private func judge(domains patterns: [TextPattern]) throws(RegexError) -> any RowJudge {
        var judges: [any RowJudge] = []
        for pattern in patterns {
            switch pattern {
            case .words(let name), .domain(let name):
                judges.append(DomainJudge(name: DomainName(name)))
            case .regex(let text):
                let code = try RegexCode(text)
                judges.append(RegexJudge(code: code, parts: .address, isForDomain: true))
            }
        }
        return judges.count == 1 ? judges[0] : DisjunctionJudge(judges)
    }

    private mutating func judge(
        late field: LateField, _ patterns: [TextPattern]
    ) throws(RegexError) -> any RowJudge {
        needs.lateColumns = true
        lateConditions += 1
        return LateTextJudge(
            field: field, conditions: try patterns.conditions(), number: lateConditions)
    }
}

extension Query {
    /// True where only the five statuses of a mail decide.
    fileprivate var asksForStatusesAlone: Bool {
        switch self {
        case .term(.verdict), .term(.anyVerdict): true
        case .term, .all: false
        case .negation(let inner): inner.asksForStatusesAlone
        case .conjunction(let members), .disjunction(let members):
            members.allSatisfy(\.asksForStatusesAlone)
        }
    }
}

extension [TextPattern] {
    /// The patterns for a field that holds no address: no domain is found there.
    var withoutDomains: [TextPattern] {
        filter { if case .domain = $0 { false } else { true } }
    }

    /// - Throws: ``RegexError`` for a regular expression that PCRE2 does not take.
    func conditions() throws(RegexError) -> [TextCondition] {
        var conditions: [TextCondition] = []
        for pattern in self { conditions.append(try TextCondition(pattern)) }
        return conditions
    }
}
