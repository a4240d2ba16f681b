import SESCore

/// One mail in one view, laid out for a width: rows of glyphs that the detail pane scrolls over.
///
/// Only what is asked for is made into glyphs; a document holds the places where rows begin, not
/// the rows.
struct DetailDocument: Sendable {
    let view: DetailView
    let columns: Int
    private let content: any DetailContent

    /// Lays a mail out; `answer` is what is known of the mail itself, for view Content, and `triage` what
    /// was decided about it, for the summary.
    init(
        _ view: DetailView, of loaded: LoadedEvent, content answer: ContentAnswer? = nil,
        _ triage: MailTriage? = nil, columns: Int
    ) {
        self.view = view
        self.columns = columns
        content = view.layOut(loaded, answer, triage, columns: max(1, columns))
    }

    /// How many rows the view has at this width; at least one.
    var rowCount: Int { content.rowCount }

    /// The glyphs of a row, at most ``columns`` columns wide; none beyond the last row.
    func row(_ index: Int) -> [StyledGlyph] {
        0..<rowCount ~= index ? content.row(index) : []
    }

    /// The line that a row belongs to, from 0 on; nil where the view has no lines.
    func line(ofRow row: Int) -> Int? { 0..<rowCount ~= row ? content.line(ofRow: row) : nil }

    /// The next row from `start` on, in steps of `step` (1 or -1), in which the text stands,
    /// letter case aside; nil where there is none before the end.
    ///
    /// Text that is broken over two rows is found in the row where it begins.
    func row(containing needle: RawText, from start: Int, step: Int) -> Int? {
        guard !needle.isEmpty, 0..<rowCount ~= start else { return nil }
        return content.row(containing: needle, from: start, isBackward: step < 0)
    }

    /// Where in a row the text stands, as ranges of its glyphs from left to right; text that is
    /// broken over two rows has a range in each.
    func matches(of needle: RawText, inRow index: Int) -> [Range<Int>] {
        guard !needle.isEmpty, 0..<rowCount ~= index else { return [] }
        return content.matches(of: needle, inRow: index)
    }
}

/// A glyph and what it is.
struct StyledGlyph: Hashable, Sendable {
    var glyph: Glyph
    var role: Role
}
