/// The words that may stand behind a field, and what they stand for.
struct WordList<Value: Sendable>: Sendable {
    let entries: [Entry]
    /// How many of the first entries an error lists; the others are other spellings.
    let listed: Int

    /// A word in small letters.
    struct Entry: Sendable {
        let word: String
        let value: Value
        let meaning: String
    }

    init(_ entries: [Entry], otherSpellings: [Entry] = []) {
        self.entries = entries + otherSpellings
        listed = entries.count
    }
}

extension WordList {
    /// What a word stands for, letter case aside.
    subscript(word: ArraySlice<UInt8>) -> Value? {
        entries.first { word.lazy.map(\.asciiLower).elementsEqual($0.word.utf8) }?.value
    }

    /// The entries that are offered.
    var offered: ArraySlice<Entry> { entries.prefix(listed) }

    /// The error where a word is none of these.
    func error(_ range: Range<Int>, of bytes: [UInt8]) -> QueryError {
        let typed = bytes[range].map(\.asciiLower)
        return QueryError(
            offset: range.lowerBound,
            expected: "one of " + offered.map(\.word).joined(separator: " "),
            suggestion: Nearest.word(to: typed, among: entries.lazy.map(\.word)),
            isIncomplete: range.upperBound == bytes.count
                && entries.contains { $0.word.utf8.starts(with: typed) })
    }
}

extension WordList<StatusSet> {
    /// The words behind `spam:` and the like.
    static let statuses: WordList = {
        let all = StatusWord.all.map {
            Entry(word: $0.word, value: $0.statuses, meaning: $0.meaning)
        }
        let listed = StatusWord.short.count + 1
        return WordList(Array(all[..<listed]), otherSpellings: Array(all[listed...]))
    }()
}

extension WordList<DMARCPolicy> {
    /// The words behind `policy:`.
    static let policies = WordList(
        [
            Entry(word: "none", value: .none, meaning: "the domain asks for nothing"),
            Entry(word: "quarantine", value: .quarantine, meaning: "what fails is suspicious"),
            Entry(word: "reject", value: .reject, meaning: "what fails is to be refused"),
            Entry(word: "missing", value: .absent, meaning: "the event names no policy"),
            Entry(word: "other", value: .other, meaning: "a word that is not documented"),
        ],
        otherSpellings: [Entry(word: "absent", value: .absent, meaning: "as missing")])
}

extension WordList<MailProperty> {
    /// The words behind `is:`.
    static let properties = WordList(
        MailProperty.allCases.map { Entry(word: $0.word, value: $0, meaning: $0.meaning) })
}

extension MailProperty {
    /// One line for a person.
    var meaning: String {
        switch self {
        case .malformed: "a part of the record is no valid JSON"
        case .mismatch: "headers of SES say something else than the receipt"
        case .truncated: "the record was cut, or headers were left out"
        case .salvaged: "found inside a broken region"
        case .derived: "verdicts read from headers; no receipt"
        case .lossy: "the log left out parts of the event"
        case .duplicate: "delivered several times"
        case .hostile: "controls, reordering or invisible characters in it"
        case .untriaged: "nobody decided what it is"
        case .triaged: "decided: spam, ham or maybe"
        case .spam: "decided to be spam"
        case .ham: "decided to be ham"
        case .maybe: "decided: maybe"
        case .tagged: "tagged"
        case .noted: "somebody wrote a note about it"
        case .disagrees: "spam that SES passed, or ham that it failed"
        }
    }
}
