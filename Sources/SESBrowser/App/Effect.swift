/// What the loop is to do after the state has changed.
enum Effect: Hashable, Sendable {
    /// Read a mail again; answered by ``Message/detail(row:_:)`` or ``Message/detailFailed(row:_:)``.
    case load(row: Int)
    /// Read a stretch of a file; answered by ``Message/bytes(_:)`` or
    /// ``Message/bytesFailed(_:)``.
    case loadBytes(file: Int, offset: Int, length: Int)
    /// Look for the mail itself of an event, beside the screen; answered by
    /// ``Message/content(token:_:)`` with the same token.
    case loadContent(row: Int, token: Int)
    /// Stop reading the files; what is read stays.
    case stopLoading
    /// Read the files again from the start; the tables that follow replace the one there is.
    case reload
    /// Leave the program.
    case quit
    /// Give the terminal back and stop, as `^Z` does.
    case suspend
    /// Draw every cell anew.
    case redraw
    /// Send ``Message/timer(_:)`` after a while. A timer that is set again replaces nothing: an
    /// old one that fires is known by its number and ignored.
    case wake(afterMilliseconds: Int, Timer)
}

/// Something that becomes due.
enum Timer: Hashable, Sendable {
    /// The cursor has rested long enough: the detail may follow.
    case detail(Int)
    /// The message has stood long enough.
    case message(Int)
    /// The prefix key waits long enough: the keys that may follow are shown.
    case prefix(Int)
}
