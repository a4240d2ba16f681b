extension QueryParser {
    /// Reads one condition.
    mutating func term() throws(QueryError) -> Term {
        switch cursor.next {
        case UInt8(ascii: "\""), UInt8(ascii: "/"):
            let pattern = try pattern(of: .any)
            try endTerm()
            return .text(.any, [pattern])
        default: break
        }
        let word = cursor.run(upTo: ":")
        guard cursor.next != UInt8(ascii: "\"") else {
            throw cursor.error("a space before the quote", at: cursor.position)
        }
        guard cursor.take(":") else { return .text(.any, [.words(RawText(cursor.bytes[word]))]) }
        guard let field = QueryField(word: cursor.bytes[word]) else { throw unknownField(word) }
        return try condition(on: field)
    }

    /// The longest word that an error repeats, in bytes.
    static let longestEcho = 64

    private func unknownField(_ word: Range<Int>) -> QueryError {
        let typed = cursor.bytes[word].map(\.asciiLower)
        let names = QueryField.all.flatMap { [$0.word] + $0.aliases }
        let near = Nearest.word(to: typed, among: names)
        let isHeader = typed.contains(UInt8(ascii: "-")) && typed.count <= Self.longestEcho
        let asHeader = QueryField(word: ArraySlice(QueryField.headerPrefix.utf8) + typed)
        let header = isHeader ? asHeader?.word : nil
        return QueryError(
            offset: word.lowerBound,
            expected: "a field such as spam: from: subject:, or quotes around the word",
            suggestion: (near ?? header).map { "\($0):" })
    }

    private mutating func condition(on field: QueryField) throws(QueryError) -> Term {
        switch field.kind {
        case .verdict(let check): return .verdict(check, try statuses())
        case .anyVerdict: return .anyVerdict(try statuses())
        case .policy:
            let policies = Set(try words(of: .policies))
            return .policy(DMARCPolicy.allCases.filter(policies.contains))
        case .property:
            let properties = Set(try words(of: .properties))
            return .property(MailProperty.allCases.filter(properties.contains))
        case .text(let field): return .text(field, try patterns(of: field))
        case .newer: return .time(.newer(try duration()))
        case .older: return .time(.older(try duration()))
        case .date: return .time(try typed(.date, TimeCondition.init(days:)))
        case .timeOfDay: return .timeOfDay(try typed(.timeOfDay, TimeOfDayRange.init(typed:)))
        case .took: return .took(try typed(.took, DurationRange.init(typed:)))
        }
    }

    private mutating func statuses() throws(QueryError) -> StatusSet {
        try words(of: .statuses).reduce(into: []) { $0.formUnion($1) }
    }

    /// Words of a list with commas between.
    private mutating func words<Value>(of list: WordList<Value>) throws(QueryError) -> [Value] {
        var values: [Value] = []
        repeat {
            let word = cursor.run(upTo: ",")
            guard let value = list[cursor.bytes[word]] else {
                throw list.error(word, of: cursor.bytes)
            }
            values.append(value)
        } while cursor.take(",")
        try endTerm()
        return values
    }

    private mutating func duration() throws(QueryError) -> QueryDuration {
        try typed(.duration, QueryDuration.init(typed:))
    }

    /// A value of one word, which `read` understands.
    private mutating func typed<Value>(
        _ form: TypedForm, _ read: (ArraySlice<UInt8>) -> Value?
    ) throws(QueryError) -> Value {
        let word = cursor.run()
        guard let value = read(cursor.bytes[word]) else { throw form.error(word, of: cursor.bytes) }
        try endTerm()
        return value
    }
}

extension QueryParser {
    private mutating func patterns(of field: TextField) throws(QueryError) -> [TextPattern] {
        var patterns = [try pattern(of: field)]
        while cursor.take(",") { patterns.append(try pattern(of: field)) }
        return patterns
    }

    /// A phrase, a regular expression, a domain or a word, and nothing right behind it.
    private mutating func pattern(of field: TextField) throws(QueryError) -> TextPattern {
        let pattern: TextPattern
        switch cursor.next {
        case UInt8(ascii: "/"):
            let start = cursor.position
            let regex = try cursor.regex()
            regexes.append(RegexPlace(offset: start + 1, regex: regex, name: nil))
            pattern = .regex(regex)
            if cursor.next != UInt8(ascii: ",") {
                try endTerm("a space behind the closing /; a text that begins with / wants quotes")
            }
        case UInt8(ascii: "@") where field.holdsAddresses:
            _ = cursor.take("@")
            pattern = .domain(try words("a domain behind the @"))
        case UInt8(ascii: "@") where field == .domain:
            _ = cursor.take("@")
            pattern = .words(try words("a domain behind the @"))
        default: pattern = .words(try words("a word, \"a phrase\" or /a regular expression/"))
        }
        if cursor.next != UInt8(ascii: ",") { try endTerm() }
        return pattern
    }

    private mutating func words(_ expected: String) throws(QueryError) -> RawText {
        if cursor.next == UInt8(ascii: "\"") { return try cursor.phrase() }
        let word = cursor.run(upTo: ",")
        guard !word.isEmpty else { throw cursor.error(expected) }
        return RawText(cursor.bytes[word])
    }

    /// Sees to it that nothing stands right behind a term.
    private func endTerm(_ expected: String = "a space") throws(QueryError) {
        guard let next = cursor.next else { return }
        guard QueryCursor.endsWord(next), next != UInt8(ascii: "\"") else {
            throw cursor.error(expected, at: cursor.position)
        }
    }
}
