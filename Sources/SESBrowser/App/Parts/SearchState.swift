import SESCore

/// What is searched for.
struct SearchState: Sendable {
    /// The text; nil where nothing is searched for or its marks were put out.
    var needle: SearchTerm?
    /// The text of the last search, also after its marks are out.
    var last: SearchTerm?
    /// True while rows far from the cursor are searched beside the screen.
    var isUnderWay = false
    /// The direction of that search: 1 or -1.
    var step = 1
    /// Where the last match in the detail stands.
    var detailRow: Int?
    /// Texts that were searched for, oldest first.
    var history: [String] = []
}

/// A text that is searched for, letter case aside.
struct SearchTerm: Hashable, Sendable {
    /// As it was typed.
    let text: String
    /// The text, letter case taken out.
    let folded: SearchNeedle
    private let shown: Needle

    /// A needle; nil for the empty text.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
        folded = SearchNeedle(RawText(text))
        shown = Needle(RawText(text))
    }
}

extension SearchTerm {
    /// The text as the detail pane takes it.
    var raw: RawText { RawText(text) }

    /// The glyphs with every match given another role.
    func marked(_ glyphs: [StyledGlyph]) -> [StyledGlyph] {
        var marked = glyphs
        for range in shown.ranges(in: glyphs) {
            for index in range { marked[index].role = .match }
        }
        return marked
    }
}
