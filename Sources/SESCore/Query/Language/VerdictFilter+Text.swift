extension VerdictFilter {
    /// The filter that a text stands for: terms like `spam:fail,gray` or `-dmarc:pass`, joined by
    /// spaces, all of which have to hold.
    ///
    /// - Throws: ``QueryError`` where the text is no query, or one that says more than a filter can.
    public init(parsing text: String) throws(QueryError) {
        self.init()
        var offset = 0
        for term in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
            try add(String(decoding: term, as: UTF8.self), at: offset)
            offset += term.count + 1
        }
    }

    private mutating func add(_ term: String, at offset: Int) throws(QueryError) {
        let query: Query
        do {
            query = try Query(parsing: term)
        } catch {
            var error = error
            error.offset += offset
            throw error
        }
        let whole = Query.and([Query(grid: self, rest: .all), query])
        guard whole.rest == .all else {
            throw QueryError(
                offset: offset,
                expected: "a status that is left, behind one of "
                    + Check.allCases.map { "\($0.word):" }.joined(separator: " "))
        }
        self = whole.verdictFilter
    }

    /// The filter in its normal form, such as `spam:fail,gray dmarc:fail`; empty for no condition.
    public var text: String { Query(grid: self, rest: .all).text }
}
