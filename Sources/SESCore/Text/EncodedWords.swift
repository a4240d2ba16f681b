/// Decoding of the words by which mail headers spell what is not ASCII (RFC 2047).
///
/// Neighbouring words of one charset and encoding are joined as bytes before the charset is read, since
/// mail programs cut characters in two; white space between words vanishes. What a word spells
/// is text and is never decoded again, whatever it looks like. A word that cannot be decoded stays as
/// it is written. Words are also taken where no white space sets them off, as mail programs do.
public enum EncodedWords {
    /// How many bytes of a value are looked at for words; words behind them stay as written. It is
    /// twenty lines of the greatest length that RFC 5322 allows.
    public static let longest = 998 * 20

    /// Where in a field words may stand (RFC 2047, section 5).
    public enum Place: Hashable, Sendable {
        /// Anywhere: the field is text for people.
        case text
        /// In display names and comments; never in an address or inside quotation marks.
        case mailboxes
        /// Nowhere: the field is read by machines.
        case nowhere
    }

    /// The value with its words decoded.
    ///
    /// Among mailboxes a name that holds signs of the syntax is set in quotation marks, so that
    /// nothing a word spells passes for an address.
    public static func decode(_ value: RawText, in place: Place) -> DecodedText {
        guard place != .nowhere, value.range(of: "=?") != nil else {
            return DecodedText(text: value, hasBadEncoding: false)
        }
        var decoder = WordDecoder(value.bytes, place)
        return decoder.decode()
    }
}

/// A header value for people.
public struct DecodedText: Hashable, Sendable {
    /// The text; nothing says which parts of it were encoded.
    public let text: RawText
    /// True where a word could not be decoded, or not all of it: its charset is unknown, its
    /// encoding is broken, its bytes spell nothing, or it stands behind ``EncodedWords/longest``.
    public let hasBadEncoding: Bool
}

extension HeaderField {
    /// The value with its RFC 2047 words decoded, as far as the field may hold any.
    public var decoded: DecodedText {
        EncodedWords.decode(value, in: EncodedWords.Place(field: name))
    }
}

extension EncodedWords.Place {
    /// Where words may stand in the field of a name, letter case aside.
    public init(field name: RawText) {
        if Self.mailboxFields.contains(where: { name.equalsIgnoringCase($0) }) {
            self = .mailboxes
        } else if Self.machineFields.contains(where: { name.equalsIgnoringCase($0) })
            || Self.machinePrefixes.contains(where: { name.hasPrefix($0) })
        {
            self = .nowhere
        } else {
            self = .text
        }
    }

    private static let mailboxFields: [StaticString] = [
        "From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Errors-To", "List-Id", "Resent-From",
        "Resent-To", "Resent-Cc", "Resent-Bcc", "Resent-Sender", "Resent-Reply-To",
        "Disposition-Notification-To", "Mail-Followup-To", "Mail-Reply-To",
    ]

    private static let machineFields: [StaticString] = [
        "Return-Path", "Received", "Received-SPF", "Authentication-Results", "DKIM-Signature",
        "DomainKey-Signature", "Date", "Resent-Date", "Message-ID", "Resent-Message-ID",
        "In-Reply-To", "References", "MIME-Version", "Content-Transfer-Encoding", "Content-ID",
    ]

    private static let machinePrefixes: [RawText] = ["ARC-", "X-SES-"]
}
