import SESCore

/// What a view shows of a mail, laid out for a width. Callers ask for rows that exist only.
protocol DetailContent: Sendable {
    /// At least one.
    var rowCount: Int { get }

    func row(_ index: Int) -> [StyledGlyph]

    /// The first row from `start` on, or up from it, where a place begins at which the text stands.
    func row(containing needle: RawText, from start: Int, isBackward: Bool) -> Int?

    func matches(of needle: RawText, inRow index: Int) -> [Range<Int>]

    /// The line that a row belongs to; nil where there are none.
    func line(ofRow index: Int) -> Int?
}

extension DetailContent {
    func line(ofRow index: Int) -> Int? { nil }
}

extension DetailView {
    /// The view of a mail at a width of at least one column.
    func layOut(
        _ loaded: LoadedEvent, _ answer: ContentAnswer?, _ triage: MailTriage?, columns: Int
    ) -> any DetailContent {
        switch self {
        case .summary: LaidOutLines(SummaryLines(loaded, triage), columns: columns)
        case .headers: LaidOutLines(HeaderLines(loaded.event), columns: columns)
        case .content: LaidOutLines(ContentLines(answer), columns: columns)
        case .json: LaidOutLines(JSONLines(loaded.record), columns: columns)
        case .raw: RawRows(loaded.carrier.bytes, at: loaded.provenance.offset, columns: columns)
        }
    }
}
