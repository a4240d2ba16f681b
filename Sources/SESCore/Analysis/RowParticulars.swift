/// What a list may show of a mail that the index skips.
public struct RowParticulars: Hashable, Sendable {
    /// The envelope sender; empty for the null sender and where there is none.
    public var source: RawText = ""
    /// The envelope recipients that the receipt rule matched, a line feed between two; a line feed
    /// inside of one is a space here.
    public var recipients: RawText = ""
    /// The address of the client, as the trusted headers tell it; empty where they tell none.
    public var ip: RawText = ""
    /// The type of the receipt action; empty where there is none.
    public var action: RawText = ""
    /// How long SES took, in milliseconds; nil where the event does not tell it as a number.
    public var took: Int?

    /// Nothing is known.
    public init() {}

    /// The most bytes of a sender, an address of a client or a type that are kept.
    public static let longest = 320
    /// The most bytes of all recipients together that are kept; the one that does not fit is left out
    /// with those behind it.
    public static let longestRecipients = 8 << 10
}

extension RowParticulars {
    /// The particulars of an event.
    public init(_ event: MailEvent) {
        if let source = event.mail?.source, source != "<>" { self.source = source.cut }
        recipients = Self.joined(event.receipt?.recipients ?? [])
        ip = TrustedHeaders(event.mail?.headers).clientAddress?.cut ?? ""
        action = event.receipt?.action?.type?.cut ?? ""
        took = event.receipt?.processingTimeMillis.flatMap { spelled in
            guard (1...12).contains(spelled.count), spelled.bytes.allSatisfy({ $0 &- 0x30 < 10 })
            else { return nil }
            return spelled.bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
    }

    private static func joined(_ recipients: [RawText]) -> RawText {
        var joined: [UInt8] = []
        for (index, recipient) in recipients.enumerated() {
            guard joined.count + recipient.count < longestRecipients else { break }
            if index > 0 { joined.append(0x0A) }
            joined += recipient.bytes.lazy.map { $0 == 0x0A ? 0x20 : $0 }
        }
        return RawText(joined)
    }
}

extension RawText {
    fileprivate var cut: RawText {
        count <= RowParticulars.longest ? self : RawText(bytes[..<RowParticulars.longest])
    }
}
