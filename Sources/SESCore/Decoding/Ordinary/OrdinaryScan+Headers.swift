// SES leaves out of the common headers what it could not read. A subject then stands in the headers alone.
extension OrdinaryScan {
    /// Takes the subject from the headers, if there is one; false where the headers are not such as SES
    /// writes.
    mutating func takeSubjectOfHeaders() -> Bool {
        guard let headers else { return true }
        var scan = OrdinaryScan(bytes, at: headers + 1)
        var subject: RawText?
        while scan.next() != UInt8(ascii: "]") {
            if scan.position > headers + 1, !scan.take(",") { return false }
            guard let (name, value) = scan.header() else { return false }
            if subject == nil, name.equalsIgnoringCase("Subject") { subject = value }
        }
        guard let subject else { return true }
        let text = EncodedWords.decode(subject, in: .text).text
        let author =
            record.decoded.isEmpty
            ? [UInt8](bytes.extracting(record.author.range))
            : Array(record.decoded[record.author.range])
        record.keep(author + text.bytes, authorCount: author.count)
        return true
    }

    /// The name and the value of the header that comes next.
    private mutating func header() -> (name: RawText, value: RawText)? {
        guard take("{"), let first = key(isFirst: true), stands("name", first),
            let name = plainText(), let second = key(isFirst: false), stands("value", second),
            let value = text(), bytes.hasSoundEscapes(value), closes()
        else { return nil }
        return (
            RawText([UInt8](bytes.extracting(name))), JSONText.decode(bytes, value.range).text
        )
    }
}

extension OrdinaryRecord {
    /// Keeps copies of author and subject, one behind the other.
    mutating func keep(_ texts: [UInt8], authorCount: Int) {
        decoded = texts
        let traits: ByteScan.TextTraits = texts.span.isASCII ? [] : .nonASCII
        author = Part(range: 0..<authorCount, traits: traits)
        subject = Part(range: authorCount..<texts.count, traits: traits)
    }
}
