extension VerdictFilter {
    /// The filter that a text stands for: terms `check:status[,status]` joined by spaces, each of
    /// which has to hold; `-` or `!` before a term turns it round.
    ///
    /// Checks are `spam virus spf dkim dmarc`; statuses `fail gray pass error off missing other`,
    /// `bad` for everything but PASS, and the names that AWS uses. Letter case does not matter.
    ///
    /// - Throws: ``QueryError`` with the place where reading stopped and what was expected there.
    public init(parsing text: String) throws(QueryError) {
        self.init()
        var offset = 0
        for term in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
            if !term.isEmpty { try add(RawText(term), at: offset) }
            offset += term.count + 1
        }
    }

    private mutating func add(_ term: RawText, at offset: Int) throws(QueryError) {
        var rest = term.bytes[...]
        let isNegated = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "!")
        if isNegated { rest.removeFirst() }
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            let check = Check(word: RawText(rest[..<colon]))
        else {
            throw QueryError(
                offset: offset + rest.startIndex,
                expected: "one of spam: virus: spf: dkim: dmarc:")
        }
        var statuses: StatusSet = []
        var start = colon + 1
        for word in rest[start...].split(separator: 0x2C, omittingEmptySubsequences: false) {
            guard
                let named = StatusWord.all.first(where: {
                    RawText(word).equalsIgnoringCase($0.word)
                })
            else {
                throw QueryError(
                    offset: offset + start,
                    expected: "one of fail gray pass error off missing other bad")
            }
            statuses.formUnion(named.statuses)
            start += word.count + 1
        }
        if isNegated { statuses = StatusSet.all.subtracting(statuses) }
        let both = self[check] == .any ? statuses : self[check].intersection(statuses)
        guard !both.isEmpty else {
            throw QueryError(
                offset: offset, expected: "a status that the filter leaves for \(check.word)")
        }
        self[check] = both
    }

    /// The filter in its normal form, such as `spam:fail,gray dmarc:fail`; empty for no condition.
    public var text: String {
        Check.allCases.filter { self[$0] != .any }
            .map { "\($0.word):\(Self.words(for: self[$0]))" }
            .joined(separator: " ")
    }

    private static func words(for statuses: StatusSet) -> String {
        if statuses == .notPass { return "bad" }
        return StatusWord.short.filter { statuses.isSuperset(of: $0.statuses) }
            .map { "\($0.word)" }
            .joined(separator: ",")
    }
}

extension Check {
    /// The check of a word, letter case aside.
    init?(word: RawText) {
        let found = Self.allCases.first { check in
            word.count == check.word.utf8.count
                && zip(word.bytes, check.word.utf8).allSatisfy { $0.asciiLower == $1 }
        }
        guard let found else { return nil }
        self = found
    }
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

extension QueryError: CustomStringConvertible {
    /// Where and what, for a person.
    public var description: String { "at column \(offset + 1): expected \(expected)" }
}
