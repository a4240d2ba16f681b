/// A query and what its text tells beyond the tree.
public struct ParsedQuery: Sendable {
    /// The tree, in its normal form.
    public let query: Query
    /// The regular expressions of the text, in its order. Parsing only delimits them.
    public let regexes: [RegexPlace]

    /// The most bytes of a text, together with those of the saved filters that it names.
    public static let longest = 65_536
    /// How many groups and saved filters may stand in one another.
    public static let deepest = 64

    /// Reads a query.
    ///
    /// - Parameters:
    ///   - text: The query; the empty text and white space stand for every mail.
    ///   - names: The text of a saved filter by its name, without the `@`.
    ///   - knownNames: The names that an error may suggest.
    /// - Throws: ``QueryError`` with the place where reading stopped and what was expected there.
    public init(
        _ text: String, names: @escaping (String) -> String? = Presets.text(of:),
        knownNames: [String] = Presets.names
    ) throws(QueryError) {
        var parser = QueryParser(text, names: QueryNames(text: names, known: knownNames))
        query = try parser.wholeText()
        regexes = parser.regexes
    }
}

/// A regular expression in the text of a query.
public struct RegexPlace: Hashable, Sendable {
    /// Where its first byte stands in the text; for one of a saved filter, where the `@` of its name does.
    public let offset: Int
    /// The expression, as the tree has it.
    public let regex: RawText
    /// The saved filter that it stands in, if it is none of the text itself.
    public let name: String?
}

extension RegexPlace {
    /// The error for an expression that its library refuses.
    ///
    /// - Parameters:
    ///   - place: Where in the expression, in bytes.
    ///   - reason: What is wrong there, in the words of the library.
    /// - Returns: The error, at its place in the text of the query.
    public func error(at place: Int, reason: String) -> QueryError {
        if let name {
            return QueryError(
                offset: offset, expected: "a regular expression in @\(name) (\(reason))")
        }
        // Each slash has a backslash in the text that the expression does not have.
        let slashes = regex.bytes.prefix(place).count { $0 == UInt8(ascii: "/") }
        return QueryError(
            offset: offset + place + slashes, expected: "a regular expression (\(reason))")
    }
}

extension Query {
    /// The query that a text stands for; see ``ParsedQuery`` for the regular expressions in it.
    ///
    /// - Throws: ``QueryError`` with the place where reading stopped and what was expected there.
    public init(
        parsing text: String, names: @escaping (String) -> String? = Presets.text(of:),
        knownNames: [String] = Presets.names
    ) throws(QueryError) {
        self = try ParsedQuery(text, names: names, knownNames: knownNames).query
    }
}
