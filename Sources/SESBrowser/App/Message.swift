import SESCore

/// What the loop and the threads beside the screen tell the state.
enum Message: Sendable {
    /// What is read so far.
    ///
    /// `fraction` is the part of the input that is read, from 0 to 1; nil where the size is unknown.
    case table(EventTable, fraction: Double?, isDone: Bool)
    /// Which rows of the whole table tell of the same mail.
    case deliveries(Deliveries)
    /// Rows that were picked for a question; an answer that is not whole is followed by others.
    case selection(Int, Selection)
    /// The commonest values of a field.
    case counted(Int, PickList)
    /// Where in the list a text was found; nil where it stands nowhere.
    case found(Int, Int?)
    /// The filters of earlier runs.
    case filters(FilterFiles)
    /// A mail was read again.
    case detail(row: Int, LoadedEvent)
    /// A mail could not be read again.
    case detailFailed(row: Int, String)
    /// What was asked for by ``Effect/loadContent(row:token:)``.
    case content(token: Int, ContentAnswer)
    /// The bytes that were asked for by ``Effect/loadBytes(file:offset:length:)``.
    case bytes([UInt8])
    /// Those bytes could not be read again.
    case bytesFailed(String)
    /// What the listed mails have in common; a count that is not whole is followed by others.
    case statistics(Int, Statistics, isWhole: Bool)
    /// What was decided about the listed mails, against what SES said.
    case report(Int, TriageReport)
    /// What the records of rows tell, as far as there was time for them; nil where a record cannot
    /// be read again, or is too large to be read for a list.
    case particulars([Int: RowParticulars?])
    /// A mail was read again to be copied from.
    case toCopy(row: Int, LoadedEvent)
    /// It could not be read again.
    case toCopyFailed(String)
    /// What the thread that keeps decisions tells.
    case triage(TriageNews)
    /// A note as it was edited, and the rows that it is about.
    case note(RawText, on: [Int])
    /// The mails of a query.
    case rows([Int], for: RowsPurpose, reading: Int)
    /// The ids that SES gave some mails, and how many have none or cannot be read again.
    case ids([RawText], missed: Int)
    /// What became of a file that was to be written.
    case saved(SaveOutcome)
    /// How many mails of an export are written.
    case exporting(Int)
    /// What became of an export.
    case exported(MailExport.Outcome)
    /// The settings as they were kept, and where.
    case settings(Settings)
    /// Settings were kept, or why they were not.
    case settingsKept(SettingsFailure?)
    /// The zone of local times.
    case zone(LocalZone)
    /// Something the person should know, such as a fallback of the terminal.
    case notice(String)
    /// A timer is due.
    case timer(Timer)
}
