extension VerdictFilter {
    /// The filter that a text stands for.
    ///
    /// - Throws: ``QueryError`` with the place where reading stopped and what was expected there.
    public init(parsing text: String) throws(QueryError) {
        self.init()
        guard text.allSatisfy(\.isWhitespace) else {
            throw QueryError(offset: 0, expected: "check:status")
        }
    }

    /// The filter in its normal form, such as `spam:fail,gray dmarc:fail`; empty for no condition.
    public var text: String { "" }
}

/// A query that could not be read.
public struct QueryError: Error, Hashable, Sendable {
    /// Where reading stopped, in bytes from the start of the text.
    public var offset: Int
    /// What would have been understood there, for a person.
    public var expected: String

    /// An error at the given place.
    public init(offset: Int, expected: String) {
        self.offset = offset
        self.expected = expected
    }
}
