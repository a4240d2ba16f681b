/// The Received header that SES writes: `from HELO (NAME [ADDRESS]) by inbound-smtp.REGION… with SMTP
/// id ID for RECIPIENT; DATE`.
struct ReceivedBySES: Hashable, Sendable {
    /// The address of the host that handed the mail over.
    private(set) var clientAddress: RawText?
    /// The name by which that host greeted.
    private(set) var helo: RawText?
    /// The id that SES gave the mail.
    private(set) var messageID: RawText?
    /// One of the envelope recipients, as spelled.
    private var recipientSpelled: RawText?
    /// When SES accepted the mail, as spelled (RFC 5322, section 3.3).
    private(set) var date: RawText?
}

extension ReceivedBySES {
    /// One of the envelope recipients, without angle brackets.
    var recipient: RawText? { recipientSpelled.map { MailboxText($0).address } }

    /// Nil where the header is not one that a receiving host of SES writes.
    init?(_ value: RawText) {
        guard let by = value.range(of: " by inbound-smtp."),
            value.bytes[by.upperBound...].prefix(while: { !$0.isBlank && $0 != UInt8(ascii: ";") })
                .hasSuffix(".amazonaws.com")
        else { return nil }
        let from = value.bytes[..<by.lowerBound]
        // HELO may be an address literal in brackets, so the last pair of brackets counts.
        if let open = from.lastIndex(of: UInt8(ascii: "[")),
            let close = from[open...].firstIndex(of: UInt8(ascii: "]"))
        {
            clientAddress = RawText(from[(open + 1)..<close])
        }
        if value.hasPrefix("from ") {
            helo = RawText(from.dropFirst(5).prefix { !$0.isBlank })
        }
        readTransfer(value, from: by.upperBound)
    }

    /// What follows the name of the host. A recipient may hold anything in quotation marks, so the
    /// date is what follows the last semicolon.
    private mutating func readTransfer(_ value: RawText, from start: Int) {
        var rest = value.bytes[start...]
        if let end = rest.lastIndex(of: UInt8(ascii: ";")) {
            date = RawText(rest[(end + 1)...].trimmed)
            rest = rest[..<end]
        }
        guard let id = value.range(of: " id ", from: start), id.upperBound <= rest.endIndex else {
            return
        }
        let word = rest[id.upperBound...].prefix { !$0.isBlank }
        messageID = word.isEmpty ? nil : RawText(word)
        guard let mark = value.range(of: " for ", from: word.endIndex),
            mark.upperBound <= rest.endIndex
        else { return }
        let address = rest[mark.upperBound...].trimmed
        recipientSpelled = address.isEmpty ? nil : RawText(address)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ word: RawText) -> Bool {
        count >= word.count
            && zip(suffix(word.count), word.bytes).allSatisfy { $0.asciiLower == $1.asciiLower }
    }
}
