/// The open help.
struct HelpState: Hashable, Sendable {
    /// The text that lines of the help must hold.
    var editor = LineEditor()
    /// The chosen line among those that fit.
    var position = 0
    /// The first line on the screen, headings counted.
    var top = 0
}

extension HelpState {
    /// A line of the help.
    enum Line: Sendable {
        case heading(String)
        case entry(ActionEntry)
        case note(String)
    }

    /// What the signs of the list mean; it stands above the keys as long as nothing is searched.
    private static let legend: [Line] = [
        .heading("The five signs of a mail, SVPDM"), .note("spam, virus, SPF, DKIM, DMARC"),
        .note("its letter FAIL   ? GRAY   . PASS"), .note("! PROCESSING_FAILED   - DISABLED"),
        .note("# another status   blank missing"), .note("! before the time: worth a look"),
        .note("x3 before a subject: 3 deliveries"),
    ]

    /// The actions that fit the search text: each of its words stands in name, keys or help.
    var entries: [ActionEntry] {
        let words = editor.text.split(separator: " ").map { $0.lowercased() }
        return ActionTable.entries.filter { entry in
            let keys = entry.keys.map(\.name).joined(separator: " ")
            let text = "\(entry.name) \(keys) \(entry.help) \(entry.group.title)".lowercased()
            return words.allSatisfy { text.containsBytes(of: $0) }
        }
    }

    /// The lines, and where among them the chosen one stands.
    var lines: (all: [Line], chosen: Int?) {
        var lines = editor.scalars.isEmpty ? Self.legend : []
        var chosen: Int?
        var group: ActionGroup?
        for (index, entry) in entries.enumerated() {
            if entry.group != group { lines.append(.heading(entry.group.title)) }
            group = entry.group
            if index == position { chosen = lines.count }
            lines.append(.entry(entry))
        }
        return (lines, chosen)
    }

    /// Keeps the chosen line on a page of so many rows.
    mutating func settle(rows: Int) {
        position = max(0, min(position, entries.count - 1))
        let (all, chosen) = lines
        let chosenLine = chosen ?? 0
        // What stands above the first entry is worth its rows.
        let first = position == 0 ? 0 : chosenLine
        if first < top { top = first }
        if chosenLine >= top + rows { top = chosenLine - rows + 1 }
        top = max(0, min(top, all.count - rows))
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
