/// What a piece of text is on the screen; the theme says how that looks.
///
/// Nothing is said by a role alone: letters and position carry the meaning, so that a terminal
/// without colours shows the same.
enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case plain
    /// Notation for something that must not reach the terminal; always set off from text.
    case notation
    /// A FAIL in the verdict strip and its line in the summary.
    case fail
    case gray
    case processingFailed
    case disabled
    case unknownStatus
    /// The short bar at the start of the row under the cursor.
    case cursorBar
    /// The line at the top that says what is shown.
    case topBar
    /// The line of hints and messages at the bottom.
    case hintBar
    /// A message that tells of a failure.
    case errorMessage
    /// The names of the columns.
    case columnHeading
    /// The rule between panes and the names of views in it.
    case paneBorder
    /// The view that is shown, and the pane that has the keys.
    case paneActive
    /// A label such as `From` in the detail pane.
    case label
    /// A heading inside a detail view.
    case heading
    /// A remark that deserves a look, such as a sender of another domain.
    case warning
    /// A place where the searched text stands.
    case match
    /// A key in help and hints.
    case keyName
    /// What was decided about a mail, in the list.
    case decision
    /// The star of a tagged mail.
    case tag
    /// A box that is ticked in the filter grid.
    case ticked
}
