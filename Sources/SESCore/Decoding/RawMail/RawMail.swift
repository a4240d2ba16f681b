/// A mail as the S3 action of a receipt rule stores it: no event of SES, but its headers tell most of
/// what the event would.
///
/// Only what stands in the header block that SES wrote counts as SES's word. There is no DMARC
/// policy, no action, and of the envelope recipients only one.
/// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html>
enum RawMail {
    /// How many bytes from the start of a mail its headers may take.
    static let longestHeaders = 1 << 20
}

extension RawMail {
    /// Whether a file that begins with these bytes is a mail: every line of the head up to the first
    /// empty one belongs to a header, there are two or more of them, and one has a name that mails
    /// have.
    ///
    /// A value that begins as JSON does tells a line of a log, such as `Received: {"Records"…`, unless
    /// two different headers of mail servers stand before it: what follows those is the sender's
    /// to write, and must not turn the mail into a log of events that the sender made up. The
    /// head has to reach over the second header; ``InputFormat/headLength`` bytes do.
    static func begins(_ head: Span<UInt8>) -> Bool {
        var fields = 0
        var trace: Int?
        var hasKnownName = false
        var start = 0
        while start < head.count {
            let end = HeaderLine.end(head, from: start)
            let line = HeaderLine.withoutBreak(head, start..<end)
            switch HeaderLine(head, line, isFirst: start == 0) {
            case .field(let name, let value):
                let name = RawText(head.copy(name))
                guard isPlain(name), !beginsAsJSON(head, value..<line.upperBound) else {
                    return false
                }
                fields += 1
                hasKnownName = hasKnownName || isKnown(name)
                if let found = traceKind(name) {
                    if let trace, trace != found { return true }
                    trace = found
                }
            case .continuation:
                if fields == 0 || beginsAsJSON(head, line) { return false }
            case .envelope: break
            case .blank: return fields > 1 && hasKnownName
            case .other:
                // The head may end within a name.
                let isCut = end == head.count && head[end - 1] != 0x0A
                return isCut && fields > 1 && hasKnownName
            }
            start = end
        }
        return fields > 1 && hasKnownName
    }

    /// Subjects begin with `[list]` and `{Spam?}`; objects and arrays go on in other ways.
    private static func beginsAsJSON(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        func isMeant(_ place: Int) -> Bool { bytes[place] != 0x20 && bytes[place] != 0x09 }
        guard let open = range.first(where: isMeant),
            bytes[open] == UInt8(ascii: "{") || bytes[open] == UInt8(ascii: "[")
        else { return false }
        guard let next = range[(open + 1)...].first(where: isMeant) else { return true }
        return [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{")].contains(bytes[next])
    }

    /// RFC 5322 allows every sign but the colon in a name; mails use few, and JSON others.
    private static func isPlain(_ name: RawText) -> Bool {
        !name.bytes.contains { oddSigns.contains($0) }
    }

    private static let oddSigns = Array("{}[]()<>\"\\,;@=".utf8)

    private static func isKnown(_ name: RawText) -> Bool {
        knownNames.contains { name.equalsIgnoringCase($0) } || name.hasPrefix("X-SES-")
    }

    /// Which header of mail servers has this name; nil of any other.
    private static func traceKind(_ name: RawText) -> Int? {
        name.hasPrefix("X-SES-")
            ? traceNames.count : traceNames.firstIndex { name.equalsIgnoringCase($0) }
    }

    private static let traceNames: [StaticString] = [
        "Return-Path", "Received", "Received-SPF", "Authentication-Results",
    ]

    private static let knownNames: [StaticString] = [
        "Return-Path", "Received", "From", "To", "Subject", "Date", "MIME-Version", "Message-ID",
        "DKIM-Signature", "Authentication-Results", "Delivered-To",
    ]
}
