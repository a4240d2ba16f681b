/// A part of a mail: the mail itself, one of the parts it is made of, or one of theirs.
public struct MailPart: Hashable, Sendable {
    /// How many parts stand around it: 0 for the mail itself.
    public var depth: Int
    /// The media type in small letters, such as `text/plain`, which it is where none is told.
    public var type: RawText
    /// The charset as it is named; nil where it is not.
    public var charset: RawText?
    /// How its bytes are written.
    public var encoding: TransferEncoding
    /// True where it asks to be kept as a file rather than to be shown.
    public var isAttachment = false
    /// The name of the file that it is, or the subject of the mail that it is; nil where it has none.
    public var name: RawText?
    /// How many bytes it stands for; of a part with parts, how many it takes.
    public var size = 0
    /// What is the matter with it.
    public var faults: [PartFault] = []
    /// What deserves a look before the file is opened.
    public var remarks: [AttachmentRemark] = []
    /// True where it is made of other parts.
    public var hasParts = false
    /// Where its body stands among the bytes of the mail.
    var body: Range<Int>
    /// How its lines are to be joined; nil where they stand as they are.
    var flow: FlowedFormat?
}

/// The parameters of `format=flowed` (RFC 3676).
struct FlowedFormat: Hashable, Sendable {
    /// True where the blank that a line ends with is no part of the text.
    var deletesSpace: Bool
}

/// Something in the making of a part that is wrong, and what was done about it.
public enum PartFault: Hashable, Sendable {
    /// The line that closes a multipart is missing, as in a mail that was cut.
    case neverClosed
    /// A multipart names no boundary, or none of its lines is one.
    case noParts
    /// More parts are put into each other than are looked at.
    case tooDeep
    /// A header stands twice that may stand once.
    case repeatedHeader(RawText)
    /// The body holds what its encoding does not allow.
    case damagedEncoding(TransferEncoding)
    /// No mail program has to know the encoding.
    case unknownEncoding(RawText)
    /// The charset cannot be read.
    case unknownCharset(RawText)
    /// A tag or a comment of the HTML is never closed.
    case unclosedMarkup
    /// Some bytes spell nothing in the charset.
    case notInCharset(RawText)
}

extension PartFault {
    /// The fault for a person.
    public var words: RawText {
        switch self {
        case .neverClosed: "is not closed: parts may be missing"
        case .noParts: "no part is found in it; it is shown as text"
        case .tooDeep: "more parts in parts than are looked at; it is not taken apart"
        case .repeatedHeader(let name): name + " stands twice: programs may read it another way"
        case .damagedEncoding(.base64): "holds what is no base64"
        case .damagedEncoding: "holds what is no quoted-printable"
        case .unknownEncoding(let word): "the encoding " + word + " is unknown; shown as it is"
        case .unknownCharset(let name): "the charset " + name + " is not read; shown as it is"
        case .unclosedMarkup: "a tag or comment is never closed: what follows is shown as it is"
        case .notInCharset(let name): "some bytes are no " + name
        }
    }
}
