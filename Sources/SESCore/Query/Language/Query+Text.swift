extension Query {
    /// The query in its one normal form: fields and words in small letters, parentheses and quotes only
    /// where they are needed.
    ///
    /// It parses to the same tree where the tree is in its normal form, has at most
    /// ``ParsedQuery/deepest`` groups in one another and at most ``ParsedQuery/longest`` bytes of
    /// text, and where its values can be typed: texts are not empty, regular expressions are
    /// UTF-8 with no escaped slash and no lone backslash at the end, ``TextPattern/domain(_:)`` stands in fields
    /// that hold addresses, and ranges do not run backwards.
    public var text: String {
        var printer = QueryPrinter()
        printer.write(self, within: .alternatives)
        return printer.text
    }
}

extension Term {
    /// The condition as it is typed.
    public var text: String {
        switch self {
        case .verdict(let check, let statuses): "\(check.word):\(statuses.words)"
        case .anyVerdict(let statuses): "any:\(statuses.words)"
        case .policy(let policies):
            "policy:" + policies.compactMap(Self.word).joined(separator: ",")
        case .property(let properties):
            "is:" + properties.map(\.word).joined(separator: ",")
        case .text(let field, let patterns): Self.text(field, patterns)
        case .time(let condition): condition.text
        case .timeOfDay(let range): "time:\(range.text)"
        case .took(let range): "took:\(range.text)"
        }
    }

    private static func word(_ policy: DMARCPolicy) -> String? {
        WordList.policies.entries.first { $0.value == policy }?.word
    }

    private static func text(_ field: TextField, _ patterns: [TextPattern]) -> String {
        if field == .any, patterns.count == 1 {
            switch patterns[0] {
            case .words, .regex: return TextSpelling.pattern(patterns[0], in: .bare)
            case .domain: break
            }
        }
        let values = patterns.map { TextSpelling.pattern($0, in: .value) }
        return field.word + ":" + values.joined(separator: ",")
    }
}

extension TextField {
    /// The word that the field is printed with, without the colon.
    var word: String {
        if case .header(let name) = self { return QueryField.header(name).word }
        return QueryField.all.first { $0.kind == .text(self) }?.word ?? "text"
    }
}

extension StatusSet {
    /// The statuses as they are typed: `bad` for everything but PASS, what is worse first.
    var words: String {
        if self == .notPass { return StatusWord.bad.word }
        return StatusWord.short.filter { isSuperset(of: $0.statuses) }.map(\.word)
            .joined(separator: ",")
    }
}

/// Writes a tree; how deep it recurses is how deep the tree is.
private struct QueryPrinter {
    var text = ""

    /// What a part stands in, the weakest first.
    enum Binding: Int {
        case alternatives
        case requirements
        case negation
    }

    mutating func write(_ query: Query, within binding: Binding) {
        switch query {
        case .all: break
        case .term(let term): text += term.text
        case .negation(let inner):
            text += "-"
            write(inner, within: .negation)
        case .conjunction(let members):
            write(members, between: " ", as: .requirements, within: binding)
        case .disjunction(let members):
            write(members, between: " | ", as: .alternatives, within: binding)
        }
    }

    private mutating func write(
        _ members: [Query], between mark: String, as own: Binding, within binding: Binding
    ) {
        let isGroup = own.rawValue < binding.rawValue
        if isGroup { text += "(" }
        for (index, member) in members.enumerated() {
            if index > 0 { text += mark }
            write(member, within: own)
        }
        if isGroup { text += ")" }
    }
}
