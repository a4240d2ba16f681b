extension ParsedQuery {
    /// Has PCRE2 read the regular expressions of the text.
    ///
    /// - Throws: ``QueryError`` at the place in the text where the first of them goes wrong.
    public func checkRegexes() throws(QueryError) {
        for place in regexes {
            do throws(RegexError) {
                _ = try RegexCode(place.regex)
            } catch {
                throw place.error(at: error.offset, reason: error.message)
            }
        }
    }
}
