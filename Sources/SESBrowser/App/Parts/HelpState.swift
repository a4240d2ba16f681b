import SESCore

/// The open help.
struct HelpState: Sendable {
    /// What it is about.
    var page = Page.keys
    /// The text that lines of the help must hold.
    var editor = LineEditor()
    /// The chosen line among those that fit.
    var position = 0
    /// The first line on the screen, headings counted.
    var top = 0
}

extension HelpState {
    /// What the help is about.
    enum Page: Sendable {
        /// Every action with its keys.
        case keys
        /// The query language, and questions that it answers.
        case query
    }

    /// A line that can be chosen.
    enum Item: Sendable {
        case action(ActionEntry)
        case question(QueryGuide.Question)
        /// A line about the language, and the heading it stands under.
        case note(String, under: String)
    }

    /// A line of the help.
    enum Line: Sendable {
        case heading(String)
        case item(Item)
        case note(String)
    }

    /// What the signs of the list mean; it stands above the keys as long as nothing is searched.
    private static let legend: [Line] = [
        .heading("The five signs of a mail, SVPDM"), .note("  spam, virus, SPF, DKIM, DMARC"),
        .note("  its letter FAIL   ? GRAY   . PASS"), .note("  ! PROCESSING_FAILED   - DISABLED"),
        .note("  # another status   blank missing"), .note("  ! before the time: worth a look"),
        .note("  x3 before a subject: 3 deliveries"),
    ]

    /// What can be chosen and fits the search text: each of its words stands in it.
    var items: [Item] {
        let words = editor.text.split(separator: " ").map { $0.lowercased() }
        let all: [Item] =
            switch page {
            case .keys: ActionTable.entries.map { .action($0) }
            case .query: Self.notes + QueryGuide.questions.map { .question($0) }
            }
        return all.filter { item in
            let text = item.text.lowercased()
            return words.allSatisfy { text.containsBytes(of: $0) }
        }
    }

    /// The lines, and where among them the chosen one stands.
    var lines: (all: [Line], chosen: Int?) {
        var lines = editor.scalars.isEmpty && page == .keys ? Self.legend : []
        var chosen: Int?
        var heading: String?
        for (index, item) in items.enumerated() {
            if item.heading != heading { lines.append(.heading(item.heading)) }
            heading = item.heading
            if index == position { chosen = lines.count }
            lines.append(.item(item))
        }
        return (lines, chosen)
    }

    /// The lines about the query language.
    private static let notes: [Item] = {
        var heading = ""
        return QueryGuide.description.compactMap { line in
            guard line.utf8.first == UInt8(ascii: " ") else {
                heading = line
                return nil
            }
            return .note(line, under: heading)
        }
    }()

    /// Keeps the chosen line on a page of so many rows.
    mutating func settle(rows: Int) {
        position = max(0, min(position, items.count - 1))
        let (all, chosen) = lines
        let chosenLine = chosen ?? 0
        // What stands above the first entry is worth its rows.
        let first = position == 0 ? 0 : chosenLine
        if first < top { top = first }
        if chosenLine >= top + rows { top = chosenLine - rows + 1 }
        top = max(0, min(top, all.count - rows))
    }
}

extension HelpState.Item {
    /// What it can be found by.
    fileprivate var text: String {
        switch self {
        case .action(let entry):
            let keys = entry.keys.map(\.name).joined(separator: " ")
            return "\(entry.name) \(keys) \(entry.help) \(entry.group.title)"
        case .question(let question): return "\(question.query) \(question.question)"
        case .note(let text, let heading): return "\(text) \(heading)"
        }
    }

    /// The heading that it stands under.
    fileprivate var heading: String {
        switch self {
        case .action(let entry): entry.group.title
        case .question: "Questions and answers: Enter asks"
        case .note(_, let heading): heading
        }
    }
}

extension String {
    /// True where the other text stands in this one, compared byte by byte.
    fileprivate func containsBytes(of other: String) -> Bool {
        let needle = Array(other.utf8)
        let bytes = Array(utf8)
        guard !needle.isEmpty else { return true }
        guard bytes.count >= needle.count else { return false }
        return (0...bytes.count - needle.count).contains {
            bytes[$0..<$0 + needle.count].elementsEqual(needle)
        }
    }
}
