import SESCore

/// What is being exported.
struct ExportState: Sendable {
    /// The rows that were asked for, and their table; they stay as they are while a name is typed.
    var rows: ExportedRows?
    var table = EventTable()
    /// True where the name that was typed told no format.
    var lacksFormat = false
    /// The file that is being written, or may be replaced.
    var request: ExportRequest?
    /// True while a file is being written.
    var isRunning = false
    /// How many of the rows hold a decision that is not on the disk yet.
    var unsaved = 0
    /// The words about how far it is.
    var progress = ""
}

/// A file that mails are to be written to.
struct ExportRequest: Hashable, Sendable {
    let path: RawText
    let format: ExportFormat
    /// True where a file of that name may be replaced.
    var replaces = false
}

extension ExportRequest {
    /// A file as it is typed: its name, which tells the format by its ending, or the word for a
    /// format, a blank and any name; nil where neither tells the format.
    init?(_ text: String) {
        let bytes = RawText(text).bytes
        if let blank = bytes.firstIndex(of: 0x20), blank + 1 < bytes.count,
            let format = ExportFormat(word: RawText(bytes[..<blank]))
        {
            self.init(path: RawText(bytes[(blank + 1)...]), format: format)
            return
        }
        guard let format = ExportFormat(endingOf: RawText(bytes)) else { return nil }
        self.init(path: RawText(bytes), format: format)
    }
}
