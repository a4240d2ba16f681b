/// What a column or a filter asks of a mail that the index does not hold.
///
/// Texts are the bytes of the event, cut where they are longer than any honest one.
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
    /// How long SES took to process the mail, in milliseconds, at most ``longestTook``; nil where
    /// the event does not tell.
    public var took: Int?
    /// True where headers that SES wrote, or that claim to be written by SES, speak against the receipt
    /// (``HeaderFinding``).
    public var isMismatched = false

    /// Nothing is known.
    public init() {}

    /// The most bytes of an envelope sender that are kept.
    public static let longestSource = 320
    /// The most bytes of all recipients together that are kept; the one that does not fit is left out
    /// with those behind it.
    public static let longestRecipients = 8 << 10
    /// The most bytes of an address of a client that are kept.
    public static let longestIP = 64
    /// The most bytes of the type of an action that are kept.
    public static let longestAction = 64
    /// The longest time in milliseconds, 49 days; a longer one is told as this.
    public static let longestTook = Int(UInt32.max - 1)
}

extension RowParticulars {
    /// The particulars of an event.
    public init(_ event: MailEvent) {
        let trusted = TrustedHeaders(event.mail?.headers)
        if let source = event.mail?.source, source != "<>" {
            self.source = source.cut(Self.longestSource)
        }
        if let ip = trusted.clientAddress { self.ip = ip.cut(Self.longestIP) }
        if let receipt = event.receipt {
            recipients = Self.joined(receipt.recipients)
            action = receipt.action?.type?.cut(Self.longestAction) ?? ""
            took = receipt.processingTimeMillis.flatMap(Self.milliseconds)
        }
        isMismatched = !HeaderFinding.all(in: event, below: trusted).isEmpty
    }

    private static func joined(_ recipients: [RawText]) -> RawText {
        if recipients.count == 1, recipients[0].count <= longestRecipients,
            !recipients[0].bytes.contains(0x0A)
        {
            return recipients[0]
        }
        var joined: [UInt8] = []
        for (index, recipient) in recipients.enumerated() {
            let start = joined.count
            guard start + recipient.count < longestRecipients else { break }
            if index > 0 { joined.append(0x0A) }
            joined += recipient.bytes.lazy.map { $0 == 0x0A ? 0x20 : $0 }
        }
        return RawText(joined)
    }

    /// A whole number of 1 to 12 digits, as the detail reads one.
    private static func milliseconds(_ spelled: RawText) -> Int? {
        guard (1...12).contains(spelled.count), spelled.bytes.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        return min(longestTook, spelled.bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
    }
}

extension RawText {
    fileprivate func cut(_ most: Int) -> RawText {
        count <= most ? self : RawText(bytes.prefix(most))
    }
}
