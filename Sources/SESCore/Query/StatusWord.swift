/// A word that stands for statuses in a query.
struct StatusWord: Sendable {
    let word: StaticString
    let statuses: StatusSet

    /// The short words, in the order in which a query is printed: what is worse comes first.
    static let short: [StatusWord] = [
        StatusWord(word: "fail", statuses: StatusSet(.fail)),
        StatusWord(word: "gray", statuses: StatusSet(.gray)),
        StatusWord(word: "error", statuses: StatusSet(.processingFailed)),
        StatusWord(word: "off", statuses: StatusSet(.disabled)),
        StatusWord(word: "missing", statuses: StatusSet(.missing)),
        StatusWord(word: "other", statuses: StatusSet(.other)),
        StatusWord(word: "pass", statuses: StatusSet(.pass)),
    ]

    /// All words that are understood: the short ones, what AWS spells, and `bad` for not PASS.
    static let all: [StatusWord] =
        short + [
            StatusWord(word: "processing_failed", statuses: StatusSet(.processingFailed)),
            StatusWord(word: "disabled", statuses: StatusSet(.disabled)),
            StatusWord(word: "bad", statuses: .notPass),
        ]
}
