/// What can be completed at a place in the text of a query.
public struct QueryCompletion: Hashable, Sendable {
    /// What is being typed there.
    public let kind: Kind
    /// What was typed of it so far, without quotes.
    public let stem: RawText
    /// Where it stands in the text, in bytes (UTF-8): from its start to the cursor.
    public let range: Range<Int>

    /// What is being typed.
    public enum Kind: Hashable, Sendable {
        /// The beginning of a term: a field, or a word to look for.
        case field
        /// A value of a field.
        case value(QueryField)
        /// The name of a saved filter, behind the `@`.
        case name
        /// Nothing that could be completed.
        case none
    }

    /// What is typed at a cursor.
    ///
    /// - Parameters:
    ///   - text: A query, half typed or wrong in any way.
    ///   - cursor: How many bytes stand before the cursor; nil for all of them.
    public init(_ text: String, cursor: Int? = nil) {
        let head = Array(text.utf8.prefix(max(0, cursor ?? text.utf8.count)))
        self = CompletionScan(head).completion()
    }

    init(_ kind: Kind, _ stem: some Sequence<UInt8>, _ range: Range<Int>) {
        self.kind = kind
        self.stem = RawText(stem)
        self.range = range
    }
}

/// Goes through the text before a cursor as the parser does, and past what is wrong in it.
private struct CompletionScan {
    private var cursor: QueryCursor

    init(_ head: [UInt8]) { cursor = QueryCursor(head) }

    private var nothing: QueryCompletion { QueryCompletion(.none, [], end..<end) }

    private var end: Int { cursor.bytes.count }

    /// What the text ends with.
    consuming func completion() -> QueryCompletion {
        while true {
            skipToTerm()
            if let found = term() { return found }
        }
    }

    private mutating func skipToTerm() {
        while let next = cursor.next,
            QueryCursor.endsWord(next) && next != UInt8(ascii: "\"") || next == UInt8(ascii: "-")
                || next == UInt8(ascii: "!")
        {
            cursor.move(to: cursor.position + 1)
        }
    }

    /// Passes a term; what the text ends with, where that is in the term.
    private mutating func term() -> QueryCompletion? {
        switch cursor.next {
        case UInt8(ascii: "\""), UInt8(ascii: "/"): return passQuoted() ? nil : nothing
        case UInt8(ascii: "@"):
            let name = cursor.run()
            guard cursor.isAtEnd else { return nil }
            return QueryCompletion(.name, cursor.bytes[name].dropFirst(), name)
        default: break
        }
        let word = cursor.run(upTo: ":")
        if cursor.isAtEnd { return QueryCompletion(.field, cursor.bytes[word], word) }
        return cursor.take(":") ? values(of: QueryField(word: cursor.bytes[word])) : nil
    }

    /// Passes the values of a field, which is nil where nobody knows it.
    private mutating func values(of field: QueryField?) -> QueryCompletion? {
        repeat {
            let start = cursor.position
            _ = cursor.take("@")
            if cursor.next == UInt8(ascii: "\"") {
                if !passQuoted() { return value(of: field, from: start, openQuote: true) }
            } else if cursor.next == UInt8(ascii: "/") {
                if !passQuoted() { return nothing }
            } else {
                _ = cursor.run(upTo: ",")
                if cursor.isAtEnd { return value(of: field, from: start, openQuote: false) }
            }
            if cursor.isAtEnd { return nothing }
        } while cursor.take(",")
        return nil
    }

    private func value(
        of field: QueryField?, from start: Int, openQuote: Bool
    ) -> QueryCompletion {
        guard let field else { return nothing }
        let typed = cursor.bytes[start...]
        guard openQuote else { return QueryCompletion(.value(field), typed, start..<end) }
        let at = typed.prefix { $0 == UInt8(ascii: "@") }
        let words = typed.dropFirst(at.count)
        guard words.count > 1 else { return QueryCompletion(.value(field), at, start..<end) }
        var closed = QueryCursor(words + [UInt8(ascii: "\"")])
        guard let stem = try? closed.phrase() else { return nothing }
        return QueryCompletion(.value(field), at + stem.bytes, start..<end)
    }

    /// Passes a phrase or a regular expression; false where it does not end.
    private mutating func passQuoted() -> Bool {
        let start = cursor.position
        let isPhrase = cursor.next == UInt8(ascii: "\"")
        let isClosed = (isPhrase ? try? cursor.phrase() : try? cursor.regex()) != nil
        if !isClosed, !cursor.isAtEnd { cursor.move(to: max(cursor.position, start + 1)) }
        return isClosed || !cursor.isAtEnd
    }
}
