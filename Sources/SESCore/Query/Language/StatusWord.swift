/// A word that stands for statuses in a query.
struct StatusWord: Sendable {
    let word: String
    let statuses: StatusSet
    let meaning: String

    /// The short words, in the order in which a query is printed: what is worse comes first.
    static let short: [StatusWord] = [
        StatusWord("fail", StatusSet(.fail), "FAIL"),
        StatusWord("gray", StatusSet(.gray), "GRAY: no clear answer"),
        StatusWord("error", StatusSet(.processingFailed), "PROCESSING_FAILED"),
        StatusWord("off", StatusSet(.disabled), "DISABLED: the rule does not scan"),
        StatusWord("missing", StatusSet(.missing), "the event has no such verdict"),
        StatusWord("other", StatusSet(.other), "a status that is not documented"),
        StatusWord("pass", StatusSet(.pass), "PASS"),
    ]

    /// Everything but PASS.
    static let bad = StatusWord("bad", .notPass, "everything but PASS")

    /// All words that are understood: the short ones, `bad`, what AWS spells, and British English.
    static let all: [StatusWord] =
        short + [
            bad,
            StatusWord("processing_failed", StatusSet(.processingFailed), "as error"),
            StatusWord("disabled", StatusSet(.disabled), "as off"),
            StatusWord("grey", StatusSet(.gray), "as gray"),
        ]

    private init(_ word: String, _ statuses: StatusSet, _ meaning: String) {
        self.word = word
        self.statuses = statuses
        self.meaning = meaning
    }
}
