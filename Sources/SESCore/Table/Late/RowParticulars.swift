/// What a list may show of a mail that the index skips.
public struct RowParticulars: Hashable, Sendable {
    /// False where the record could not be read again, or is too large to be read for a list.
    public var isRead = true
    /// The envelope sender, empty for the null sender; nil where the event has none.
    public var source: RawText?
    /// The first envelope recipient that the receipt rule matched.
    public var recipient: RawText?
    /// How many such recipients there are.
    public var recipientCount = 0
    /// The address of the client, as the headers that SES wrote tell it.
    public var ip: RawText?
    /// The type of the receipt action.
    public var action: RawText?
    /// How long SES took, in milliseconds; nil where the event does not tell it as a number.
    public var took: Int?

    /// What an event tells; each text is cut after ``longest`` bytes.
    public init(_ event: MailEvent) {
        source = event.mail?.source.map { $0 == "<>" ? "" : $0.cut }
        recipient = event.receipt?.recipients.first?.cut
        recipientCount = event.receipt?.recipients.count ?? 0
        ip = TrustedHeaders(event.mail?.headers).clientAddress?.cut
        action = event.receipt?.action?.type?.cut
        took = event.receipt?.processingTimeMillis.flatMap { spelled in
            guard (1...12).contains(spelled.count), spelled.bytes.allSatisfy({ $0 &- 0x30 < 10 })
            else { return nil }
            return spelled.bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
    }

    private init() { isRead = false }

    /// A record that was not read.
    public static let unread = RowParticulars()

    /// The most bytes of a text that are kept.
    public static let longest = 320
}

extension EventTable {
    /// The largest carrier that is read again for a list, in bytes: SNS and SQS take half of it, and
    /// reading it takes no longer than a frame may.
    public static let largestForParticulars = 1 << 19

    /// Reads what a list may show of a row; of a record that cannot be had the answer is
    /// ``RowParticulars/unread``.
    public func particulars(of row: Int, with reader: inout RecordReader) -> RowParticulars {
        guard place(of: row).length <= Self.largestForParticulars,
            let (_, record) = try? record(of: row, with: &reader)
        else { return .unread }
        return RowParticulars(EventDecoder.event(record.span))
    }

    /// The name of the file that a row stands in.
    public func path(of row: Int) -> RawText { files[place(of: row).file].path }
}

extension RawText {
    fileprivate var cut: RawText {
        count <= RowParticulars.longest ? self : RawText(bytes[..<RowParticulars.longest])
    }
}
