@testable import SESCore

/// What reading a raw mail and decoding its headers promise of any bytes.
enum MailCheck {
    /// Reads bytes as a mail and as header values.
    static func check(_ input: [UInt8]) {
        _ = RawMail.begins(input.prefix(InputFormat.headLength).span)
        let record = RawMail.record(input.prefix(RawMail.longestHeaders).span)
        let event = EventDecoder.event(record.span)
        promise(!event.marks.contains(.malformed), "the record of a mail is sound JSON")
        promise(event.extras.isEmpty, "nothing in a header adds a member to the record")
        for place in [EncodedWords.Place.text, .mailboxes] {
            let decoded = EncodedWords.decode(RawText(input), in: place)
            promise(decoded.text.count <= 4 * input.count, "words grow fourfold at most")
        }
    }
}
