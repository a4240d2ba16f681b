import SESCore

/// The mail itself of the event in the detail pane: looked for when view Content is open, one at a
/// time.
struct ContentState: Sendable {
    /// What was found, and the row it belongs to.
    private var found: (row: Int, answer: ContentAnswer)?
    /// The row that is being looked for; nil where none is.
    private var asked: Int?
    /// True where nobody wants any more what is on its way.
    private var isStale = false
    private var token = 0
}

extension ContentState {
    /// What was found of a row; nil as long as that is not known.
    func answer(of row: Int?) -> ContentAnswer? { found?.row == row ? found?.answer : nil }

    /// Asks for a row, unless it is known or another one is on its way.
    mutating func follow(_ row: Int?) -> [Effect] {
        guard let row, asked == nil, found?.row != row else { return [] }
        asked = row
        token += 1
        isStale = false
        return [.loadContent(row: row, token: token)]
    }

    /// Takes what was asked for; false where that is not what is wanted now.
    mutating func take(_ answer: ContentAnswer, token: Int) -> Bool {
        guard token == self.token, let row = asked else { return false }
        asked = nil
        guard !isStale else { return false }
        found = (row, answer)
        return true
    }

    /// Looks once more for what was not found, because more is known of the mail.
    mutating func moreIsKnown() {
        if case .missing? = found?.answer { found = nil }
    }

    /// Forgets what was found, because rows are others now.
    mutating func forget() {
        found = nil
        isStale = true
    }
}
