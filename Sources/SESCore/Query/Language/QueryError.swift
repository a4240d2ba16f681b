/// A query that could not be read.
public struct QueryError: Error, Hashable, Sendable {
    /// Where reading stopped, in bytes (UTF-8) from the start of the text.
    public var offset: Int
    /// What would have been understood there, for a person.
    public var expected: String
    /// The word of the language that is nearest to what stands there, if one is near.
    public var suggestion: String?
    /// True where the text may only be half typed: more at its end can make a query of it.
    public var isIncomplete: Bool

    /// An error at the given place.
    public init(
        offset: Int, expected: String, suggestion: String? = nil, isIncomplete: Bool = false
    ) {
        self.offset = offset
        self.expected = expected
        self.suggestion = suggestion
        self.isIncomplete = isIncomplete
    }
}

extension QueryError {
    /// What was expected, and the nearest word, for a person; without the place.
    public var message: String {
        "expected \(expected)" + (suggestion.map { "; did you mean \($0)?" } ?? "")
    }
}

extension QueryError: CustomStringConvertible {
    /// Where and what, for a person.
    public var description: String { "at column \(offset + 1): \(message)" }
}
