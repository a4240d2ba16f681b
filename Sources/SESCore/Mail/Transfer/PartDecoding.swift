/// The bytes of a part as text.
struct PartDecoding {
    private(set) var text: BodyText
    private(set) var faults: [PartFault] = []
    /// How many bytes were decoded.
    let taken: Int
    /// How many bytes of the part are not in the text.
    private(set) var hidden: Int
    let isReduced: Bool
}

extension PartDecoding {
    /// Decodes a part of a mail, its first `limit` bytes.
    init(_ part: MailPart, _ mail: Span<UInt8>, limit: Int) {
        let decoded = part.encoding.decode(mail.extracting(part.body), limit: limit)
        taken = decoded.bytes.count
        hidden = decoded.total - taken
        isReduced = part.isHTML
        let named = part.charset ?? (part.isHTML ? HTMLCharset.named(in: decoded.bytes) : nil)
        let (bytes, fault) = Self.utf8(of: decoded.bytes, charset: named)
        // A letter that is cut by the limit is no fault of the part.
        if let fault, hidden == 0 || !fault.isOfText { faults.append(fault) }
        if part.isHTML {
            let reduced = HTMLText.reduced(bytes)
            text = reduced.text
            if reduced.isUnclosed, hidden == 0 { faults.append(.unclosedMarkup) }
            hidden += bytes.count - reduced.taken
        } else {
            let plain = PlainText(bytes, flow: part.flow)
            text = plain.text
            hidden += bytes.count - plain.taken
        }
    }

    /// The text in UTF-8. Text that says it is UTF-8, ASCII or nothing stays as it is: bytes that spell
    /// nothing are shown as such.
    private static func utf8(of bytes: [UInt8], charset name: RawText?) -> ([UInt8], PartFault?) {
        guard let name, !name.isEmpty else { return (bytes, nil) }
        guard var charset = Charset(label: name.bytes) else {
            return (bytes, .unknownCharset(name))
        }
        if charset == .utf8 || charset == .ascii { return (bytes, nil) }
        // The controls of Latin-1 are letters of windows-1252 to every mail program.
        if charset == .latin1, bytes.contains(where: { 0x80..<0xA0 ~= $0 }) {
            charset = .foreign("CP1252")
        }
        guard let text = charset.utf8(of: bytes) else { return (bytes, .unknownCharset(name)) }
        return (text.bytes, text.isExact ? nil : .notInCharset(name))
    }
}

extension PartFault {
    fileprivate var isOfText: Bool {
        if case .notInCharset = self { true } else { false }
    }
}

/// The charset that an HTML document names itself, which counts where the part names none.
enum HTMLCharset {
    /// How many bytes are looked at.
    private static let longest = 1024

    /// The name; nil where there is none.
    static func named(in bytes: [UInt8]) -> RawText? {
        var scanner = HTMLScanner(Array(bytes.prefix(longest)))
        while let token = scanner.next() {
            guard case .tag(let tag) = token, tag.element == .meta else { continue }
            for attribute in tag.attributes {
                let value = RawText(scanner.bytes[attribute.value])
                let name = RawText(scanner.bytes[attribute.name])
                if name.equalsIgnoringCase("charset") { return value }
                if name.equalsIgnoringCase("content"), value.range(of: "charset=") != nil {
                    return HeaderParameters(value).token("charset")
                }
            }
        }
        return nil
    }
}
