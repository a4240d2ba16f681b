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
        record.keep(author: author, subject: text.bytes)
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
    /// Keeps copies of author and subject.
    mutating func keep(author: [UInt8], subject: [UInt8]) {
        decoded = author + subject
        let traits: ByteScan.TextTraits = decoded.span.isASCII ? [] : .nonASCII
        self.author = Part(range: 0..<author.count, traits: traits)
        self.subject = Part(range: author.count..<decoded.count, traits: traits)
    }
}
