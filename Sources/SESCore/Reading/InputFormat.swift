/// What kind of file is read, told by how it begins, and its reader where that is no log.
enum InputFormat {
    /// Too little is known of the file yet.
    case undecided
    /// A log: ``DocumentReader`` reads it.
    case documents
    case csv(CSVReader)
    case mail(MailReader)
}

extension InputFormat {
    /// How many of the first bytes are looked at.
    static let headLength = 4 << 10

    /// The format of a file with this start; nil where more of it has to be seen.
    static func of(_ head: Span<UInt8>, isWhole: Bool) -> InputFormat? {
        // What begins like JSON is not waited for.
        if let first = head.indices.first(where: { !JSONStructure.isSpace(head[$0]) }),
            head[first] == UInt8(ascii: "{") || head[first] == UInt8(ascii: "[")
        {
            return .documents
        }
        guard isWhole || head.count >= headLength else { return nil }
        let start = head.extracting(first: headLength)
        if RawMail.begins(start) { return .mail(MailReader()) }
        return CSVReader.begins(start) ? .csv(CSVReader()) : .documents
    }

    /// Where the next item of what is no log begins.
    var position: Int? {
        switch self {
        case .undecided, .documents: nil
        case .csv(let reader): reader.position
        case .mail(let reader): reader.position
        }
    }

    /// The next item of what is no log, as ``DocumentReader`` gives it; nil of a log.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem? {
        switch self {
        case .undecided, .documents: return nil
        case .csv(var reader):
            self = .undecided
            defer { self = .csv(reader) }
            return reader.next(bytes, base: base, isFinal: isFinal)
        case .mail(var reader):
            self = .undecided
            defer { self = .mail(reader) }
            return reader.next(bytes, base: base, isFinal: isFinal)
        }
    }
}
