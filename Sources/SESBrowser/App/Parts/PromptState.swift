/// The open prompt for a command or a search.
struct PromptState: Hashable, Sendable {
    /// What the text is for.
    enum Kind: Hashable, Sendable {
        case command
        case search
        /// The name of a header that is to be copied.
        case copyHeader
        /// A note on the mails of rows.
        case note([Int])
        /// A query for mails to be tagged.
        case tagMatching
        /// A query for mails to be untagged.
        case untagMatching
        /// The name of a file for a text that is too long for the terminal.
        case saveCopy
        /// The name of a file for an export.
        case export
    }

    let kind: Kind
    var editor = LineEditor()
    var recall = Recall()
    /// Words that fit what is typed, since Tab was pressed.
    var candidates: [String] = []

    /// An open prompt, with a text that may be changed.
    init(_ kind: Kind, text: String = "") {
        self.kind = kind
        editor = LineEditor(text)
    }
}

/// A walk through what was typed before.
struct Recall: Hashable, Sendable {
    /// How many entries back; 0 is the line that is being typed.
    private var depth = 0
    private var draft = ""

    init() {}
}

extension Recall {
    /// The entry one further back, or nearer; nil where there is none.
    mutating func step(_ step: Int, in history: [String], from text: String) -> String? {
        let wanted = depth + step
        guard (0...history.count).contains(wanted) else { return nil }
        if depth == 0 { draft = text }
        depth = wanted
        return wanted == 0 ? draft : history[history.count - wanted]
    }
}
