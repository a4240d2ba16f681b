import SESCore

/// What is being copied.
struct CopyState: Sendable {
    /// Where copied text goes; the loop knows.
    var clipboard = Clipboard.terminal
    /// What is to be taken of the mail that is being read.
    var wanted: CopyPart?
    /// The mail whose header is asked for.
    var asked: LoadedEvent?
    /// A text that is too long for terminals, and the name of the file it may be written to.
    var refused: CopyText?
    var path: RawText = ""
    /// The text that was sent; it stands alone on rows of its own until a key is pressed.
    var shown: CopyText?
}

/// A file that is to be written.
struct SaveRequest: Hashable, Sendable {
    let path: RawText
    let bytes: [UInt8]
    /// True where a file of that name may be replaced.
    let replaces: Bool
}

/// What became of it.
enum SaveOutcome: Hashable, Sendable {
    case written
    /// There is a file of that name, which was left as it is.
    case exists
    case failed(String)
}
