/// A value that the log holds, to complete with.
public struct SeenValue: Hashable, Sendable {
    /// The value, such as an address.
    public let text: RawText
    /// How many mails have it.
    public let count: Int
    /// True for a domain, which stands for all of its addresses.
    public let isDomain: Bool

    /// A value of so many mails.
    public init(_ text: RawText, count: Int, isDomain: Bool = false) {
        self.text = text
        self.count = count
        self.isDomain = isDomain
    }
}

/// One way to go on with a text.
public struct QueryCandidate: Hashable, Sendable {
    /// What to put in the place of what was typed, with the quotes that it needs.
    public let text: String
    /// One line for a person; empty for a value of the log.
    public let meaning: String
    /// How many mails have the value; nil for a word of the language.
    public let count: Int?
}

extension QueryCompletion {
    /// What begins with the stem, letter case aside; values that only hold it, where none begins with it.
    ///
    /// - Parameters:
    ///   - seen: Values of the field in the log, in the order in which they are offered.
    ///   - filters: The saved filters.
    /// - Returns: Words of the language first, then values of the log.
    public func candidates(
        seen: [SeenValue] = [], filters: [NamedFilter] = Presets.all
    ) -> [QueryCandidate] {
        switch kind {
        case .none: []
        case .field: beginning(with: stem, Self.fields(for: stem))
        case .name:
            beginning(
                with: RawText([UInt8(ascii: "@")] + stem.bytes),
                filters.map { filter in
                    QueryCandidate(text: "@" + filter.name, meaning: filter.meaning, count: nil)
                })
        case .value(let field):
            beginning(with: stem, field.kind.words) + seenCandidates(seen, field)
        }
    }

    private func beginning(
        with stem: RawText, _ candidates: [QueryCandidate]
    ) -> [QueryCandidate] {
        let typed = stem.bytes.map(\.asciiLower)
        return candidates.filter { $0.text.utf8.lazy.map(\.asciiLower).starts(with: typed) }
    }

    private func seenCandidates(_ seen: [SeenValue], _ field: QueryField) -> [QueryCandidate] {
        guard case .text(let field) = field.kind else { return [] }
        let typed = SearchNeedle(stem)
        var beginning: [QueryCandidate] = []
        var holding: [QueryCandidate] = []
        for value in seen where !value.text.isEmpty {
            let pattern: TextPattern =
                value.isDomain && field.holdsAddresses ? .domain(value.text) : .words(value.text)
            let candidate = QueryCandidate(
                text: TextSpelling.pattern(pattern, in: .value), meaning: "", count: value.count)
            let mark: [UInt8] = if case .domain = pattern { [UInt8(ascii: "@")] } else { [] }
            switch typed.offset(in: SearchFold.fold(mark + value.text.bytes)) {
            case nil: break
            case 0: beginning.append(candidate)
            default: holding.append(candidate)
            }
        }
        return beginning.isEmpty ? holding : beginning
    }
}

extension QueryCompletion {
    /// What to put in the place of ``range``: the only candidate, or what all of them begin with; nil where
    /// that would add nothing.
    public func replacement(_ candidates: [QueryCandidate]) -> String? {
        guard let first = candidates.first?.text else { return nil }
        if candidates.count == 1 { return first }
        var common = ArraySlice(first.utf8)
        for candidate in candidates.dropFirst() {
            common = common.prefix(zip(common, candidate.text.utf8).prefix { $0 == $1 }.count)
        }
        while !common.isEmpty, String(validating: common, as: UTF8.self) == nil {
            common = common.dropLast()
        }
        let addsSome = common.count > range.count
        let keepsStem = SearchNeedle(stem).isFound(in: SearchFold.fold(common))
        return addsSome && keepsStem ? String(decoding: common, as: UTF8.self) : nil
    }

    /// A text with something else in the place of ``range``, and how many bytes then stand before
    /// the cursor.
    public func put(_ replacement: String, into text: String) -> (text: String, cursor: Int) {
        let bytes = Array(text.utf8)
        let changed =
            bytes.prefix(range.lowerBound) + replacement.utf8 + bytes.dropFirst(range.upperBound)
        return (
            String(decoding: changed, as: UTF8.self), range.lowerBound + replacement.utf8.count
        )
    }
}

extension QueryCompletion {
    /// Headers that are often asked for.
    private static let headers = [
        "authentication-results", "content-type", "date", "list-id", "list-unsubscribe",
        "message-id", "received", "received-spf", "reply-to", "return-path", "sender", "x-mailer",
    ]

    /// The fields, and for who has begun one the names of headers.
    private static func fields(for stem: RawText) -> [QueryCandidate] {
        let prefix = QueryField.headerPrefix
        let isInHeader = stem.count >= prefix.utf8.count
        let headers = isInHeader ? headers.map { prefix + $0 + ":" } : [prefix]
        return QueryField.all.map {
            QueryCandidate(text: $0.word + ":", meaning: $0.meaning, count: nil)
        } + headers.map { QueryCandidate(text: $0, meaning: "value of such a header", count: nil) }
    }
}

extension QueryField.Kind {
    /// The words that may stand behind the field; examples where there are too many.
    fileprivate var words: [QueryCandidate] {
        switch self {
        case .verdict, .anyVerdict: Self.candidates(.statuses)
        case .policy: Self.candidates(.policies)
        case .property: Self.candidates(.properties)
        case .newer, .older: Self.candidates(["1h", "24h", "7d"])
        case .took: Self.candidates([">1s", ">5s", "<200ms"])
        case .text, .date, .timeOfDay: []
        }
    }

    private static func candidates<Value>(_ list: WordList<Value>) -> [QueryCandidate] {
        list.offered.map { QueryCandidate(text: $0.word, meaning: $0.meaning, count: nil) }
    }

    private static func candidates(_ examples: [String]) -> [QueryCandidate] {
        examples.map { QueryCandidate(text: $0, meaning: "", count: nil) }
    }
}
