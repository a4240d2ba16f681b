/// The headers that SES itself wrote: the block above everything that came with the mail.
///
/// SES puts its headers on top, each at most once and always in one order. The block ends at the
/// first header that breaks the order, so that a header of the same name further down, which the
/// sender may have written, is never taken for SES's own. Headers that a receipt rule adds stand
/// below the block and cannot be told from the sender's. The order was seen in real mails and is not
/// documented; see <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html>.
public struct TrustedHeaders: Hashable, Sendable {
    /// How many headers from the top SES wrote; 0 where they do not begin as SES begins them.
    public let count: Int
    /// What SES wrote of the connection; nil where ``count`` is 0.
    let received: ReceivedBySES?
}

extension TrustedHeaders {
    /// The address of the host that handed the mail to SES; nil where SES's headers name none.
    public var clientAddress: RawText? { received?.clientAddress }

    /// The name by which that host greeted: the host's own words. Nil where there is none.
    public var helo: RawText? { received?.helo }
}

extension TrustedHeaders {
    /// What SES wrote above the headers of a mail.
    public init(_ headers: [HeaderField]?) {
        var next = 0
        var count = 0
        var received: ReceivedBySES?
        for header in headers ?? [] {
            guard
                let place = Self.order[next...].firstIndex(where: header.name.equalsIgnoringCase)
            else { break }
            if header.name.equalsIgnoringCase("Received") {
                guard let found = ReceivedBySES(header.value) else { break }
                received = found
            }
            if header.name.equalsIgnoringCase("Authentication-Results"),
                !header.value.isWrittenByAmazonSES
            {
                break
            }
            next = place + 1
            count += 1
        }
        self.init(count: received == nil ? 0 : count, received: received)
    }

    /// The names of SES's own headers from the top down.
    private static let order: [StaticString] = [
        "Return-Path", "Received", "X-SES-Spam-Verdict", "X-SES-Virus-Verdict", "Received-SPF",
        "Authentication-Results", "X-SES-RECEIPT", "X-SES-DKIM-SIGNATURE",
    ]
}

extension RawText {
    /// True where an Authentication-Results value names `amazonses.com` as the host that checked.
    var isWrittenByAmazonSES: Bool {
        let host = trimmed.bytes.prefix { $0 != UInt8(ascii: ";") && !$0.isBlank }
        return RawText(host).equalsIgnoringCase("amazonses.com")
    }
}
