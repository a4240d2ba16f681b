import SESCore

/// What the loop is to do after the state has changed.
enum Effect: Hashable, Sendable {
    /// Read a mail again; answered by ``Message/detail(row:_:)`` or ``Message/detailFailed(row:_:)``.
    case load(row: Int)
    /// Read a stretch of a file; answered by ``Message/bytes(_:)`` or
    /// ``Message/bytesFailed(_:)``.
    case loadBytes(file: Int, offset: Int, length: Int)
    /// Pick and sort the rows of the list; answered by ``Message/selection(_:_:)``.
    case select(Int)
    /// Count the values of a field among the mails of a query; answered by ``Message/counted(_:_:)``.
    case count(PickField, under: Query, Int)
    /// Count what the listed mails have in common; answered by ``Message/statistics(_:_:isWhole:)``.
    case countStatistics(Int)
    /// Count what was decided about the listed mails; answered by ``Message/report(_:_:)``.
    case countReport(Int)
    /// Look for a text in the rows of the list, from a position on; answered by
    /// ``Message/found(_:_:)``.
    case find(SearchTerm, from: Int, step: Int, Int)
    /// Stop picking, counting and searching rows; what was found stays.
    case stopSelecting
    /// Write a change of the saved filters, or a filter that was typed, down.
    case keep(FilterStore.Change)
    /// Read what the list shows of rows and only their records tell; answered by
    /// ``Message/particulars(_:)``, which may lack some of them.
    case loadParticulars([Int])
    /// Read a mail again to copy a part of it; answered by ``Message/toCopy(row:_:)`` or
    /// ``Message/toCopyFailed(_:)``.
    case loadToCopy(row: Int)
    /// Ask the thread that keeps decisions; answered by ``Message/triage(_:)``.
    case triage(TriageTask)
    /// Have the person edit a note; answered by ``Message/note(_:on:)`` or a notice.
    case edit(RawText, on: [Int])
    /// Find the mails of a query; answered by ``Message/rows(_:for:reading:)``.
    case findRows(RowsPurpose, Query)
    /// Look after the store from now on: whether others write to it, and whether it is damaged.
    case watchStore
    /// Read the ids of mails to copy them; answered by ``Message/ids(_:missed:)``.
    case loadIDs([Int])
    /// Send a text to the terminal for its clipboard.
    case copy([UInt8])
    /// Write a file; answered by ``Message/saved(_:)``.
    case save(SaveRequest)
    /// Write the mails that the state has ready to a file, beside the screen; answered by
    /// ``Message/exporting(_:)`` and at the end by ``Message/exported(_:)``.
    case export(ExportRequest)
    /// Give up the export that is being written.
    case stopExport
    /// Keep settings for the next time; answered by ``Message/settingsKept(_:)``.
    case keepSettings([Settings.Entry])
    /// Find out the zone of local times; answered by ``Message/zone(_:)``.
    case readZone
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

/// What mails are looked for.
enum RowsPurpose: Hashable, Sendable {
    case tag
    case untag
    case decide(Decision)
}

/// Something that becomes due.
enum Timer: Hashable, Sendable {
    /// The cursor has rested long enough: the detail may follow.
    case detail(Int)
    /// The message has stood long enough.
    case message(Int)
    /// More rows may be read again for the columns of the list.
    case particulars(Int)
    /// What could not be saved is to be tried again.
    case retrySaving(Int)
    /// The prefix key waits long enough: the keys that may follow are shown.
    case prefix(Int)
}
