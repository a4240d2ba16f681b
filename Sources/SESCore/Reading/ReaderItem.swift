/// A stretch of input and what it is; the items of a file follow each other without gap.
enum ReaderItem: Hashable, Sendable {
    /// An object, or what is of another form, that is to be decoded.
    case document(Range<Int>, form: DocumentForm, isSalvaged: Bool)
    /// White space, punctuation of containers, and the words before a document on its line.
    case envelope(Range<Int>)
    /// White space and punctuation too, in which the log says something of itself.
    case remark(Range<Int>, FileRemark)
    /// A line of text without JSON.
    case text(Range<Int>)
    /// A JSON value that is no object and can hold no mail.
    case value(Range<Int>)
    /// Bytes that nothing could be made of.
    case broken(Range<Int>, reason: String)
    /// More bytes are needed to tell; nothing has changed.
    case more
    /// The input is read to its end.
    case end
}
