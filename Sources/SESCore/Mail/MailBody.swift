/// A mail taken apart: the parts it is made of, and the text of those that are text.
///
/// Nothing is refused. What is damaged is shown as far as it goes and says what is the matter with it.
public struct MailBody: Hashable, Sendable {
    /// How many bytes the mail has.
    public private(set) var size: Int
    /// The headers at its top.
    public private(set) var headers: [HeaderField]
    /// The parts in the order of the mail; a part stands before those that it is made of.
    public private(set) var parts: [MailPart]
    /// How many parts there are beyond those.
    public private(set) var unlistedParts: Int
    /// The texts that are to be read, the best one first.
    public private(set) var texts: [PartText] = []

    /// How many bytes of a mail are looked at; SES takes none of more than 40 MB.
    public static let mostBytes = 64 << 20
    /// How many bytes of text all parts together are given.
    static let mostText = 2 << 20
}

/// The text of a part.
public struct PartText: Hashable, Sendable {
    /// The index of the part.
    public var part: Int
    /// The text; nil where there was no room for it.
    public var text: BodyText?
    /// True where the text was made of HTML.
    public var isReduced: Bool
    /// How many bytes of the part are not shown.
    public var hidden: Int
}

extension MailBody {
    /// Takes a mail apart; only the first ``mostBytes`` bytes count.
    public init(_ mail: [UInt8]) {
        let bytes = mail.span.extracting(first: Self.mostBytes)
        size = mail.count
        headers = HeaderBlock(bytes).fields
        let reader = PartReader(bytes)
        parts = reader.parts
        unlistedParts = reader.unlisted
        for index in parts.indices where !parts[index].hasParts { measure(index, bytes) }
        for index in parts.indices where parts[index].hasParts {
            parts[index].size = parts[index].body.count
        }
        var room = Self.mostText
        for index in textParts {
            guard room > 0 else {
                texts.append(
                    PartText(part: index, isReduced: false, hidden: parts[index].size))
                continue
            }
            let decoding = PartDecoding(parts[index], bytes, limit: min(room, BodyText.mostBytes))
            parts[index].faults += decoding.faults
            room -= decoding.taken
            texts.append(
                PartText(
                    part: index, text: decoding.text, isReduced: decoding.isReduced,
                    hidden: decoding.hidden))
        }
    }

    /// Counts the bytes of a part and looks at how they begin.
    private mutating func measure(_ index: Int, _ bytes: Span<UInt8>) {
        let part = parts[index]
        let decoded = part.encoding.decode(
            bytes.extracting(part.body), limit: AttachmentRemark.beginning)
        parts[index].size = decoded.total
        if decoded.isDamaged { parts[index].faults.append(.damagedEncoding(part.encoding)) }
        if !part.isText, let remark = AttachmentRemark.beginning(decoded.bytes) {
            parts[index].remarks.append(remark)
        }
    }

    /// The parts that are to be read: the first plain text before all others, or else the first
    /// HTML.
    private var textParts: [Int] {
        var found = parts.indices.filter { parts[$0].isText }
        let best =
            found.firstIndex { parts[$0].type == "text/plain" && parts[$0].size > 0 }
            ?? found.firstIndex { parts[$0].isHTML }
        if let best { found.insert(found.remove(at: best), at: 0) }
        return found
    }
}

extension MailPart {
    /// True for a part that is to be read rather than to be kept.
    ///
    /// A multipart without parts is text too: nothing else could be shown of it.
    public var isText: Bool {
        guard !hasParts, !isAttachment else { return false }
        return type.hasPrefix("text/") || type.hasPrefix("multipart/")
            || Self.readableTypes.contains(type)
    }

    /// True for HTML.
    var isHTML: Bool { type == "text/html" || type == "application/xhtml+xml" }

    private static let readableTypes: Set<RawText> = [
        "message/delivery-status", "message/disposition-notification", "message/feedback-report",
        "message/rfc822", "message/global", "application/xhtml+xml",
    ]
}
