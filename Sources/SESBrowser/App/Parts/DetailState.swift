import SESCore

/// The mail in the detail pane, and the one that is to follow.
struct DetailState: Sendable {
    var view = DetailView.summary
    /// The first row of the view on the screen.
    var top = 0
    /// The mail that is shown; it stays while another one is on its way.
    private(set) var loaded: LoadedEvent?
    /// The row of the table that is shown.
    private(set) var row: Int?
    /// Why the mail could not be read again.
    private(set) var failure: String?
    /// The row that is asked for or shown.
    private(set) var awaited: Int?
    private(set) var token = 0
    /// The mail itself, for view Content.
    private(set) var content = ContentState()
    /// What was decided about the mail and others like it; nil until that is told.
    private(set) var triage: MailTriage?
    /// The view of the mail, laid out for the width of the pane.
    private(set) var document: DetailDocument?
}

extension DetailState {
    /// How many deliveries of a mail are listed at most.
    static let mostDeliveries = 100

    /// True where neither a mail nor a failure is shown.
    var isEmpty: Bool { loaded == nil && failure == nil }

    /// Asks for the mail of a row; what is shown stays until the answer is there.
    ///
    /// The first mail is read at once, a later one when the cursor rests.
    mutating func follow(_ row: Int?) -> [Effect] {
        guard row != awaited else { return [] }
        awaited = row
        token += 1
        guard let row else {
            clear()
            return []
        }
        return isEmpty ? [.load(row: row)] : [.wake(afterMilliseconds: 60, .detail(token))]
    }

    /// Asks for the mail of a row at once, whether or not the cursor rests.
    mutating func ask(for row: Int) -> [Effect] {
        awaited = row
        token += 1
        return [.load(row: row)]
    }

    /// What is to be read now that a timer is due.
    func due(_ token: Int) -> [Effect] {
        guard token == self.token, let awaited else { return [] }
        return [.load(row: awaited)]
    }

    /// Shows a mail if it is still the one that is asked for.
    mutating func show(_ loaded: LoadedEvent, row: Int) {
        guard row == awaited else { return }
        if row != self.row || failure != nil { top = 0 }
        if row != self.row { triage = nil }
        self.loaded = loaded
        self.row = row
        content.moreIsKnown()
        failure = nil
        document = nil
    }

    /// Asks for the mail itself, where that is what the view shows.
    mutating func followContent() -> [Effect] {
        view == .content && loaded != nil ? content.follow(row) : []
    }

    /// Shows the mail itself, or why it is not there.
    mutating func show(_ answer: ContentAnswer, token: Int) {
        if content.take(answer, token: token), view == .content { document = nil }
    }

    /// Shows what was decided about the mail, if it is still the one that is shown.
    mutating func show(_ triage: MailTriage, row: Int) {
        guard row == self.row, triage != self.triage else { return }
        self.triage = triage
        if view == .summary { document = nil }
    }

    /// Asks once more for the mail that is shown, because more is known of it.
    func again() -> [Effect] { row.map { [.load(row: $0)] } ?? [] }

    /// Shows why the mail could not be read.
    mutating func fail(_ reason: String, row: Int) {
        guard row == awaited else { return }
        loaded = nil
        document = nil
        self.row = row
        failure = reason
    }

    /// The first header of view Headers from a row on; nil where none begins there or below.
    func header(from row: Int) -> HeaderField? {
        guard view == .headers, let loaded, let line = document?.line(ofRow: row) else {
            return nil
        }
        return HeaderLines(loaded.event).header(fromLine: line)
    }

    /// Forgets which row is shown, because the table is a new one; the mail stays on the screen.
    mutating func forgetRow() {
        awaited = nil
        row = nil
        content.forget()
    }

    /// Lays the mail out for a pane and keeps the window in it.
    mutating func settle(rows: Int, columns: Int) {
        if let loaded, document?.columns != columns || document?.view != view {
            document = DetailDocument(
                view, of: loaded, content: content.answer(of: row), triage, columns: columns)
        }
        top = max(0, min(top, (document?.rowCount ?? 0) - rows))
    }

    private mutating func clear() {
        loaded = nil
        row = nil
        failure = nil
        triage = nil
        document = nil
        top = 0
    }
}
