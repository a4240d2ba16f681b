/// Reads the text of a query: groups and the words between terms.
///
/// Recursion is bounded by ``ParsedQuery/deepest``, and each byte is looked at a few times at most.
struct QueryParser {
    var cursor: QueryCursor
    let names: QueryNames
    /// What this text stands in; empty for what a person typed.
    var surroundings: Surroundings
    var regexes: [RegexPlace] = []
    /// True once a saved filter could not be read, and the error says which.
    var failedInName = false

    /// The groups and saved filters around a place.
    struct Surroundings {
        var depth = 0
        /// The saved filters that are being read, the outermost first.
        var names: [String] = []
        /// How many bytes may still be read.
        var budget = ParsedQuery.longest
    }

    init(_ text: String, names: QueryNames, in surroundings: Surroundings = Surroundings()) {
        cursor = QueryCursor(text.utf8)
        self.names = names
        self.surroundings = surroundings
    }
}

extension QueryParser {
    /// Reads the text to its end.
    mutating func wholeText() throws(QueryError) -> Query {
        surroundings.budget -= cursor.bytes.count
        guard surroundings.budget >= 0 else {
            throw QueryError(
                offset: 0, expected: "at most \(ParsedQuery.longest / 1024) KiB, saved filters too")
        }
        cursor.skipSpaces()
        if cursor.isAtEnd { return .all }
        let query = try alternatives()
        guard cursor.isAtEnd else { throw cursor.error("a term or the end, as no ( is open") }
        return query
    }

    /// What stands on the sides of `|`, up to the end or a closing parenthesis.
    private mutating func alternatives() throws(QueryError) -> Query {
        var members = [try requirements()]
        while takeOr() { members.append(try requirements()) }
        return .or(members)
    }

    private mutating func takeOr() -> Bool {
        cursor.skipSpaces()
        guard cursor.take("|") else { return cursor.takeKeyword("or") }
        _ = cursor.take("|")
        return true
    }

    /// Terms that all have to hold; at least one.
    private mutating func requirements() throws(QueryError) -> Query {
        cursor.skipSpaces()
        var members = [try operand()]
        while true {
            cursor.skipSpaces()
            if cursor.takeKeyword("and") { cursor.skipSpaces() } else if endsRequirements { break }
            members.append(try operand())
        }
        return .and(members)
    }

    private var endsRequirements: Bool {
        switch cursor.next {
        case nil, UInt8(ascii: ")"), UInt8(ascii: "|"): true
        default: cursor.isAtKeyword("or")
        }
    }

    /// A term or a group, turned round or not.
    private mutating func operand() throws(QueryError) -> Query {
        var isNegated = false
        while try takeNegation() { isNegated.toggle() }
        let query = try groupOrTerm()
        return isNegated ? .not(query) : query
    }

    /// A `-` belongs to what stands right behind it, since it stands between words of a subject too.
    private mutating func takeNegation() throws(QueryError) -> Bool {
        guard cursor.take("-") else {
            guard cursor.take("!") || cursor.takeKeyword("not") else { return false }
            cursor.skipSpaces()
            return true
        }
        if cursor.next.map(QueryCursor.isSpace) ?? false {
            let place = cursor.position
            cursor.skipSpaces()
            throw QueryError(
                offset: place, expected: "a term right behind the -", isIncomplete: cursor.isAtEnd)
        }
        return true
    }

    private mutating func groupOrTerm() throws(QueryError) -> Query {
        switch cursor.next {
        case nil, UInt8(ascii: ")"), UInt8(ascii: "|"): throw cursor.error("a term")
        case UInt8(ascii: "("): return try group()
        case UInt8(ascii: "@"): return try savedFilter()
        default: break
        }
        for word in ["and", "or"] where cursor.isAtKeyword(word) {
            let end = cursor.position + word.utf8.count
            throw QueryError(
                offset: cursor.position, expected: "a term; the word itself wants quotes",
                isIncomplete: end == cursor.bytes.count)
        }
        return .term(try term())
    }

    private mutating func group() throws(QueryError) -> Query {
        try deepen()
        _ = cursor.take("(")
        let query = try alternatives()
        guard cursor.take(")") else { throw cursor.error("a closing )") }
        surroundings.depth -= 1
        return query
    }

    /// Counts a group or saved filter that begins at the cursor.
    mutating func deepen() throws(QueryError) {
        surroundings.depth += 1
        guard surroundings.depth <= ParsedQuery.deepest else {
            throw cursor.error(
                "at most \(ParsedQuery.deepest) groups in one another", at: cursor.position)
        }
    }
}

extension QueryCursor {
    /// True where a whole word stands here, letter case aside.
    func isAtKeyword(_ word: String) -> Bool {
        let end = position + word.utf8.count
        guard end <= bytes.count,
            bytes[position..<end].lazy.map(\.asciiLower).elementsEqual(word.utf8)
        else { return false }
        return end == bytes.count || Self.endsWord(bytes[end])
    }

    /// Takes a word if the whole of it stands here.
    mutating func takeKeyword(_ word: String) -> Bool {
        guard isAtKeyword(word) else { return false }
        move(to: position + word.utf8.count)
        return true
    }
}
