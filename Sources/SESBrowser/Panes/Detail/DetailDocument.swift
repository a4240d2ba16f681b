import SESCore

/// One mail in one view, laid out for a width: rows of glyphs that the detail pane scrolls over.
struct DetailDocument: Sendable {
    let view: DetailView
    let columns: Int

    /// Lays a mail out.
    init(_ view: DetailView, of loaded: LoadedEvent, columns: Int) {
        self.view = view
        self.columns = columns
    }

    /// How many rows the view has at this width.
    var rowCount: Int { 0 }

    /// The glyphs of a row, at most ``columns`` columns wide.
    func row(_ index: Int) -> [StyledGlyph] { [] }

    /// The next row from `start` on, in steps of `step` (1 or -1), in which the text stands,
    /// letter case aside; nil where there is none before the end.
    func row(containing needle: RawText, from start: Int, step: Int) -> Int? { nil }
}

/// A glyph and what it is.
struct StyledGlyph: Hashable, Sendable {
    var glyph: Glyph
    var role: Role
}
