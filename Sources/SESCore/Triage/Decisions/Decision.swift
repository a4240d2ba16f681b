/// What a person says a mail is.
public enum Decision: UInt8, CaseIterable, Hashable, Sendable {
    case spam = 1
    case ham
    /// To be looked at again.
    case maybe
    /// Nothing any more: an earlier decision is taken back.
    case clear
}

extension Decision {
    /// The word that commands, exports and reports use.
    public var word: String {
        switch self {
        case .spam: "spam"
        case .ham: "ham"
        case .maybe: "maybe"
        case .clear: "clear"
        }
    }

    /// The decision of a word, letter case aside.
    public init?(word: RawText) {
        guard let known = Self.allCases.first(where: { RawText($0.word) == word.lowered })
        else { return nil }
        self = known
    }
}
