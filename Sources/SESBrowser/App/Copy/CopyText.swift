import SESCore

/// A text that is to leave the program: one line of UTF-8 that acts on nothing it is pasted into or
/// shown by, without a line end.
struct CopyText: Hashable, Sendable {
    /// What it is, for messages.
    let name: String
    let bytes: [UInt8]
    /// The file that it may be written to instead.
    let fileName: String
    /// False where bytes that are no UTF-8 became U+FFFD.
    var isExact = true

    /// The most that terminals take, in bytes: xterm and hterm stop at about 100,000 letters of base64.
    static let mostBytes = 74_994
    /// How many bytes of a text other than a record are looked at; of the rest the amount is told.
    static let mostCleaned = 1 << 20
}

extension CopyText {
    /// A text from outside, in which the notation of the screen stands for all that would act.
    init(name: String, cleaning text: RawText, fileName: String) {
        let visible = VisibleText(text, as: VisibleText.Form(limit: Self.mostCleaned))
        self.init(name: name, bytes: visible.utf8, fileName: fileName)
    }

    /// True where it may be sent to a terminal.
    var fits: Bool { bytes.count <= Self.mostBytes }
}
