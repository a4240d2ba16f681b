/// What the headers of a part say of it.
struct PartHeader {
    let part: MailPart
    /// What parts its parts; nil where it has none of its own.
    let boundary: [UInt8]?
    /// True where its body is a mail.
    let isMail: Bool
    /// True where its parts are mails unless they say otherwise.
    let isDigest: Bool

    private static let mailTypes: [RawText] = ["message/rfc822", "message/global"]
    private static let longestBoundary = 1000
    private static let onceOnly: [StaticString] = [
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition",
    ]
}

extension PartHeader {
    /// The part that begins with these headers.
    ///
    /// - Parameters:
    ///   - fields: The headers.
    ///   - depth: How many parts stand around it.
    ///   - defaultType: What it is where it does not say so.
    ///   - body: Where its body begins.
    init(_ fields: [HeaderField], depth: Int, defaultType: RawText, body: Int) {
        let type = HeaderParameters(fields.value("Content-Type") ?? "")
        let disposition = HeaderParameters(fields.value("Content-Disposition") ?? "")
        let encoding = TransferEncoding(header: fields.value("Content-Transfer-Encoding"))
        let word = type.word.bytes.contains(UInt8(ascii: "/")) ? type.word : defaultType
        let isEncoded = encoding == .base64 || encoding == .quotedPrintable
        let isMultipart = word.hasPrefix("multipart/")
        isMail = Self.mailTypes.contains(word) && !isEncoded
        isDigest = word == "multipart/digest"
        boundary = isMultipart ? type.text("boundary").flatMap(Self.boundary) : nil
        var part = MailPart(
            depth: depth, type: word, charset: type.token("charset"), encoding: encoding,
            body: body..<body)
        let names = disposition.all("filename") + type.all("name")
        part.name = names.first
        part.isAttachment = disposition.word == "attachment"
        if word == "text/plain", type.token("format")?.equalsIgnoringCase("flowed") == true {
            let deletes = type.token("delsp")?.equalsIgnoringCase("yes") == true
            part.flow = FlowedFormat(deletesSpace: deletes)
        }
        part.faults = Self.repeated(in: fields)
        if case .other(let word) = encoding { part.faults.append(.unknownEncoding(word)) }
        if isMultipart, boundary == nil { part.faults.append(.noParts) }
        part.remarks = AttachmentRemark.all(names: names)
        self.part = part
    }

    private static func boundary(_ text: RawText) -> [UInt8]? {
        let end = text.bytes.lastIndex { !$0.isBlank }
        let bytes = end.map { Array(text.bytes[...$0]) } ?? []
        return bytes.isEmpty || bytes.count > longestBoundary ? nil : bytes
    }

    private static func repeated(in fields: [HeaderField]) -> [PartFault] {
        onceOnly.filter { name in fields.count { $0.name.equalsIgnoringCase(name) } > 1 }
            .map { .repeatedHeader(RawText("\($0)")) }
    }
}
