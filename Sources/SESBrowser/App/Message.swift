import SESCore

/// What the loop and the threads beside the screen tell the state.
enum Message: Sendable {
    /// What is read so far.
    ///
    /// `fraction` is the part of the input that is read, from 0 to 1; nil where the size is unknown.
    case table(EventTable, fraction: Double?, isDone: Bool)
    /// Which rows of the whole table tell of the same mail.
    case deliveries(Deliveries)
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
    /// Something the person should know, such as a fallback of the terminal.
    case notice(String)
    /// A timer is due.
    case timer(Timer)
}
