/// The saved filters that a query may name.
struct QueryNames {
    /// The text of a filter by its name, without the `@`.
    let text: (String) -> String?
    /// The names that an error may suggest.
    let known: [String]
}

extension QueryParser {
    /// How many names an error lists.
    private static let listed = 8

    /// Reads `@name`, the cursor on the `@`: the query that the saved filter stands for.
    mutating func savedFilter() throws(QueryError) -> Query {
        let start = cursor.position
        try deepen()
        _ = cursor.take("@")
        let range = cursor.run()
        guard !range.isEmpty else { throw cursor.error("the name of a saved filter") }
        let name = String(decoding: cursor.bytes[range], as: UTF8.self)
        guard let text = names.text(name) else { throw unknown(name, range) }
        guard !surroundings.names.contains(name) else {
            throw cursor.error("a filter that does not lead back to itself, as @\(name)", at: start)
        }
        var surroundings = surroundings
        surroundings.names.append(name)
        var parser = QueryParser(text, names: names, in: surroundings)
        let query: Query
        do {
            query = try parser.wholeText()
        } catch {
            failedInName = true
            throw cursor.error(
                parser.failedInName
                    ? error.expected
                    : "@\(name) to be a query: \(error.expected) at its column \(error.offset + 1)",
                at: start)
        }
        guard query != .all else { throw cursor.error("@\(name) not to be empty", at: start) }
        self.surroundings.budget = parser.surroundings.budget
        self.surroundings.depth -= 1
        regexes += parser.regexes.map { RegexPlace(offset: start, regex: $0.regex, name: name) }
        return query
    }

    private func unknown(_ name: String, _ range: Range<Int>) -> QueryError {
        let typed = Array(name.utf8)
        let isDomain = typed.contains(UInt8(ascii: ".")) && typed.count <= Self.longestEcho
        let near = Nearest.word(to: typed.map(\.asciiLower), among: names.known)
        let listed = names.known.prefix(Self.listed).map { "@\($0)" }
        return QueryError(
            offset: range.lowerBound - 1,
            expected: (["a saved filter"] + listed).joined(separator: " "),
            suggestion: near.map { "@\($0)" } ?? (isDomain ? "from:@\(name)" : nil),
            isIncomplete: range.upperBound == cursor.bytes.count
                && names.known.contains { $0.utf8.starts(with: typed) })
    }
}
