/// How the bytes of a part are written in a mail (RFC 2045, section 6).
public enum TransferEncoding: Hashable, Sendable {
    /// As they are: `7bit`, `8bit`, `binary`, or no word at all.
    case identity
    case quotedPrintable
    case base64
    /// By a way that no mail program has to know, under the word given for it.
    case other(RawText)
}

extension TransferEncoding {
    /// The encoding of a Content-Transfer-Encoding header, letter case aside; nil where there is none.
    init(header: RawText?) {
        let word = header.map { HeaderParameters($0).word } ?? ""
        self =
            switch word {
            case "", "7bit", "8bit", "binary": .identity
            case "quoted-printable": .quotedPrintable
            case "base64": .base64
            default: .other(word)
            }
    }

    /// The bytes that a body stands for, the first `limit` of them; the others are counted.
    ///
    /// The bytes of an encoding that is not known stay as they are.
    func decode(_ body: Span<UInt8>, limit: Int) -> DecodedBody {
        switch self {
        case .quotedPrintable: QuotedPrintableBody.decode(body, limit: limit)
        case .base64: Base64Body.decode(body, limit: limit)
        case .identity, .other:
            DecodedBody(bytes: body.copy(0..<min(body.count, limit)), total: body.count)
        }
    }
}

/// What a part stands for.
struct DecodedBody: Hashable, Sendable {
    /// The first bytes, as many as were wanted.
    var bytes: [UInt8] = []
    /// How many bytes there are.
    var total = 0
    /// True where something in the body is none of its encoding; it was passed over or kept.
    var isDamaged = false
}

extension DecodedBody {
    /// Counts a byte, and keeps it where there are not enough yet.
    mutating func append(_ byte: UInt8, limit: Int) {
        if total < limit { bytes.append(byte) }
        total += 1
    }
}
