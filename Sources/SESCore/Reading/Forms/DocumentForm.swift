/// How a document is written.
///
/// A reader names the form; the text of every form but ``json`` becomes JSON by a pure function, so
/// that what lies behind the reader knows JSON alone.
enum DocumentForm: Hashable, Sendable {
    case json
    /// A literal of Python, as `print(event)` writes it.
    case python
    /// What `console.log(record)` of Node shows of an object.
    case inspect
    /// JSON over several lines, each of which has this prefix; that of the first stands before it.
    case prefixed(LinePrefix)
    /// JSON that ends too early, and why reading it failed.
    case cut(ScanFailure.Reason)
    /// A cell of a table of comma-separated values, its quotes included.
    case cell
    /// A row of such a table, whose columns have these names.
    case columns([RawText])
    /// The header block of a raw mail.
    case mail
}

/// Why a text is not of the form that it seemed to have, and where.
struct LiteralFailure: Error, Hashable, Sendable {
    /// The index of the byte that could not be read.
    var position: Int
    /// For a person.
    var reason: String
    /// True where the text could be read and is of no use, and the reason says what to do.
    var isAdvice = false

    static func misplaced(_ byte: UInt8, at position: Int, in form: StaticString) -> LiteralFailure
    {
        let shown =
            byte > 0x20 && byte < 0x7F
            ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
        return LiteralFailure(
            position: position, reason: "\(shown) stands where \(form) cannot have it")
    }

    static func cutOff(at position: Int) -> LiteralFailure {
        LiteralFailure(
            position: position, reason: ScanFailure.Reason.endOfInput.description)
    }
}
