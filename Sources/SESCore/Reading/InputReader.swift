/// The reader that a file needs, told by how the file begins.
enum InputReader {
    /// Too little is known of the file yet.
    case undecided
    case documents(DocumentReader)
    case mail(MailReader)
}

extension InputReader {
    /// Where the next item begins, in bytes from the start of the input.
    var position: Int {
        switch self {
        case .undecided: 0
        case .documents(let reader): reader.position
        case .mail(let reader): reader.position
        }
    }

    /// Where the window has to begin for the next call.
    var needed: Int {
        switch self {
        case .undecided: 0
        case .documents(let reader): reader.needed
        case .mail(let reader): reader.needed
        }
    }

    /// True where a document is the header block of a raw mail.
    var isMail: Bool { if case .mail = self { true } else { false } }

    /// The next item, as ``DocumentReader`` gives it.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem {
        switch self {
        case .undecided:
            let length = min(bytes.count, RawMail.headLength)
            guard isFinal || length == RawMail.headLength else { return .more }
            let isMail = RawMail.begins(bytes.extracting(0..<length))
            self = isMail ? .mail(MailReader()) : .documents(DocumentReader())
            return next(bytes, base: base, isFinal: isFinal)
        case .documents(var reader):
            self = .undecided
            defer { self = .documents(reader) }
            return reader.next(bytes, base: base, isFinal: isFinal)
        case .mail(var reader):
            defer { self = .mail(reader) }
            return reader.next(bytes, base: base, isFinal: isFinal)
        }
    }
}
